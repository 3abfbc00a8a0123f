import { ActionIcon } from '@mantine/core';
import {
  IconAlertOctagonFilled,
  IconArrowBackUp,
  IconCalendarDue,
  IconCheck,
  IconCircleCheckFilled,
  IconHourglassLow,
  IconListDetails,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClock } from '#client/lib/use-clock.ts';
import type { Notification, NotificationKind } from '#shared/notification.ts';
import classes from './notification.module.css';
import { useNoticeWords } from './use-notice-words.ts';

const icons = {
  due_soon: IconCalendarDue,
  overdue: IconAlertOctagonFilled,
  returned: IconArrowBackUp,
  verified: IconCircleCheckFilled,
  to_verify: IconHourglassLow,
  digest: IconListDetails,
} as const satisfies Record<NotificationKind, typeof IconCheck>;

/** Reports that one notice shows; the rest wait on the page that lists them all. */
const mostShown = 4;

type NoticeProps = { notice: Notification; onRead: (id: string) => void; onClose: () => void };

/** One thing that was told: a sentence, and a way to each report that it speaks of. */
export function Notice({ notice, onRead, onClose }: NoticeProps) {
  const { t } = useTranslation('notification');
  const clock = useClock();
  const words = useNoticeWords(notice);
  const Icon = icons[notice.kind];
  const isUnread = notice.readAt === null;
  const follow = () => {
    if (isUnread) onRead(notice.id);
    onClose();
  };
  return (
    <li className={classes.notice} data-kind={notice.kind} data-unread={isUnread || undefined}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.headline}>
          {isUnread && <span className={classes.new}>{t('new')}</span>} {words.headline}
        </p>
        <ul className={classes.links}>
          {words.links.slice(0, mostShown).map(({ to, text }) => (
            <li key={to}>
              <Link to={to} className={classes.link} onClick={follow}>
                {text}
              </Link>
            </li>
          ))}
          {words.links.length > mostShown && (
            <li>
              <Link to={words.allAt} className={classes.link} onClick={follow}>
                {t('more', { count: words.links.length - mostShown })}
              </Link>
            </li>
          )}
        </ul>
        <p className={classes.time}>{clock.time(notice.createdAt)}</p>
      </div>
      {isUnread && (
        <ActionIcon
          size={44}
          aria-label={t('markRead', { what: words.headline })}
          title={t('markReadShort')}
          onClick={() => onRead(notice.id)}
        >
          <IconCheck size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
