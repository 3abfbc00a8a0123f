import '@mantine/dates/styles.css';
import 'dayjs/locale/id';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatDate } from '#shared/date-format.ts';
import type { DateFieldProps } from './date-field.tsx';
import { parseTypedDate } from './typed-date.ts';

export function CalendarInput({ label, value, onChange, min, max, size = 'md', ...rest }: DateFieldProps) {
  const { t } = useTranslation('common');
  const locale = useLocale();
  return (
    <DateInput
      label={label}
      value={value}
      onChange={onChange}
      minDate={min}
      maxDate={max}
      size={size}
      {...rest}
      locale={locale}
      firstDayOfWeek={1}
      valueFormat={(date) => formatDate(date, locale)}
      dateParser={parseTypedDate}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      leftSection={<IconCalendar size={16} aria-hidden />}
      popoverProps={{ withinPortal: true }}
    />
  );
}
