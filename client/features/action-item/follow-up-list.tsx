import { Button, SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { isClosed } from '#shared/action-item.ts';
import { issueIds } from '#shared/indicator.ts';
import { type ActionItem, actionItemFilters } from '#shared/meeting.ts';
import classes from './action-item.module.css';
import { useFollowUpExport } from './follow-up-export.ts';
import { type FollowUpFilter, useFollowUpFilter } from './follow-up-filter.ts';
import { ItemList } from './item-list.tsx';

/** All that was agreed: overdue first, however old, until somebody closes it. */
export function FollowUpList() {
  const { t } = useTranslation('actionItem');
  const errorText = useErrorText();
  const { filter, change, namedId } = useFollowUpFilter();
  // A link to one item finds it whatever has become of it.
  const asked = namedId === null ? filter : { ...filter, state: 'all' as const };
  const items = useQuery(trpc.actionItem.list.queryOptions(asked, { placeholderData: keepPreviousData }));
  const exportOf = useFollowUpExport();
  const choices = useChoices();
  const found = items.data ?? [];
  const overdue = found.filter((item) => item.daysLate > 0);
  const unfinished = found.filter((item) => item.daysLate === 0 && !isClosed(item.state));
  const closed = found.filter((item) => isClosed(item.state));
  const isFiltered = filter.issueId !== undefined || filter.agencyId !== undefined || filter.state !== 'unfinished';
  return (
    <>
      <Filters filter={asked} change={change} />
      <LoadedQuery query={items} waiting={<CardSkeleton height={180} />} failed={t('failed')} errorText={errorText}>
        {found.length === 0 && (
          <EmptyState title={t('empty.title')}>{t(isFiltered ? 'empty.filtered' : 'empty.text')}</EmptyState>
        )}
        <div aria-busy={items.isPlaceholderData}>
          <Section title={t('section.overdue', { count: overdue.length })} items={overdue} namedId={namedId} />
          <Section title={t('section.unfinished', { count: unfinished.length })} items={unfinished} namedId={namedId} />
          <Section title={t('section.closed', { count: closed.length })} items={closed} namedId={namedId} />
        </div>
        {found.length > 0 && (
          <TableDownload
            isQuiet
            about={{
              title: t('title'),
              filters: [
                { label: t('filter.state'), text: t(`filter.${asked.state}`) },
                { label: t('filter.issue'), text: asked.issueId && choices.issueName(asked.issueId) },
                { label: t('filter.agency'), text: asked.agencyId && choices.agencyAbbr(asked.agencyId) },
              ],
              sample: found.some((item) => item.isSample),
            }}
            table={() => exportOf(found)}
          />
        )}
      </LoadedQuery>
    </>
  );
}

function Section({ title, items, namedId }: { title: string; items: readonly ActionItem[]; namedId: string | null }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className={classes.sectionTitle}>{title}</h2>
      <ItemList items={items} namedId={namedId} />
    </section>
  );
}

interface FiltersProps {
  filter: FollowUpFilter;
  change: (patch: Partial<FollowUpFilter>) => void;
}

function Filters({ filter, change }: FiltersProps) {
  const { t } = useTranslation('actionItem');
  const choices = useChoices();
  const { user } = useSession();
  const ownAgencyId = user?.agencyId ?? undefined;
  return (
    <search className={classes.filters} aria-label={t('filter.label')} data-no-print>
      <SegmentedControl
        aria-label={t('filter.state')}
        value={filter.state}
        onChange={(value) => change({ state: actionItemFilters.find((each) => each === value) })}
        data={actionItemFilters.map((each) => ({ value: each, label: t(`filter.${each}`) }))}
        className={classes.segments}
      />
      <Select
        label={t('filter.issue')}
        placeholder={t('filter.allIssues')}
        data={choices.issues}
        value={filter.issueId ?? null}
        onChange={(value) => change({ issueId: issueIds.find((each) => each === value) })}
        clearable
      />
      <Select
        label={t('filter.agency')}
        placeholder={t('filter.allAgencies')}
        data={choices.agencies()}
        value={filter.agencyId ?? null}
        onChange={(value) => change({ agencyId: value ?? undefined })}
        searchable
        clearable
        limit={100}
      />
      {ownAgencyId && filter.agencyId !== ownAgencyId && (
        <Button variant="default" mih={44} onClick={() => change({ agencyId: ownAgencyId })}>
          {t('filter.mine')}
        </Button>
      )}
    </search>
  );
}
