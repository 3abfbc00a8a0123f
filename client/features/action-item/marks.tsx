import {
  IconAlertOctagonFilled,
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconEqual,
  IconProgress,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { BadgeTone } from '#client/theme.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { ActionItemState, FollowedFigure } from '#shared/action-item-brief.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './action-item.module.css';

const looks = {
  open: { tone: 'no_data', Icon: IconCircleDashed },
  in_progress: { tone: 'attention', Icon: IconProgress },
  done: { tone: 'achieved', Icon: IconCircleCheck },
  dropped: { tone: 'no_data', Icon: IconCircleX },
} as const satisfies Record<ActionItemState, { tone: BadgeTone; Icon: typeof IconProgress }>;

export function StateMark({ state }: { state: ActionItemState }) {
  const { t } = useTranslation('actionItem');
  const { tone, Icon } = looks[state];
  return <StatusBadge tone={tone} label={t(`state.${state}`)} icon={<Icon size={13} aria-hidden />} />;
}

export function LateMark({ days }: { days: number }) {
  const { t } = useTranslation('actionItem');
  if (days === 0) return null;
  return (
    <StatusBadge
      tone="critical"
      label={t('late', { count: days })}
      icon={<IconAlertOctagonFilled size={13} aria-hidden />}
    />
  );
}

const movements = {
  better: { tone: 'achieved', word: 'better' },
  worse: { tone: 'critical', word: 'worse' },
  same: { tone: 'no_data', word: 'same' },
} as const;

/** What the figure was, what it is now, and whether it has moved the right way: in words, with an arrow of its direction. */
export function FigureMovement({ figure }: { figure: FollowedFigure }) {
  const { t } = useTranslation('actionItem');
  const locale = useLocale();
  const formatValue = useFormatValue();
  const { before, now, moved, isComparable } = figure;
  const unit = locale === 'en' ? figure.unitEn : figure.unitId;
  const format = { decimals: figure.decimals, ...(figure.isPercentage ? { percent: true } : { unit }) };
  const at = (point: { month: string; value: number | null }) =>
    t('figure.at', { value: formatValue(point.value, format), month: formatMonth(point.month, locale, 'short') });
  return (
    <p className={classes.figure}>
      <span className="sr-only">{t('figure.label')}: </span>
      <span className={classes.figureName}>
        {t('figure.place', { indicator: locale === 'en' ? figure.nameEn : figure.nameId, area: figure.areaName })}
      </span>
      <span className={classes.values}>
        {before.value === null ? t('figure.noBefore') : at(before)}
        <IconArrowRight size={14} aria-hidden />
        {now === null ? t('figure.noNow') : at(now)}
      </span>
      {moved && (
        <StatusBadge
          tone={movements[moved].tone}
          label={t(`figure.${movements[moved].word}`)}
          icon={<MovementIcon before={before.value} now={now?.value ?? null} />}
        />
      )}
      {now !== null && !isComparable && <span>{t('figure.notComparable')}</span>}
    </p>
  );
}

function MovementIcon({ before, now }: { before: number | null; now: number | null }) {
  if (before === null || now === null || before === now) return <IconEqual size={13} aria-hidden />;
  return now > before ? <IconTrendingUp size={13} aria-hidden /> : <IconTrendingDown size={13} aria-hidden />;
}
