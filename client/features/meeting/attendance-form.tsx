import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import form from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import type { Attendance, Invitee, Meeting } from '#shared/meeting.ts';
import classes from './meeting.module.css';

interface AttendanceFormProps {
  meeting: Pick<Meeting, 'id' | 'version' | 'date' | 'attendance'>;
  onDone: () => void;
}

/** Invites agencies as they were registered on the meeting's day, adds guests, and marks who came. */
export function AttendanceForm({ meeting, onDone }: AttendanceFormProps) {
  const { t } = useTranslation(['meeting', 'common']);
  const errorText = useErrorText();
  const clock = useClock();
  const { issues } = useChoices();
  const [rows, setRows] = useState<readonly Attendance[]>(meeting.attendance);
  const [issueId, setIssueId] = useState<string | null>(null);
  const [guest, setGuest] = useState('');
  const invitees = useQuery(trpc.meeting.invitees.queryOptions({ date: meeting.date }));
  const save = useMutation(
    trpc.meeting.setAttendance.mutationOptions({
      onSuccess: () => {
        notifySuccess(t('attendance.saved'));
        onDone();
      },
    }),
  );

  function invite(isWanted: (invitee: Invitee) => boolean): void {
    const known = new Set(rows.map((row) => row.agencyId));
    const added = (invitees.data ?? []).filter((each) => isWanted(each) && !known.has(each.agencyId));
    setRows([...rows, ...added.map(({ agencyId, name }) => newRow(agencyId, name))]);
  }

  function addGuest(): void {
    const name = guest.trim();
    if (name === '') return;
    setRows([...rows, newRow(null, name)]);
    setGuest('');
  }

  const allPresent = rows.length > 0 && rows.every((row) => row.isPresent);
  return (
    <DrawerPanel opened onClose={onDone} title={t('attendance.formTitle')} size="lg">
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ id: meeting.id, version: meeting.version, attendance: [...rows] });
        }}
      >
        <p className={form.note}>{t('attendance.asOf', { date: clock.date(meeting.date) })}</p>
        <div className={classes.buttons}>
          <Button variant="default" mih={36} loading={invitees.isPending} onClick={() => invite(() => true)}>
            {t('attendance.inviteAll')}
          </Button>
          <Select
            className={classes.grow}
            label={t('attendance.issue')}
            data={issues}
            value={issueId}
            onChange={setIssueId}
            clearable
          />
          <Button
            variant="default"
            mih={36}
            disabled={issueId === null || invitees.isPending}
            onClick={() => invite((each) => each.issueIds.some((id) => id === issueId))}
          >
            {t('attendance.inviteIssue')}
          </Button>
        </div>
        {invitees.error && <p className={form.note}>{errorText(invitees.error)}</p>}
        <div className={classes.buttons}>
          <TextInput
            className={classes.grow}
            label={t('attendance.guest')}
            value={guest}
            maxLength={160}
            onChange={(event) => setGuest(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter adds the guest; it would send the form.
              event.preventDefault();
              addGuest();
            }}
          />
          <Button variant="default" mih={36} onClick={addGuest}>
            {t('attendance.addGuest')}
          </Button>
        </div>
        <section>
          <div className={classes.editorRow}>
            <h3>{t('attendance.list', { count: rows.length })}</h3>
            {rows.length > 0 && (
              <Button
                variant="default"
                size="xs"
                mih={36}
                onClick={() => setRows(rows.map((row) => ({ ...row, isPresent: !allPresent })))}
              >
                {t(allPresent ? 'attendance.nonePresent' : 'attendance.allPresent')}
              </Button>
            )}
          </div>
          {rows.length === 0 && <p className={form.note}>{t('attendance.empty')}</p>}
          <ul className={classes.editorList}>
            {rows.map((row) => (
              <li key={row.id} className={classes.editorRow}>
                <Checkbox
                  label={row.name}
                  checked={row.isPresent}
                  onChange={({ currentTarget: { checked } }) =>
                    setRows(rows.map((each) => (each.id === row.id ? { ...each, isPresent: checked } : each)))
                  }
                />
                <ActionIcon
                  size={44}
                  aria-label={t('attendance.remove', { name: row.name })}
                  onClick={() => setRows(rows.filter((each) => each.id !== row.id))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </section>
        <FormFooter
          onCancel={onDone}
          submitLabel={t('attendance.save')}
          isPending={save.isPending}
          error={save.error ? errorText(save.error) : undefined}
        />
      </form>
    </DrawerPanel>
  );
}

function newRow(agencyId: string | null, name: string): Attendance {
  return { id: crypto.randomUUID(), agencyId, name, isPresent: false };
}
