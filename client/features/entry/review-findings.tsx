import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/panel.tsx';
import { cellKey } from '#shared/report/summary.ts';
import { FindingLine } from './cell-lines.tsx';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';
import { findingHome } from './use-cell-words.ts';

/** What deserves the verifier's eye first, with the focal point's reason where one was given. */
export function ReviewFindings() {
  const { t } = useTranslation('entry');
  const { snapshot } = useReport();
  const { frame, words, sheet, goTo } = useSheet();
  const items = snapshot.rows.flatMap((row) =>
    row.findings.map((finding) => {
      const indicatorId = findingHome(finding, frame.rules) ?? '';
      const key = cellKey({ indicatorId, areaId: row.area.id });
      return { finding, key, area: row.area.name, indicatorId, reason: sheet.cell(key)?.reason };
    }),
  );
  return (
    <Panel title={t('review.findings', { count: items.length })} subtitle={t('review.findingsHint')}>
      {items.length === 0 && <p className={classes.quiet}>{t('review.noFindings')}</p>}
      <ul className={classes.checkItems}>
        {items.map(({ finding, key, area, indicatorId, reason }) => (
          <li key={`${key} ${finding.ruleId} ${finding.kind}`}>
            <button type="button" className={classes.link} onClick={() => goTo(key)}>
              {t('cell.label', { indicator: words.shortName(indicatorId), area })}
            </button>{' '}
            <FindingLine finding={finding} words={words} />
            {reason && <span className={classes.quiet}> {t('review.reason', { reason })}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
