import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import form from '#client/ui/form.module.css';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { issueIdSchema } from '#shared/indicator.ts';
import { IndicatorPanel } from './indicator-panel.tsx';
import { JuklakPanel } from './juklak-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

const key = 'isu';

/** One issue at a time: its guideline, its indicators, the rules between them. */
export function IndicatorAdmin() {
  const { t } = useTranslation('indicators');
  const errorText = useErrorText();
  const { issues } = useChoices();
  const [params, setParams] = useSearchParams();
  const issueId = issueIdSchema.catch('KE').parse(params.get(key));
  const catalogue = useQuery(trpc.indicator.catalogue.queryOptions());
  const issue = catalogue.data?.issues.find((each) => each.id === issueId);

  return (
    <div className={form.stack}>
      <Select
        label={t('issueLabel')}
        data={issues}
        value={issueId}
        onChange={(value) => value !== null && setParams({ [key]: value }, { preventScrollReset: true })}
        allowDeselect={false}
        maw={300}
      />
      {catalogue.isPending && <TableSkeleton rows={10} />}
      {catalogue.error && !catalogue.data && (
        <ErrorState
          title={errorText(catalogue.error)}
          onRetry={() => catalogue.refetch()}
          retrying={catalogue.isFetching}
        />
      )}
      {catalogue.data && issue && (
        <>
          <IndicatorPanel catalogue={catalogue.data} issue={issue} />
          <RulesPanel catalogue={catalogue.data} issueId={issueId} />
          <JuklakPanel
            // Another issue, or another state on the server: the form starts from it.
            key={`${issue.id} ${issue.juklakState} ${issue.juklakNote}`}
            issue={issue}
          />
        </>
      )}
    </div>
  );
}
