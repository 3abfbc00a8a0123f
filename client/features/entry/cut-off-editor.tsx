import { Alert, Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconCalendarTime, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';

/** The cut-off of the figures ("s.d. minggu II Agustus 2023"), to be read and, by who enters them, changed. */
export function CutOffEditor() {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const { mode } = useSheet();
  const clock = useClock();
  const [opened, setOpened] = useState(false);
  const { cutOffDate, cutOffLabel } = grid.report;
  const text = cutOffLabel ?? (cutOffDate && clock.date(cutOffDate));
  const words = text ? t('cutOff.until', { text }) : t('cutOff.none');
  const isOpen = grid.report.state !== 'submitted' && grid.report.state !== 'verified';
  if (mode !== 'enter' || !isOpen) return <span>{words}</span>;
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" width={300}>
      <Popover.Target>
        <button type="button" className={classes.metaButton} onClick={() => setOpened((open) => !open)}>
          <IconCalendarTime size={14} aria-hidden />
          {words}
          <IconPencil size={12} aria-hidden />
          <span className="sr-only">{t('cutOff.change')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('cutOff.change')}>
        {opened && <CutOffForm onDone={() => setOpened(false)} />}
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
