import { Alert, Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { NewsMark, StateBadge } from '#client/features/small-win/marks.tsx';
import { ReviewActions } from '#client/features/small-win/review-actions.tsx';
import { SmallWinForm } from '#client/features/small-win/small-win-form.tsx';
import { SmallWinView } from '#client/features/small-win/small-win-view.tsx';
import { AppClientError } from '#client/lib/app-error.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useCan } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { SmallWinDetail } from '#shared/small-win.ts';
import classes from './small-win-page.module.css';

/** The address of the form for a record that does not exist yet. */
const newId = 'baru';

/** One small win: to read, to write anew (`/small-wins/baru`), to change (`?ubah=1`). */
export function SmallWinPage() {
  const { id = newId } = useParams();
  if (id === newId) return <NewSmallWin />;
  return (
    <Suspense fallback={<CardSkeleton height={320} />}>
      <ExistingSmallWin key={id} id={id} />
    </Suspense>
  );
}

function NewSmallWin() {
  const { t } = useTranslation('smallWins');
  useDocumentTitle(t('form.newTitle'));
  if (!useCan('small_win.write')) throw new AppClientError('NOT_ALLOWED');
  return (
    <>
      <BackLink />
      <PageHeader title={t('form.newTitle')} description={t('form.description')} />
      <SmallWinForm win={null} />
    </>
  );
}

function ExistingSmallWin({ id }: { id: string }) {
  const { t } = useTranslation('smallWins');
  const [params] = useSearchParams();
  const { data: win } = useSuspenseQuery(trpc.smallWin.get.queryOptions({ id }));
  const isEditing = params.has('ubah');
  useDocumentTitle(isEditing ? t('form.editTitle') : win.title);
  if (isEditing) return <EditSmallWin win={win} />;
  return (
    <OriginProvider>
      <BackLink />
      <PageHeader
        title={win.title}
        beside={
          <span className={classes.marks}>
            <NewsMark news={win.news} />
            <StateBadge state={win.state} />
            {win.isSample && <Tag kind="sample" />}
          </span>
        }
      >
        <ReviewActions win={win} />
      </PageHeader>
      <SmallWinView win={win} />
    </OriginProvider>
  );
}

/** The form stays as it was opened, whatever becomes of the record meanwhile: what was typed must not vanish. */
function EditSmallWin({ win }: { win: SmallWinDetail }) {
  const { t } = useTranslation('smallWins');
  const [opened] = useState(win);
  return (
    <>
      <BackLink to={`/small-wins/${opened.id}`}>{opened.title}</BackLink>
      <PageHeader title={t('form.editTitle')} beside={<StateBadge state={opened.state} />} />
      {opened.returnReason !== null && (
        <Alert className={classes.returned} variant="default" title={t('detail.returned')}>
          {opened.returnReason}
        </Alert>
      )}
      {opened.actions.includes('edit') ? <SmallWinForm win={opened} /> : <EmptyState title={t('form.notEditable')} />}
    </>
  );
}

function BackLink({ to = '/small-wins', children }: { to?: string; children?: ReactNode }) {
  const { t } = useTranslation('smallWins');
  return (
    <Anchor component={Link} to={to} className={classes.back} data-no-print>
      <IconArrowLeft size={16} aria-hidden />
      {children ?? t('back')}
    </Anchor>
  );
}
