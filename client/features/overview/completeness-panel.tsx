import { IconAlertOctagonFilled, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CompletenessBar } from '#client/charts/completeness-bar.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import { formatDate } from '#shared/date-format.ts';
import type { Completeness } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import type { LateReport, Overview } from '#shared/overview.ts';
import { reportKeyOf } from '#shared/report.ts';
import classes from './completeness-panel.module.css';

interface CompletenessPanelProps {
  completeness: Completeness;
  late: NonNullable<Overview['lateReports']>;
  month: Month;
}

/** Who still owes the month's figures: counts, and the longest overdue by name. */
export function CompletenessPanel({ completeness, late, month }: CompletenessPanelProps) {
  const { t } = useTranslation('overview');
  const locale = useLocale();
  const formatValue = useFormatValue();
  const { expected, received, onTime, dueDate } = completeness;
  const subtitle = [
    dueDate && t('completeness.due', { date: formatDate(dueDate, locale) }),
    t('completeness.received', {
      received: formatValue(received),
      expected: formatValue(expected),
      percent: formatValue(expected > 0 ? (received / expected) * 100 : 0, { percent: true }),
      onTime: formatValue(onTime),
    }),
  ];
  const rest = late.total - late.items.length;
  return (
    <Panel
      title={t('completeness.title')}
      subtitle={expected > 0 ? subtitle.filter(Boolean).join(' · ') : undefined}
      footer={
        <TextLink to={`/kelengkapan?bulan=${month}`}>
          {rest > 0 ? t('completeness.more', { count: rest }) : t('completeness.matrix')}
        </TextLink>
      }
    >
      {expected === 0 ? (
        <p className={classes.none}>{t('completeness.nothingExpected')}</p>
      ) : (
        <CompletenessBar counts={completeness} />
      )}
      {expected > 0 && late.total === 0 && <p className={classes.none}>{t('completeness.allIn')}</p>}
      <ul className={classes.late}>
        {late.items.map((report) => (
          <LateRow key={`${report.agencyId} ${report.issueId}`} report={report} month={month} />
        ))}
      </ul>
    </Panel>
  );
}

function LateRow({ report, month }: { report: LateReport; month: Month }) {
  const { t } = useTranslation(['overview', 'common']);
  const { agencyId, agencyAbbr, agencyName, issueId } = report;
  return (
    <li className={classes.row}>
      <Link to={`/pelaporan/${reportKeyOf({ month, issueId, agencyId })}`} title={agencyName} className={classes.who}>
        {agencyAbbr} · {t(`common:issue.${issueId.toLowerCase()}`)}
      </Link>
      <LateBadge report={report} />
    </li>
  );
}

function LateBadge({ report: { state, daysLate, returnedCells } }: { report: LateReport }) {
  const { t } = useTranslation('overview');
  if (state === 'returned') {
    return <StatusBadge tone="returned" label={t('completeness.returned', { count: returnedCells })} />;
  }
  return daysLate > 0 ? (
    <StatusBadge
      tone="critical"
      icon={<IconAlertOctagonFilled size={13} aria-hidden />}
      label={t('completeness.daysLate', { count: daysLate })}
    />
  ) : (
    <StatusBadge tone="no_data" icon={<IconClockHour4 size={13} aria-hidden />} label={t('completeness.notYet')} />
  );
}
