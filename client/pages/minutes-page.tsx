import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MinutesSheet } from '#client/features/meeting/minutes-sheet.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { trpc } from '#client/lib/trpc.ts';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import classes from './minutes-page.module.css';

/** The minutes of a meeting, ready for paper. */
export function MinutesPage() {
  const { id = '' } = useParams();
  return (
    <Suspense fallback={<CardSkeleton height={480} />}>
      <Minutes id={id} />
    </Suspense>
  );
}

function Minutes({ id }: { id: string }) {
  const { t } = useTranslation('meeting');
  const { data: meeting } = useSuspenseQuery(trpc.meeting.get.queryOptions({ id }));
  useDocumentTitle(t('minutes.of', { title: meeting.title }));
  return (
    <>
      <div className={classes.bar} data-no-print>
        <Anchor component={Link} to={`/koordinasi/${id}`} className={classes.back}>
          <IconArrowLeft size={16} aria-hidden />
          {t('minutes.back')}
        </Anchor>
        <Button mih={44} leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
      </div>
      <MinutesSheet meeting={meeting} />
    </>
  );
}
