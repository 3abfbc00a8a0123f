import { Alert } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { Overview } from '#shared/overview.ts';

/** Says so when nothing was reported for the month yet, and leads to the last month that has figures. */
export function NoFiguresNotice({ overview: { month, latestMonth, data } }: { overview: Overview }) {
  const { t } = useTranslation('overview');
  const locale = useLocale();
  if (latestMonth === null || latestMonth >= month) return null;
  const latest = formatMonth(latestMonth, locale);
  const scope = data === 'provisional' ? '&data=sementara' : '';
  return (
    <Alert
      mb="sm"
      color="navy"
      icon={<IconCalendarOff size={18} aria-hidden />}
      title={t('none', { month: formatMonth(month, locale) })}
    >
      {t(data === 'verified' ? 'noneVerified' : 'noneSubmitted', { latest })}{' '}
      <TextLink to={`/?bulan=${latestMonth}${scope}`}>{t('noneOpen', { latest })}</TextLink>
    </Alert>
  );
}
