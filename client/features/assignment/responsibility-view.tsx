import { Switch, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { formatDate } from '#shared/date-format.ts';
import classes from './assignment.module.css';
import { useTaskName } from './assignment-types.ts';
import { useResponsibilityExport } from './responsibility-export.ts';
import { ResponsibilityMatrix } from './responsibility-matrix.tsx';
import { agencyAbbrs, countGaps, districtRows, findRows } from './responsibility-rows.ts';

/** Who is responsible for what on a day, and what became different since another day. */
export function ResponsibilityView() {
  const { t } = useTranslation('assignments');
  const errorText = useErrorText();
  const locale = useLocale();
  const today = useToday();
  const taskName = useTaskName();
  const [date, setDate] = useState<string | null>(today);
  const [compared, setCompared] = useState<string | null>(null);
  const [isOnlyChanged, setOnlyChanged] = useState(false);
  const [wanted, setWanted] = useState('');
  const now = useQuery(
    trpc.assignment.responsibility.queryOptions({ date: date ?? today }, { placeholderData: keepPreviousData }),
  );
  const before = useQuery(
    trpc.assignment.responsibility.queryOptions(compared === null ? skipToken : { date: compared }),
  );
  const view = now.data;
  const old = compared === null ? undefined : before.data;
  const rows = view ? districtRows(view, old) : [];
  const abbrs = agencyAbbrs([view, old]);
  const abbrOf = (id: string) => abbrs.get(id) ?? id;
  const changed = rows.filter((row) => row.isChanged);
  const shown = findRows(isOnlyChanged && old ? changed : rows, wanted, abbrOf);
  const day = (text: string) => formatDate(text, locale);
  const gaps = view ? countGaps(view) : 0;
  const exportOf = useResponsibilityExport();
  const title = t('day.title', { date: day(view?.date ?? date ?? today) });

  return (
    <Panel
      title={title}
      subtitle={t('day.lead')}
      actions={
        view && (
          <TableDownload
            about={{
              title,
              filters: [
                { label: t('day.compare'), text: old && compared && day(compared) },
                { label: t('day.find'), text: wanted.trim() },
                { label: t('day.onlyChanged'), text: isOnlyChanged && old ? t('common:state.yes') : undefined },
              ],
              sample: view.assignments.some((each) => each.isSample),
            }}
            table={() => exportOf(view, old, shown, abbrOf)}
          />
        )
      }
    >
      <search className={form.filters}>
        <DateField label={t('day.date')} size="sm" value={date} onChange={setDate} />
        <DateField
          label={`${t('day.compare')} (${t('day.compareHint')})`}
          size="sm"
          clearable
          value={compared}
          onChange={setCompared}
        />
        <TextInput
          aria-label={t('day.find')}
          placeholder={t('day.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        {old && (
          <Switch
            label={t('day.onlyChanged')}
            checked={isOnlyChanged}
            onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
          />
        )}
      </search>
      {now.isPending && <TableSkeleton rows={12} />}
      {now.error && !view && (
        <ErrorState title={errorText(now.error)} onRetry={() => now.refetch()} retrying={now.isFetching} />
      )}
      {before.error && !old && (
        <ErrorState title={errorText(before.error)} onRetry={() => before.refetch()} retrying={before.isFetching} />
      )}
      {view && (
        <>
          <div role="status">
            <ul className={classes.findings}>
              <li>
                {gaps === 0 ? <IconCheck size={16} aria-hidden /> : <IconInfoCircle size={16} aria-hidden />}
                {gaps === 0 ? t('day.noGaps') : t('day.gaps', { count: gaps, total: view.areas.length })}
              </li>
              {view.overlaps.map((overlap) => (
                <li key={`${overlap.role} ${overlap.issueId} ${overlap.areaId} ${overlap.agencyIds.join()}`}>
                  <IconAlertTriangle size={16} aria-hidden />
                  {t('day.overlap', {
                    agencies: overlap.agencyIds.map(abbrOf).join(', '),
                    role: t(`role.${overlap.role}`),
                    task: taskName({ ...overlap, areaLevel: null, parentName: null }),
                  })}
                </li>
              ))}
              {old && compared !== null && (
                <li>
                  <IconInfoCircle size={16} aria-hidden />
                  {changed.length === 0
                    ? t('day.noChanges', { from: day(compared), to: day(view.date) })
                    : t('day.changes', { count: changed.length, from: day(compared), to: day(view.date) })}
                </li>
              )}
            </ul>
          </div>
          <ResponsibilityMatrix view={view} old={old} rows={shown} abbrOf={abbrOf} />
        </>
      )}
    </Panel>
  );
}
