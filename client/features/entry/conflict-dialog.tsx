import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { cellKey } from '#shared/report/summary.ts';
import classes from './conflict.module.css';
import type { Choice, Conflict } from './conflict-list.ts';
import { ConflictRow } from './conflict-row.tsx';
import { phoneQuery } from './phone-query.ts';
import { useReport, useSheet } from './sheet-context.ts';
import { type Figure, untouched } from './sheet-row.ts';

/** More are asked about in a second round. */
const mostAsked = 500;

type ConflictDialogProps = {
  opened: boolean;
  conflicts: readonly Conflict[];
  onClose: () => void;
  onAllSettled: () => void;
};

/** Mine or theirs, cell by cell or for all at once; what is not decided keeps waiting. Nothing happens before it is applied. */
export function ConflictDialog({ opened, ...rest }: ConflictDialogProps) {
  const { t } = useTranslation('conflict');
  const isPhone = useMediaQuery(phoneQuery, undefined, { getInitialValueInEffect: false });
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t('title')} size={720} fullScreen={isPhone}>
      {opened && <ConflictForm {...rest} />}
    </Dialog>
  );
}

function ConflictForm({ conflicts, onClose, onAllSettled }: Omit<ConflictDialogProps, 'opened'>) {
  const { t } = useTranslation('conflict');
  const { sheet } = useSheet();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const before = useFiguresBefore(conflicts);
  const chosen = (choice: Choice) =>
    conflicts.filter(({ id }) => choices.get(id) === choice).map(({ cell }) => cell.key);
  const [mine, theirs] = [chosen('mine'), chosen('theirs')];
  const decided = mine.length + theirs.length;

  function choose(id: string, choice: Choice | undefined): void {
    const next = new Map(choices);
    if (choice) next.set(id, choice);
    else next.delete(id);
    setChoices(next);
  }

  function chooseAll(choice: Choice): void {
    const open = conflicts.filter(({ closed }) => choice === 'theirs' || closed === null);
    setChoices(new Map(open.map(({ id }) => [id, choice])));
  }

  function apply(): void {
    sheet.resolveConflicts(mine, 'mine');
    sheet.resolveConflicts(theirs, 'theirs');
    notifySuccess(t('applied', { count: decided }));
    onClose();
    if (decided === conflicts.length) onAllSettled();
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <p className={classes.lead}>{t('lead')}</p>
      <div className={classes.all}>
        <Button
          variant="default"
          disabled={conflicts.every(({ closed }) => closed !== null)}
          onClick={() => chooseAll('mine')}
        >
          {t('allMine')}
        </Button>
        <Button variant="default" onClick={() => chooseAll('theirs')}>
          {t('allTheirs')}
        </Button>
      </div>
      <ul className={classes.list}>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <ConflictRow
              conflict={conflict}
              before={before(conflict)}
              choice={choices.get(conflict.id)}
              onChoose={(choice) => choose(conflict.id, choice)}
            />
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <span className={classes.left} role="status">
          {decided > 0 && decided < conflicts.length && t('undecided', { count: conflicts.length - decided })}
        </span>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" disabled={decided === 0}>
          {decided === 0 ? t('none') : t('apply', { count: decided })}
        </Button>
      </div>
    </form>
  );
}

/** What each cell held when both began to change it; undefined while it is not known. */
function useFiguresBefore(conflicts: readonly Conflict[]): (conflict: Conflict) => Figure | undefined {
  const { report } = useReport().grid;
  const cells = conflicts.flatMap(({ cell: { indicatorId, areaId }, baseVersion }) =>
    baseVersion ? { indicatorId, areaId, version: baseVersion } : [],
  );
  const { data } = useQuery(
    trpc.report.figuresAt.queryOptions(
      { reportKey: report.reportKey, cells: cells.slice(0, mostAsked) },
      { enabled: cells.length > 0, staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );
  return ({ cell, baseVersion }) =>
    baseVersion === 0
      ? untouched
      : data?.find((figure) => cellKey(figure) === cell.key && figure.version === baseVersion);
}
