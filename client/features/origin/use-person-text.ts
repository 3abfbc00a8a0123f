import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { formatDateTime } from '#shared/date-format.ts';

/** "Sitti Aminah, 4 Sep 2023 10.12 WITA"; without a name the time alone. */
export function usePersonText(): (person: { name: string | null; at: string }) => string {
  const { t } = useTranslation('origin');
  const locale = useLocale();
  const { app } = useSession();
  return ({ name, at }) => {
    const time = formatDateTime(at, locale, app.timeZone, app.timeZoneLabel, 'short');
    return name === null ? time : t('person', { name, time });
  };
}
