import { Button, Menu } from '@mantine/core';
import { IconCopy, IconPencil, IconPlayerPlay, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useCan } from '#client/lib/session.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { TextLink } from '#client/lib/text-link.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { DeckBrief } from '#shared/briefing/deck.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './briefing-list.module.css';
import { DuplicateDeck } from './duplicate-deck.tsx';
import { useDeleteDeck } from './use-delete-deck.ts';

interface DeckListProps {
  decks: readonly DeckBrief[];
  onNew: () => void;
}

/** Every deck, the latest change first. */
export function DeckList({ decks, onNew }: DeckListProps) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const clock = useClock();
  const mayWrite = useCan('briefing.write');
  const deleteDeck = useDeleteDeck();
  const [copied, setCopied] = useState<DeckBrief>();

  const columns: DataColumn<DeckBrief>[] = [
    {
      key: 'title',
      header: t('list.deck'),
      value: (deck) => deck.title,
      render: (deck) => (
        <span className={classes.name}>
          <Link to={`/briefing/dek/${deck.id}`} className={classes.link}>
            {deck.title}
          </Link>
          <span className={classes.tags}>
            {t('list.slides', { count: deck.slideCount })}
            {deck.data === 'provisional' && <Tag kind="provisional" />}
            {deck.isSample && <Tag kind="sample" />}
          </span>
        </span>
      ),
    },
    {
      key: 'month',
      header: t('list.month'),
      value: (deck) => deck.month,
      render: (deck) => formatMonth(deck.month, locale),
    },
    {
      key: 'edition',
      header: t('list.lastEdition'),
      value: (deck) => deck.lastEdition?.frozenAt ?? '',
      render: ({ lastEdition, editionCount }) =>
        lastEdition ? (
          <span className={classes.name}>
            <TextLink to={`/briefing/edisi/${lastEdition.id}`}>
              {t('list.edition', { number: lastEdition.number, time: clock.time(lastEdition.frozenAt) })}
            </TextLink>
            {editionCount > 1 && <span className={classes.tags}>{t('list.editions', { count: editionCount })}</span>}
          </span>
        ) : (
          <span className={classes.quiet}>{t('list.neverFrozen')}</span>
        ),
    },
    {
      key: 'edited',
      header: t('list.edited'),
      value: (deck) => deck.updatedAt,
      render: (deck) => (
        <span className={classes.name}>
          {deck.updatedByName ?? t('somebody')}
          <span className={classes.tags}>{clock.time(deck.updatedAt)}</span>
        </span>
      ),
    },
    {
      key: 'menu',
      header: <span className="sr-only">{t('list.actions')}</span>,
      align: 'right',
      render: (deck) => (
        <RowMenu label={t('list.menu', { title: deck.title })}>
          <Menu.Item
            component={Link}
            to={`/briefing/dek/${deck.id}`}
            leftSection={<IconPencil size={16} aria-hidden />}
          >
            {t(mayWrite ? 'list.edit' : 'list.open')}
          </Menu.Item>
          {deck.slideCount > 0 && (
            <Menu.Item
              component={Link}
              to={`/briefing/dek/${deck.id}/tayang`}
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
            >
              {t('deck.present')}
            </Menu.Item>
          )}
          {mayWrite && (
            <>
              <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setCopied(deck)}>
                {t('list.duplicate')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void deleteDeck(deck)}>
                {t('list.delete')}
              </Menu.Item>
            </>
          )}
        </RowMenu>
      ),
    },
  ];

  const table = () =>
    exportTable<DeckBrief>(
      [
        { header: t('list.deck'), kind: 'text', value: (deck) => deck.title },
        { header: t('list.month'), kind: 'month', value: (deck) => deck.month },
        { header: t('list.slideCount'), kind: 'integer', value: (deck) => deck.slideCount },
        { header: t('list.lastEdition'), kind: 'integer', value: (deck) => deck.lastEdition?.number },
        { header: t('list.frozen'), kind: 'instant', value: (deck) => deck.lastEdition?.frozenAt },
        { header: t('list.edited'), kind: 'instant', value: (deck) => deck.updatedAt },
        { header: t('list.editedBy'), kind: 'text', value: (deck) => deck.updatedByName },
      ],
      decks,
    );

  return (
    <>
      <DataTable
        caption={t('list.decksCaption')}
        captionHidden
        columns={columns}
        rows={decks}
        rowKey={(deck) => deck.id}
        empty={
          <EmptyState
            title={t('list.noDecks')}
            action={
              mayWrite && (
                <Button mih={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={onNew}>
                  {t('new.button')}
                </Button>
              )
            }
          >
            {t(mayWrite ? 'list.noDecksText' : 'list.noDecksRead')}
          </EmptyState>
        }
      />
      {decks.length > 0 && <TableDownload isQuiet about={{ title: t('list.decks') }} table={table} />}
      {copied && <DuplicateDeck deck={copied} onClose={() => setCopied(undefined)} />}
    </>
  );
}
