import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChoices } from '#client/lib/use-choices.ts';
import { MonthField } from '#client/ui/month-field.tsx';
import { type Slide, type SlideFilter, slideKindFilters } from '#shared/briefing/slide.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import { useRegencies } from './use-regencies.ts';

interface FilterFieldsProps {
  kind: Slide['kind'];
  filter: SlideFilter;
  onChange: (filter: SlideFilter) => void;
}

/** What the slide is narrowed to: only the choices that mean something on its kind. */
export function FilterFields({ kind, filter, onChange }: FilterFieldsProps) {
  const { t } = useTranslation('briefing');
  const choices = useChoices();
  const regencies = useRegencies();
  const { takes, needs } = slideKindFilters[kind];
  if (takes.length === 0) return null;
  const needsIssue = needs.includes('issueId');
  return (
    <>
      {takes.includes('issueId') && (
        <Select
          label={t('settings.issue')}
          placeholder={t(needsIssue ? 'settings.chooseIssue' : 'settings.allIssues')}
          data={choices.issues}
          value={filter.issueId}
          onChange={(value) => onChange({ ...filter, issueId: issueIdSchema.safeParse(value).data ?? null })}
          error={needsIssue && filter.issueId === null ? t('settings.issueNeeded') : undefined}
          required={needsIssue}
          allowDeselect={false}
          clearable={!needsIssue}
        />
      )}
      {takes.includes('areaId') && (
        <Select
          label={t('settings.area')}
          placeholder={t('settings.wholeProvince')}
          data={regencies}
          value={filter.areaId}
          onChange={(areaId) => onChange({ ...filter, areaId })}
          searchable
          clearable
        />
      )}
      {takes.includes('month') && (
        <MonthField
          label={t('settings.month')}
          placeholder={t('settings.deckMonth')}
          value={filter.month}
          onChange={(month) => onChange({ ...filter, month })}
          clearable
        />
      )}
    </>
  );
}
