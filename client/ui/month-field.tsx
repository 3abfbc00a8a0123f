import { TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth } from '#shared/date-format.ts';

export interface MonthFieldProps {
  label: string;
  description?: ReactNode;
  /** `YYYY-MM`, or null when nothing is chosen. */
  value?: string | null;
  onChange: (month: string | null) => void;
  error?: ReactNode;
  placeholder?: string;
  clearable?: boolean;
  required?: boolean;
}

const MonthInput = lazy(() => import('./month-input.tsx').then((module) => ({ default: module.MonthInput })));

/** A month in a form. The calendar is fetched with the first field that needs it. */
export function MonthField(props: MonthFieldProps) {
  const { label, description, value, required } = props;
  const locale = useLocale();
  const text = value ? formatMonth(value, locale) : '';
  return (
    <Suspense
      fallback={<TextInput label={label} description={description} value={text} required={required} readOnly />}
    >
      <MonthInput {...props} />
    </Suspense>
  );
}
