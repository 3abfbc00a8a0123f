import { useTranslation } from 'react-i18next';
import { CompletenessBar } from '#client/charts/completeness-bar.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { Month } from '#shared/month.ts';
import type { Completeness } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';

/** The month in four figures and a bar. */
export function CompletenessSummary({ data, month }: { data: Completeness; month: Month }) {
  const { t } = useTranslation('completeness');
  const formatValue = useFormatValue();
  const total = data.totals.find((each) => each.month === month);
  if (!total) return null;
  const cells = data.cells.filter((cell) => cell.month === month);
  const count = (state: string) => cells.filter((cell) => cell.state === state).length;
  const facts = [
    { key: 'received', value: total.reportsReceived },
    { key: 'onTime', value: total.reportsOnTime },
    { key: 'verified', value: total.reportsVerified },
    { key: 'overdue', value: total.reportsOverdue },
  ] as const;
  return (
    <div className={classes.summary}>
      <dl className={classes.facts}>
        {facts.map(({ key, value }) => (
          <div key={key} data-fact={key}>
            <dt>{t(`summary.${key}`)}</dt>
            <dd>
              {value} <span>{t('summary.of', { count: total.reportsExpected })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <CompletenessBar
        counts={{
          verified: count('verified'),
          submitted: count('submitted'),
          returned: count('returned'),
          missing: count('draft') + count('not_started'),
        }}
      />
      <p className={classes.detail}>
        {t('summary.cells', {
          received: formatValue(total.received),
          expected: formatValue(total.counters.expected),
          verified: formatValue(total.counters.verified),
        })}
      </p>
    </div>
  );
}
