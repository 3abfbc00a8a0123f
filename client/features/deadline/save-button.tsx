import { Button } from '@mantine/core';

/** Of a form with one setting: there is nothing to press before it differs. */
export function SaveButton({ label, isChanged, isSaving }: { label: string; isChanged: boolean; isSaving: boolean }) {
  return (
    <Button type="submit" mih={44} disabled={!isChanged} loading={isSaving} style={{ alignSelf: 'flex-start' }}>
      {label}
    </Button>
  );
}
