import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { Tag } from '#client/ui/tag.tsx';
import type { MeetingBrief } from '#shared/meeting.ts';

/** `09.00–11.30 WITA`, `09.00 WITA`, or null where no time is set. */
export function useMeetingTime(): (meeting: Pick<MeetingBrief, 'startTime' | 'endTime'>) => string | null {
  const { t } = useTranslation('meeting');
  const locale = useLocale();
  const zone = useSession().app.timeZoneLabel;
  return useMemo(() => {
    const written = (time: string) => (locale === 'id' ? time.replace(':', '.') : time);
    return ({ startTime, endTime }) => {
      if (startTime === null) return null;
      const start = written(startTime);
      return endTime === null ? t('time', { start, zone }) : t('span', { start, end: written(endTime), zone });
    };
  }, [t, locale, zone]);
}

export function KindMarks({ meeting }: { meeting: Pick<MeetingBrief, 'kind' | 'direction' | 'isSample'> }) {
  const { t } = useTranslation('meeting');
  return (
    <>
      <Tag>{t(`kind.${meeting.kind}`)}</Tag>
      <Tag>{t(`direction.${meeting.direction}`)}</Tag>
      {meeting.isSample && <Tag kind="sample" />}
    </>
  );
}
