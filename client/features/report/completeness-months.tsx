import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Completeness, CompletenessCell } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';
import { CompletenessGrid, isHandedIn } from './completeness-grid.tsx';
import { CompletenessState } from './completeness-state.tsx';

type CompletenessMonthsProps = { data: Completeness; issueId: IssueId | undefined };

/** Agency × month: a habit of being late shows only over months. */
export function CompletenessMonths({ data, issueId }: CompletenessMonthsProps) {
  const { t } = useTranslation('completeness');
  const locale = useLocale();
  const cells = data.cells.filter((cell) => issueId === undefined || cell.issueId === issueId);
  const agencies = data.agencies.filter(({ id }) => cells.some((cell) => cell.agencyId === id));
  const columns = data.months.map((month) => {
    const own = cells.filter((cell) => cell.month === month);
    return {
      key: month,
      head: formatMonth(month, locale, 'short'),
      cell: (agencyId: string) => <MonthCell cells={own.filter((cell) => cell.agencyId === agencyId)} />,
      total: (
        <span className={classes.number}>
          {t('matrix.of', { part: own.filter(isHandedIn).length, whole: own.length })}
        </span>
      ),
    };
  });
  return <CompletenessGrid caption={t('months.caption')} agencies={agencies} columns={columns} />;
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
