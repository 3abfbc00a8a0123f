import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Completeness, CompletenessCell } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';
import { isHandedIn } from './completeness-matrix.tsx';
import { CompletenessState } from './completeness-state.tsx';

type CompletenessMonthsProps = { data: Completeness; issueId: IssueId | undefined };

/** Agency × month: a habit of being late shows only over months. */
export function CompletenessMonths({ data, issueId }: CompletenessMonthsProps) {
  const { t } = useTranslation('completeness');
  const locale = useLocale();
  const cells = data.cells.filter((cell) => issueId === undefined || cell.issueId === issueId);
  const agencies = data.agencies.filter(({ id }) => cells.some((cell) => cell.agencyId === id));
  const at = (agencyId: string, month: string) =>
    cells.filter((cell) => cell.agencyId === agencyId && cell.month === month);
  return (
    <Box component="section" className={classes.scroll} tabIndex={0} aria-label={t('matrix.scroll')}>
      <table className={classes.matrix}>
        <caption className="sr-only">{t('months.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.agency}>
              {t('matrix.agency')}
            </th>
            {data.months.map((month) => (
              <th key={month} scope="col">
                {formatMonth(month, locale, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <tr key={agency.id}>
              <th scope="row" className={classes.agency}>
                {agency.name}
              </th>
              {data.months.map((month) => (
                <td key={month}>
                  <MonthCell cells={at(agency.id, month)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={classes.agency}>
              {t('matrix.total')}
            </th>
            {data.months.map((month) => {
              const own = cells.filter((cell) => cell.month === month);
              return (
                <td key={month} className={classes.number}>
                  {t('matrix.of', { part: own.filter(isHandedIn).length, whole: own.length })}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </Box>
  );
}

function MonthCell({ cells }: { cells: readonly CompletenessCell[] }) {
  const { t } = useTranslation('completeness');
  const [only] = cells;
  if (!only) return <span className="sr-only">{t('matrix.notOwed')}</span>;
  if (cells.length === 1) {
    return (
      <Link to={`/pelaporan/${only.reportKey}`} className={classes.cell}>
        <CompletenessState cell={only} />
      </Link>
    );
  }
  const received = cells.filter(isHandedIn).length;
  const overdue = cells.filter((cell) => cell.firstSubmittedAt === null && cell.daysLate > 0).length;
  return (
    <span className={classes.monthCell} data-full={received === cells.length || undefined}>
      {t('months.received', { part: received, whole: cells.length })}
      {overdue > 0 && <span className={classes.overdue}>{t('months.overdue', { count: overdue })}</span>}
    </span>
  );
}
