import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '#client/lib/use-today.ts';
import { Panel } from '#client/ui/panel.tsx';
import type { Attendance, Meeting } from '#shared/meeting.ts';
import { AttendanceForm } from './attendance-form.tsx';
import classes from './meeting.module.css';

/** Who was invited, and who came; before the meeting nobody is absent yet. */
export function AttendancePanel({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const { attendance, presentCount, invitedCount } = meeting;
  const isAhead = meeting.date > today || (meeting.date === today && presentCount === 0);
  const groups = [
    { key: 'agencies', rows: attendance.filter((each) => each.agencyId !== null) },
    { key: 'guests', rows: attendance.filter((each) => each.agencyId === null) },
  ] as const;
  return (
    <Panel
      title={t('attendance.title')}
      subtitle={
        invitedCount === 0
          ? undefined
          : isAhead
            ? t('attendance.invited', { count: invitedCount })
            : t('attendance.summary', { present: presentCount, invited: invitedCount })
      }
      actions={
        meeting.mayEdit && (
          <Button variant="default" size="xs" mih={36} onClick={() => setOpen(true)}>
            {t('action.attendance')}
          </Button>
        )
      }
    >
      {attendance.length === 0 && <p className={classes.quiet}>{t('attendance.none')}</p>}
      {groups.map(({ key, rows }) =>
        rows.length === 0 ? null : (
          <section key={key}>
            <h3 className={classes.sectionTitle}>{t(`attendance.${key}`)}</h3>
            <ul className={classes.attendance}>
              {rows.map((row) => (
                <Attendee key={row.id} row={row} isAhead={isAhead} />
              ))}
            </ul>
          </section>
        ),
      )}
      {isOpen && <AttendanceForm meeting={meeting} onDone={() => setOpen(false)} />}
    </Panel>
  );
}

function Attendee({ row, isAhead }: { row: Attendance; isAhead: boolean }) {
  const { t } = useTranslation('meeting');
  const state = row.isPresent ? 'present' : isAhead ? 'expected' : 'absent';
  const Icon = { present: IconCircleCheck, absent: IconCircleX, expected: IconCircleDashed }[state];
  return (
    <li className={state === 'absent' ? classes.absent : undefined}>
      <Icon size={16} aria-hidden />
      <span>
        {row.name}
        <span className="sr-only">, {t(`attendance.${state}`)}</span>
      </span>
    </li>
  );
}
