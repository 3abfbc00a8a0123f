import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifyInfo } from '#client/lib/notify.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpcClient } from '#client/lib/trpc.ts';
import { formatDate } from '#shared/date-format.ts';
import type { SmallWinCard } from '#shared/small-win.ts';
import { useClaimText } from './claim-text.ts';
import type { FeedFilter } from './feed-address.ts';
import { useChoices } from './use-choices.ts';

const pageSize = 50;
const most = 2_000;

type Claim = NonNullable<SmallWinCard['claim']>;

/** All small wins that the filters let through, not only those on the screen. */
export function FeedDownload({ filter, hasSample }: { filter: FeedFilter; hasSample: boolean }) {
  const { t } = useTranslation(['smallWins', 'common']);
  const locale = useLocale();
  const claimText = useClaimText();
  const { areas } = useChoices();

  async function gather(): Promise<SmallWinCard[]> {
    const wins: SmallWinCard[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: SmallWinCard[]; nextCursor: string | null } = await trpcClient.smallWin.list.query({
        ...filter,
        limit: pageSize,
        cursor,
      });
      wins.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && wins.length < most);
    if (cursor !== null) notifyInfo(t('export.tooMany', { count: wins.length }));
    return wins;
  }

  const figure = (value: number | null | undefined, { indicator }: Claim) => ({
    value: value ?? null,
    decimals: indicator.decimals,
    percent: indicator.isPercentage,
  });

  async function table(): Promise<ExportTable> {
    return exportTable<SmallWinCard>(
      [
        { header: t('detail.date'), kind: 'date', value: (win) => win.date },
        { header: t('detail.issue'), kind: 'text', value: (win) => t(`common:issue.${win.issueId.toLowerCase()}`) },
        { header: t('filter.news'), kind: 'text', value: (win) => t(`news.${win.news}`) },
        { header: t('form.titleLabel'), kind: 'text', value: (win) => win.title },
        { header: t('export.excerpt'), kind: 'text', value: (win) => win.excerpt },
        { header: t('detail.areas'), kind: 'text', value: (win) => win.areas.map(({ name }) => name).join(', ') },
        { header: t('detail.agency'), kind: 'text', value: (win) => win.agency?.name ?? t('detail.agencyNone') },
        { header: t('filter.states'), kind: 'text', value: (win) => t(`state.${win.state}`) },
        {
          header: t('export.indicator'),
          kind: 'text',
          value: ({ claim }) => claim && claimText.indicator(claim.indicator),
        },
        { header: t('claim.claimed'), kind: 'figure', value: ({ claim }) => claim && figure(claim.claimed, claim) },
        { header: t('claim.held'), kind: 'figure', value: ({ claim }) => claim && figure(claim.figure?.value, claim) },
        {
          header: t('claim.difference'),
          kind: 'figure',
          value: ({ claim }) => claim && figure(claim.difference, claim),
        },
        { header: t('export.files'), kind: 'integer', value: (win) => win.photos.length + win.fileCount },
        {
          header: t('common:sample'),
          kind: 'text',
          value: (win) => t(win.isSample ? 'common:state.yes' : 'common:state.no'),
        },
      ],
      await gather(),
    );
  }

  const day = (date: string | undefined) => date && formatDate(date, locale);
  const areaName = areas.flatMap(({ items }) => items).find(({ value }) => value === filter.areaId)?.label;
  return (
    <TableDownload
      isQuiet
      about={{
        title: t('title'),
        filters: [
          { label: t('filter.issue'), text: filter.issueId && t(`common:issue.${filter.issueId.toLowerCase()}`) },
          { label: t('filter.area'), text: filter.areaId && (areaName ?? filter.areaId) },
          { label: t('filter.news'), text: filter.news && t(`news.${filter.news}`) },
          { label: t('filter.states'), text: filter.state && t(`state.${filter.state}`) },
          { label: t('filter.from'), text: day(filter.from) },
          { label: t('filter.to'), text: day(filter.to) },
          { label: t('filter.text'), text: filter.text },
        ],
        sample: hasSample,
      }}
      table={table}
    />
  );
}
