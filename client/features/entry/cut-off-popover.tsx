import { Alert, Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { cloneElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PopupProps } from '#client/lib/popup-on-demand.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useReport } from './sheet-context.ts';

export function CutOffPopover({ button, opened, onChange }: PopupProps) {
  const { t } = useTranslation('entry');
  return (
    <Popover opened={opened} onChange={onChange} trapFocus returnFocus position="bottom-start" width={300}>
      <Popover.Target>{cloneElement(button, { onClick: () => onChange(!opened) })}</Popover.Target>
      <Popover.Dropdown aria-label={t('cutOff.change')}>
        {opened && <CutOffForm onDone={() => onChange(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function CutOffForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const errorText = useErrorText();
  const { report } = grid;
  const [date, setDate] = useState(report.cutOffDate ?? '');
  const [label, setLabel] = useState(report.cutOffLabel ?? '');
  const save = useMutation(trpc.report.setCutOff.mutationOptions({ onSuccess: onDone }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          reportKey: report.reportKey,
          expectedVersion: report.version,
          cutOffDate: date === '' ? null : date,
          cutOffLabel: label.trim() === '' ? null : label.trim(),
        });
      }}
    >
      <Stack gap="xs">
        <TextInput
          type="date"
          label={t('cutOff.date')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput
          label={t('cutOff.label')}
          placeholder={t('cutOff.placeholder')}
          description={t('cutOff.hint')}
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {save.isError && (
          <Alert color="red" role="alert">
            {errorText(save.error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="sm" onClick={onDone}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" size="sm" loading={save.isPending}>
            {t('common:action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
