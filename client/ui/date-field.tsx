import { TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';

export interface DateFieldProps {
  label: string;
  description?: ReactNode;
  /** `YYYY-MM-DD`, or null when nothing is chosen. */
  value?: string | null;
  onChange: (date: string | null) => void;
  error?: ReactNode;
  placeholder?: string;
  max?: string;
  min?: string;
  clearable?: boolean;
  required?: boolean;
  size?: 'sm' | 'md';
}

const CalendarInput = lazy(() => import('./calendar-input.tsx').then((module) => ({ default: module.CalendarInput })));

/** A date that can be typed or picked. The calendar is fetched with the first field that needs it. */
export function DateField(props: DateFieldProps) {
  const { label, description, value, required, size = 'md' } = props;
  const waiting = (
    <TextInput label={label} description={description} value={value ?? ''} required={required} readOnly size={size} />
  );
  return (
    <Suspense fallback={waiting}>
      <CalendarInput {...props} />
    </Suspense>
  );
}
