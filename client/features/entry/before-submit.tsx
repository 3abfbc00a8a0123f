import { useTranslation } from 'react-i18next';
import type { StatusTone } from '#client/theme.ts';
import { Panel } from '#client/ui/panel.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { ReportFinding } from '#shared/report/finding.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { ReportSummary } from '#shared/report.ts';
import classes from './entry-page.module.css';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import { findingHome } from './use-cell-words.ts';

type BeforeSubmitProps = { summary: ReportSummary; unsettled: readonly SheetCell[] };

type Item = { key: string; text: string; target: string };

/** What stands between the report and the verifier. Every line leads to its cell. */
export function BeforeSubmit({ summary, unsettled }: BeforeSubmitProps) {
  const { t } = useTranslation('entry');
  const { frame, words } = useSheet();
  const areaNames = new Map(frame.areas.map((area) => [area.id, area.name]));
  const findingItems = (findings: readonly ReportFinding[]): Item[] =>
    findings.map((finding) => {
      const indicatorId = findingHome(finding, frame.rules) ?? finding.indicatorIds[0] ?? '';
      return {
        key: `${finding.areaId} ${finding.ruleId} ${finding.kind} ${indicatorId}`,
        text: `${t('cell.label', { indicator: words.shortName(indicatorId), area: areaNames.get(finding.areaId) })}: ${words.short(finding)}`,
        target: cellKey({ indicatorId, areaId: finding.areaId }),
      };
    });
  const missing: Item[] = summary.missing.map((ref) => ({
    key: cellKey(ref),
    text: t('cell.label', { indicator: words.shortName(ref.indicatorId), area: areaNames.get(ref.areaId) }),
    target: cellKey(ref),
  }));
  const unsettledItems: Item[] = unsettled.map((cell) => ({
    key: cell.key,
    text: t('cell.label', { indicator: words.shortName(cell.indicatorId), area: cell.areaName }),
    target: cell.key,
  }));
  const isClear = [summary.blocked, summary.reasonMissing, summary.warned, missing, unsettledItems].every(
    ({ length }) => length === 0,
  );
  return (
    <Panel title={t('before.title')} subtitle={t('before.subtitle')}>
      <ul className={classes.checks}>
        <Check tone="critical" word="unsettled" items={unsettledItems} />
        <Check tone="critical" word="blocked" items={findingItems(summary.blocked)} />
        <Check tone="critical" word="reason" items={findingItems(summary.reasonMissing)} />
        <Check tone="attention" word="warned" items={findingItems(summary.warned)} />
        <Check tone="no_data" word="missing" items={missing} isFolded={missing.length > 5} />
        {isClear && (
          <li>
            <StatusBadge tone="on_track" label={t('before.clear')} />
          </li>
        )}
        {!isClear && summary.blocked.length + summary.reasonMissing.length + unsettled.length === 0 && (
          <li>
            <StatusBadge tone="on_track" label={t('before.mayGo')} />
          </li>
        )}
      </ul>
    </Panel>
  );
}

type CheckProps = {
  tone: StatusTone;
  word: 'unsettled' | 'blocked' | 'reason' | 'warned' | 'missing';
  items: readonly Item[];
  isFolded?: boolean;
};

function Check({ tone, word, items, isFolded = false }: CheckProps) {
  const { t } = useTranslation('entry');
  const { goTo } = useSheet();
  if (items.length === 0) return null;
  const badge = <StatusBadge tone={tone} label={t(`before.${word}`, { count: items.length })} />;
  const list = (
    <ul className={classes.checkItems}>
      {items.map((item) => (
        <li key={item.key}>
          <button type="button" className={classes.link} onClick={() => goTo(item.target)}>
            {item.text}
          </button>
        </li>
      ))}
    </ul>
  );
  if (!isFolded) {
    return (
      <li className={classes.check}>
        {badge}
        {list}
      </li>
    );
  }
  return (
    <li className={classes.check}>
      <details>
        <summary>{badge}</summary>
        {list}
      </details>
    </li>
  );
}
