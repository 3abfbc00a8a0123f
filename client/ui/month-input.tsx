import '@mantine/dates/styles.css';
import 'dayjs/locale/id';
import { MonthPickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { MonthFieldProps } from './month-field.tsx';

export function MonthInput({ value, onChange, ...rest }: MonthFieldProps) {
  const { t } = useTranslation('common');
  const locale = useLocale();
  return (
    <MonthPickerInput
      value={value ? `${value}-01` : null}
      onChange={(date) => onChange(date === null ? null : date.slice(0, 7))}
      locale={locale}
      valueFormat="MMMM YYYY"
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      leftSection={<IconCalendar size={16} aria-hidden />}
      popoverProps={{ withinPortal: true }}
      {...rest}
    />
  );
}
