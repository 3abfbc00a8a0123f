import { Box } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '#client/lib/use-choices.ts';
import type { ResponsibilityOn, ResponsibleCell } from '#shared/assignment-admin.ts';
import { groupBy } from '#shared/group-by.ts';
import type { IssueId } from '#shared/indicator.ts';
import classes from './assignment.module.css';
import { BasisDrawer } from './basis-drawer.tsx';
import { assignmentById, type DistrictRow, isUniform } from './responsibility-rows.ts';
import { ResponsibleCellView } from './responsible-cell.tsx';

interface ResponsibilityMatrixProps {
  view: ResponsibilityOn;
  old: ResponsibilityOn | undefined;
  rows: readonly DistrictRow[];
  abbrOf: (agencyId: string) => string;
}

interface OpenedCell {
  place: string;
  issueId: IssueId | null;
  cell: ResponsibleCell;
}

export function ResponsibilityMatrix({ view, old, rows, abbrOf }: ResponsibilityMatrixProps) {
  const { t } = useTranslation('assignments');
  const { issueName } = useChoices();
  const [opened, setOpened] = useState<OpenedCell>();
  const columns = view.coordinators.map((cell) => cell.issueId);
  const oldCoordinators = new Map((old?.coordinators ?? []).map((cell) => [cell.issueId, cell]));

  return (
    // A region that scrolls must be reachable by keyboard.
    <Box component="section" className={classes.scroll} tabIndex={0} aria-label={t('day.caption')}>
      <table className={classes.matrix}>
        <caption className="sr-only">{t('day.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day.district')}</th>
            {columns.map((issueId) => (
              <th key={issueId} scope="col">
                {issueName(issueId)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('day.coordinator')}</th>
            {view.coordinators.map((cell) => {
              const before = oldCoordinators.get(cell.issueId);
              return (
                <ResponsibleCellView
                  key={cell.issueId}
                  now={cell}
                  before={before}
                  isChanged={before !== undefined && before.agencyId !== cell.agencyId}
                  isCoordinatorRow
                  label={t('day.open', { area: t('day.coordinator'), issue: issueName(cell.issueId) })}
                  abbrOf={abbrOf}
                  onOpen={() => setOpened({ place: t('day.coordinator'), issueId: cell.issueId, cell })}
                />
              );
            })}
          </tr>
          {[...groupBy(rows, (row) => row.parentName)].map(([regency, districts]) => (
            <Fragment key={regency}>
              <tr className={classes.regency}>
                <th scope="colgroup" colSpan={columns.length + 1}>
                  {regency}
                </th>
              </tr>
              {districts.map((row) => (
                <tr key={row.areaId}>
                  <th scope="row">{row.name}</th>
                  {(isUniform(row) ? row.cells.slice(0, 1) : row.cells).map(({ now, before, isChanged }) => {
                    const isAll = isUniform(row);
                    const issue = isAll ? t('day.allIssues') : issueName(now.issueId);
                    return (
                      <ResponsibleCellView
                        key={now.issueId}
                        now={now}
                        before={before}
                        isChanged={isChanged}
                        span={isAll ? columns.length : undefined}
                        label={t('day.open', { area: row.name, issue })}
                        abbrOf={abbrOf}
                        onOpen={() =>
                          setOpened({
                            place: `${row.name} (${row.parentName})`,
                            issueId: isAll ? null : now.issueId,
                            cell: now,
                          })
                        }
                      />
                    );
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1}>{t('day.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
      {opened && (
        <BasisDrawer
          {...opened}
          assignment={assignmentById([view, old]).get(opened.cell.assignmentId ?? '')}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Box>
  );
}
