import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IssueName } from '#client/ui/issue-name.tsx';
import { issueIds } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import type { Completeness, CompletenessCell, CompletenessTotal } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';
import { type CompletenessColumn, CompletenessGrid, isHandedIn } from './completeness-grid.tsx';
import { CompletenessState } from './completeness-state.tsx';

type CompletenessMatrixProps = { data: Completeness; month: Month };

/** Agency × issue for one month: who owes what, and what has come, counted from the cells. */
export function CompletenessMatrix({ data, month }: CompletenessMatrixProps) {
  const { t } = useTranslation('completeness');
  const cells = new Map(
    data.cells.filter((cell) => cell.month === month).map((cell) => [`${cell.agencyId} ${cell.issueId}`, cell]),
  );
  const issues = issueIds.filter((id) => [...cells.values()].some((cell) => cell.issueId === id));
  const agencies = data.agencies.filter(({ id }) => issues.some((issue) => cells.has(`${id} ${issue}`)));
  const total = data.totals.find((each) => each.month === month);
  const columns: CompletenessColumn[] = issues.map((id) => ({
    key: id,
    head: <IssueName issueId={id} />,
    cell: (agencyId) => {
      const cell = cells.get(`${agencyId} ${id}`);
      return cell ? <MatrixCell cell={cell} /> : <NotOwed />;
    },
    total: <TotalText total={data.issueTotals.find((each) => each.issueId === id && each.month === month)} />,
  }));
  const received: CompletenessColumn = {
    key: 'received',
    head: t('matrix.received'),
    cell: (agencyId) => {
      const own = issues.flatMap((id) => cells.get(`${agencyId} ${id}`) ?? []);
      return t('matrix.of', { part: own.filter(isHandedIn).length, whole: own.length });
    },
    total: total && t('matrix.of', { part: total.reportsReceived, whole: total.reportsExpected }),
    isNumber: true,
  };
  return <CompletenessGrid caption={t('matrix.caption')} agencies={agencies} columns={[...columns, received]} />;
}

function NotOwed() {
  const { t } = useTranslation('completeness');
  return (
    <span className={classes.none}>
      <span aria-hidden>·</span>
      <span className="sr-only">{t('matrix.notOwed')}</span>
    </span>
  );
}

function MatrixCell({ cell }: { cell: CompletenessCell }) {
  const { t } = useTranslation('completeness');
  const { counters } = cell;
  const answered = counters.filled + counters.notApplicable;
  return (
    <Link to={`/pelaporan/${cell.reportKey}`} className={classes.cell}>
      <CompletenessState cell={cell} />
      <span className={classes.detail}>
        {t('matrix.cells', { part: answered, whole: counters.expected })}
        {cell.firstSubmittedAt !== null &&
          ` · ${cell.isOnTime ? t('matrix.onTime') : t('matrix.late', { count: cell.daysLate })}`}
      </span>
    </Link>
  );
}

function TotalText({ total }: { total: CompletenessTotal | undefined }) {
  const { t } = useTranslation('completeness');
  if (!total) return <NotOwed />;
  return (
    <>
      <span className={classes.number}>
        {t('matrix.of', { part: total.reportsReceived, whole: total.reportsExpected })}
      </span>
      <span className={classes.detail}>
        {t('matrix.totalDetail', { onTime: total.reportsOnTime, verified: total.reportsVerified })}
      </span>
    </>
  );
}
