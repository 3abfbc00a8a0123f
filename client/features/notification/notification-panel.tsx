import { Button } from '@mantine/core';
import { IconBellOff, IconChecks, IconCloudOff, IconSettings } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveState } from '#client/lib/live.ts';
import { notifyError } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { addDays } from '#shared/month.ts';
import type { MarkReadInput, NotificationList } from '#shared/notification.ts';
import { Notice } from './notice.tsx';
import { noticesByDay } from './notices-by-day.ts';
import classes from './notification.module.css';
import { useDayOf } from './use-day-of.ts';

/** What this person was told, by day, the latest first. */
export function NotificationPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['notification', 'common']);
  const queries = useQueryClient();
  const errorText = useErrorText();
  const title = useRef<HTMLHeadingElement>(null);
  const isOffline = useLiveState() === 'offline';
  const list = useQuery({ ...trpc.notification.list.queryOptions(), staleTime: 0 });
  const markRead = useMutation(
    trpc.notification.markRead.mutationOptions({
      onSuccess: (count) => queries.setQueryData(trpc.notification.unreadCount.queryKey(), count),
      onError: (error) => notifyError({ id: 'notification', message: errorText(error) }),
      // What was read changes no figure on any page.
      meta: { invalidate: false },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.notification.pathKey() }),
    }),
  );
  const mark = (input: MarkReadInput) => {
    // The button that was pressed goes with the mark: the focus must not be lost to the page behind.
    title.current?.focus();
    markRead.mutate(input);
  };
  const newest = list.data?.notifications[0];
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2 ref={title} tabIndex={-1} className={classes.title}>
          {t('title')}
        </h2>
        {newest && list.data && list.data.unread > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            mih={44}
            leftSection={<IconChecks size={16} aria-hidden />}
            loading={markRead.isPending}
            onClick={() => mark({ until: newest.createdAt })}
          >
            {t('markAll')}
          </Button>
        )}
      </div>
      {isOffline && list.data && (
        <p className={classes.offline} role="status">
          <IconCloudOff size={15} aria-hidden />
          {t('offline')}
        </p>
      )}
      <div className={classes.scroll}>
        {list.data ? (
          <Notices list={list.data} onRead={(id) => mark({ ids: [id] })} onClose={onClose} />
        ) : list.isError ? (
          <ErrorState title={errorText(list.error)} onRetry={() => list.refetch()} retrying={list.isFetching} />
        ) : (
          <CardSkeleton height={160} />
        )}
      </div>
      <Link to="/akun#pemberitahuan" className={classes.settings} onClick={onClose}>
        <IconSettings size={16} aria-hidden />
        {t('settings.open')}
      </Link>
    </div>
  );
}

type NoticesProps = { list: NotificationList; onRead: (id: string) => void; onClose: () => void };

function Notices({ list, onRead, onClose }: NoticesProps) {
  const { t } = useTranslation('notification');
  const clock = useClock();
  const dayOf = useDayOf();
  const today = useToday();
  if (list.notifications.length === 0) {
    return (
      <EmptyState icon={<IconBellOff size={28} stroke={1.5} aria-hidden />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  const named = (day: string) =>
    day === today ? t('day.today') : day === addDays(today, -1) ? t('day.yesterday') : clock.date(day);
  return noticesByDay(list.notifications, dayOf).map(({ day, notices }) => (
    <section key={day} aria-label={named(day)}>
      <h3 className={classes.day}>{named(day)}</h3>
      <ul className={classes.notices}>
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} onRead={onRead} onClose={onClose} />
        ))}
      </ul>
    </section>
  ));
}
