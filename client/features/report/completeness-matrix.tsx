import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { issueIds } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import type { Completeness, CompletenessCell, CompletenessTotal } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';
import { CompletenessState } from './completeness-state.tsx';
import { IssueName } from './issue-name.tsx';

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
  return (
    <Box component="section" className={classes.scroll} tabIndex={0} aria-label={t('matrix.scroll')}>
      <table className={classes.matrix}>
        <caption className="sr-only">{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.agency}>
              {t('matrix.agency')}
            </th>
            {issues.map((id) => (
              <th key={id} scope="col">
                <IssueName issueId={id} />
              </th>
            ))}
            <th scope="col">{t('matrix.received')}</th>
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => {
            const own = issues.flatMap((id) => cells.get(`${agency.id} ${id}`) ?? []);
            return (
              <tr key={agency.id}>
                <th scope="row" className={classes.agency}>
                  {agency.name}
                </th>
                {issues.map((id) => {
                  const cell = cells.get(`${agency.id} ${id}`);
                  return <td key={id}>{cell ? <MatrixCell cell={cell} /> : <NotOwed />}</td>;
                })}
                <td className={classes.number}>
                  {t('matrix.of', { part: own.filter(isHandedIn).length, whole: own.length })}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={classes.agency}>
              {t('matrix.total')}
            </th>
            {issues.map((id) => (
              <td key={id}>
                <TotalText total={data.issueTotals.find((each) => each.issueId === id && each.month === month)} />
              </td>
            ))}
            <td className={classes.number}>
              {total && t('matrix.of', { part: total.reportsReceived, whole: total.reportsExpected })}
            </td>
          </tr>
        </tfoot>
      </table>
    </Box>
  );
}

/** Handed in at least once: what was returned since has been received all the same. */
export function isHandedIn(cell: CompletenessCell): boolean {
  return cell.firstSubmittedAt !== null;
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
