import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeckList } from '#client/features/briefing/deck-list.tsx';
import { EditionList } from '#client/features/briefing/edition-list.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useCan } from '#client/lib/session.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import classes from '#client/ui/form.module.css';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';

const NewDeck = lazy(() =>
  import('#client/features/briefing/new-deck.tsx').then((module) => ({ default: module.NewDeck })),
);

/** Decks that are being made, and the editions that were frozen of them. */
export function BriefingsPage() {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const mayWrite = useCan('briefing.write');
  const decks = useQuery(trpc.briefing.decks.queryOptions());
  const editions = useQuery(trpc.briefing.editions.queryOptions({}));
  const [isNew, setNew] = useState(false);
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')}>
        {mayWrite && (
          <Button mih={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNew(true)}>
            {t('new.button')}
          </Button>
        )}
      </PageHeader>
      <div className={classes.stack}>
        <Panel title={t('list.decks')} subtitle={t('list.decksHint')}>
          <LoadedQuery query={decks} waiting={<TableSkeleton />} failed={t('list.decksFailed')} errorText={errorText}>
            {decks.data && <DeckList decks={decks.data} onNew={() => setNew(true)} />}
          </LoadedQuery>
        </Panel>
        <Panel
          title={t('list.editionsTitle')}
          subtitle={t('list.editionsHint')}
          actions={
            editions.data &&
            editions.data.length > 0 && <TextLink to="/briefing/bandingkan">{t('list.compare')}</TextLink>
          }
        >
          <LoadedQuery
            query={editions}
            waiting={<TableSkeleton />}
            failed={t('list.editionsFailed')}
            errorText={errorText}
          >
            {editions.data && <EditionList editions={editions.data} />}
          </LoadedQuery>
        </Panel>
      </div>
      {isNew && (
        <Suspense fallback={null}>
          <NewDeck onClose={() => setNew(false)} />
        </Suspense>
      )}
    </>
  );
}
