import { TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';

export interface DateFieldProps {
  label: string;
  /** `YYYY-MM-DD`, or null when nothing is chosen. */
  value: string | null;
  onChange: (date: string | null) => void;
  error?: ReactNode;
  max?: string;
  min?: string;
  clearable?: boolean;
  required?: boolean;
}

const CalendarInput = lazy(() => import('./calendar-input.tsx').then((module) => ({ default: module.CalendarInput })));

/** A date that can be typed or picked. The calendar is fetched with the first field that needs it. */
export function DateField(props: DateFieldProps) {
  const { label, value, required } = props;
  return (
    <Suspense fallback={<TextInput label={label} value={value ?? ''} required={required} readOnly size="md" />}>
      <CalendarInput {...props} />
    </Suspense>
  );
}
