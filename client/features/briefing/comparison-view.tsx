import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '#client/lib/use-choices.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { EditionComparison } from '#shared/briefing/change.ts';
import { type IssueId, issueIdSchema, issueIds } from '#shared/indicator.ts';
import { ChangeDownload } from './change-download.tsx';
import { ChangeTable } from './change-table.tsx';
import classes from './comparison.module.css';
import { ComparisonSummary } from './comparison-summary.tsx';
import { MovementTable } from './movement-table.tsx';

/** What changed between two states of a deck: figures, why they did, what moved on, which slides came and went. */
export function ComparisonView({ comparison }: { comparison: EditionComparison }) {
  const { t } = useTranslation('briefing');
  const choices = useChoices();
  const [issueId, setIssueId] = useState<IssueId | null>(null);
  const { changes, movements, slides } = comparison;
  const isOfIssue = (row: { issueId: IssueId }) => issueId === null || row.issueId === issueId;
  const shown = changes.filter(isOfIssue);
  const moved = movements.filter(isOfIssue);
  const present = issueIds.filter((id) => [...changes, ...movements].some((row) => row.issueId === id));
  const hasSlides = slides.added.length + slides.removed.length > 0;

  return (
    <div className={classes.stack}>
      <ComparisonSummary comparison={comparison} />
      {present.length > 1 && (
        <Select
          className={classes.filter}
          label={t('compare.issue')}
          placeholder={t('settings.allIssues')}
          data={present.map((id) => ({ value: id, label: choices.issueName(id) }))}
          value={issueId}
          onChange={(value) => setIssueId(issueIdSchema.safeParse(value).data ?? null)}
          clearable
        />
      )}
      <Panel
        title={t('compare.changes')}
        subtitle={t('compare.changesHint')}
        actions={shown.length > 0 && <ChangeDownload comparison={comparison} changes={shown} issueId={issueId} />}
      >
        {shown.length > 0 ? (
          <ChangeTable changes={shown} />
        ) : (
          <EmptyState title={t('compare.none')}>{t('compare.noneText')}</EmptyState>
        )}
      </Panel>
      {moved.length > 0 && (
        <Panel title={t('compare.movements')} subtitle={t('compare.movementsHint')}>
          <MovementTable movements={moved} />
        </Panel>
      )}
      {hasSlides && (
        <Panel title={t('compare.slides')}>
          <SlideNames title={t('compare.added')} names={slides.added} />
          <SlideNames title={t('compare.removed')} names={slides.removed} />
        </Panel>
      )}
    </div>
  );
}

function SlideNames({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  const keyed = names.map((name, index) => ({ name, key: `${index}.${name}` }));
  return (
    <div className={classes.names}>
      <h3>{title}</h3>
      <ul>
        {keyed.map(({ name, key }) => (
          <li key={key}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
