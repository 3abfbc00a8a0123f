import { Stack } from '@mantine/core';
import { CardSkeleton, ChartSkeleton } from '#client/ui/skeletons.tsx';

/** Keeps the places of the headline and the first panels. */
export function PageSkeleton() {
  return (
    <Stack gap="md">
      <CardSkeleton height={112} />
      <ChartSkeleton height={220} />
      <ChartSkeleton height={300} />
    </Stack>
  );
}
