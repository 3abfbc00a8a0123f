import { Menu } from '@mantine/core';
import { IconArrowsDiff, IconFileText, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { EditionHead } from '#shared/briefing/edition.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './briefing-list.module.css';
import { comparisonAddress } from './comparison-address.ts';
import { shortHash } from './short-hash.ts';

/** Every edition that was ever frozen, the latest first. */
export function EditionList({ editions }: { editions: readonly EditionHead[] }) {
  const { t } = useTranslation(['briefing', 'ui']);
  const locale = useLocale();
  const clock = useClock();

  const columns: DataColumn<EditionHead>[] = [
    {
      key: 'title',
      header: t('list.editionHead'),
      value: (edition) => edition.title,
      render: (edition) => (
        <span className={classes.name}>
          <Link to={`/briefing/edisi/${edition.id}`} className={classes.link}>
            {t('edition.name', { title: edition.title, number: edition.number })}
          </Link>
          <span className={classes.tags}>
            {t('list.slides', { count: edition.slideCount })}
            {edition.deckId === null && <span>{t('list.deckDeleted')}</span>}
            {edition.holdsSample && <Tag kind="sample" />}
          </span>
        </span>
      ),
    },
    {
      key: 'month',
      header: t('list.month'),
      value: (edition) => edition.month,
      render: (edition) => formatMonth(edition.month, locale),
    },
    {
      key: 'frozen',
      header: t('list.frozen'),
      value: (edition) => edition.frozenAt,
      render: (edition) => (
        <span className={classes.name}>
          {clock.time(edition.frozenAt)}
          <span className={classes.tags}>{edition.frozenByName}</span>
        </span>
      ),
    },
    {
      key: 'data',
      header: t('list.data'),
      value: (edition) => edition.data,
      render: ({ data }) => <Tag kind={data} />,
    },
    {
      key: 'hash',
      header: t('list.hash'),
      render: ({ sha256 }) => (
        <code className={classes.hash} title={sha256}>
          {shortHash(sha256)}
        </code>
      ),
    },
    {
      key: 'menu',
      header: <span className="sr-only">{t('list.actions')}</span>,
      align: 'right',
      render: ({ id, title, number }) => (
        <RowMenu label={t('list.menu', { title: t('edition.name', { title, number }) })}>
          <Menu.Item component={Link} to={`/briefing/edisi/${id}`} leftSection={<IconFileText size={16} aria-hidden />}>
            {t('list.open')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={`/briefing/edisi/${id}/tayang`}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
          >
            {t('edition.present')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={comparisonAddress(id, null)}
            leftSection={<IconArrowsDiff size={16} aria-hidden />}
          >
            {t('edition.compareNow')}
          </Menu.Item>
        </RowMenu>
      ),
    },
  ];

  const table = () =>
    exportTable<EditionHead>(
      [
        { header: t('list.deck'), kind: 'text', value: (edition) => edition.title },
        { header: t('list.editionHead'), kind: 'integer', value: (edition) => edition.number },
        { header: t('list.month'), kind: 'month', value: (edition) => edition.month },
        { header: t('list.slideCount'), kind: 'integer', value: (edition) => edition.slideCount },
        { header: t('list.frozen'), kind: 'instant', value: (edition) => edition.frozenAt },
        { header: t('list.frozenBy'), kind: 'text', value: (edition) => edition.frozenByName },
        { header: t('list.data'), kind: 'text', value: (edition) => t(`ui:tag.${edition.data}`) },
        { header: 'SHA-256', kind: 'text', value: (edition) => edition.sha256 },
      ],
      editions,
    );

  return (
    <>
      <DataTable
        caption={t('list.editionsCaption')}
        captionHidden
        columns={columns}
        rows={editions}
        rowKey={(edition) => edition.id}
        empty={<EmptyState title={t('list.noEditions')}>{t('list.noEditionsText')}</EmptyState>}
      />
      {editions.length > 0 && <TableDownload isQuiet about={{ title: t('list.editionsCaption') }} table={table} />}
    </>
  );
}
