import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type IssueId, issueIdSchema, issueIds } from '#shared/indicator.ts';

type IssueFilterProps = {
  value: IssueId | undefined;
  onChange: (issueId: IssueId | undefined) => void;
  /** Only these are offered; all five where none are named. */
  issues?: readonly IssueId[];
};

export function IssueFilter({ value, onChange, issues = issueIds }: IssueFilterProps) {
  const { t } = useTranslation('report');
  return (
    <NativeSelect
      aria-label={t('filter.issue')}
      value={value ?? ''}
      data={[
        { value: '', label: t('filter.allIssues') },
        ...issues.map((id) => ({ value: id, label: t(`common:issue.${id.toLowerCase()}`) })),
      ]}
      onChange={(event) => {
        const parsed = issueIdSchema.safeParse(event.currentTarget.value);
        onChange(parsed.success ? parsed.data : undefined);
      }}
    />
  );
}
