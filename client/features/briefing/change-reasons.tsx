import { useTranslation } from 'react-i18next';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { ChangeReason, FigureChange } from '#shared/briefing/change.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import classes from './comparison.module.css';
import { useChangeWords } from './use-change-words.ts';

/** Shown at once; the others behind a press. */
const most = 3;

/** Why a figure moved: the corrections beneath it, each with who, when and what it did to the province. */
export function ChangeReasons({ change }: { change: FigureChange }) {
  const { t } = useTranslation('briefing');
  const words = useChangeWords();
  const rest = words.rest(change);
  const first = change.reasons.slice(0, most);
  const others = change.reasons.slice(most);
  return (
    <div className={classes.reasons}>
      {first.map((reason) => (
        <Reason key={reason.restatementId} reason={reason} indicator={change.indicator} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{t('compare.moreReasons', { count: others.length })}</summary>
          {others.map((reason) => (
            <Reason key={reason.restatementId} reason={reason} indicator={change.indicator} />
          ))}
        </details>
      )}
      {rest.map((each) => (
        <span key={each} className={classes.label}>
          {each}
        </span>
      ))}
      {change.reasons.length === 0 && <span className={classes.label}>{t(`compare.unexplained.${change.kind}`)}</span>}
    </div>
  );
}

function Reason({ reason, indicator }: { reason: ChangeReason; indicator: IndicatorBrief }) {
  const { t } = useTranslation('briefing');
  const words = useChangeWords();
  const formatValue = useFormatValue();
  const write = (value: number | null) => formatValue(value, { decimals: indicator.decimals });
  const { provinceBefore, provinceAfter } = reason;
  return (
    <div className={classes.reason}>
      <span>“{reason.reason}”</span>
      <span className={classes.label}>
        {t('compare.cell', {
          indicator: words.reasonName(reason),
          area: reason.areaName,
          from: write(reason.from),
          to: write(reason.to),
        })}
      </span>
      {provinceBefore !== null && provinceAfter !== null && (
        <span className={classes.label}>
          {t('compare.province', {
            before: write(provinceBefore),
            after: write(provinceAfter),
            difference: formatValue(provinceAfter - provinceBefore, { decimals: indicator.decimals, signed: true }),
          })}
        </span>
      )}
      <span className={classes.label}>{words.who(reason)}</span>
    </div>
  );
}
