import { useTranslation } from 'react-i18next';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';

/** How the number is made, in a sentence; a ratio with both of its operands. */
export function Method({ origin }: { origin: OriginAnswer }) {
  const { t } = useTranslation(['origin', 'figure']);
  const formatValue = useFormatValue();
  const { method, figure, indicator, ratio } = origin;
  const sentence =
    method === null
      ? t('method.none')
      : method === 'sum' && figure
        ? t('method.sum', {
            held: formatValue(figure.held),
            expected: formatValue(figure.expected),
            level: t(`figure:levelOf.${indicator.collectLevel}`),
          })
        : t(`method.${method}`);
  const gap = method === 'sum' && figure ? figure.expected - figure.held : 0;
  return (
    <Section title={t('method.title')}>
      <p className={classes.text}>
        {sentence} {gap > 0 && t('method.gap', { count: gap, level: t(`figure:levelOf.${indicator.collectLevel}`) })}
      </p>
      {ratio && <Ratio ratio={ratio} origin={origin} />}
    </Section>
  );
}

function Ratio({ ratio, origin }: { ratio: NonNullable<OriginAnswer['ratio']>; origin: OriginAnswer }) {
  const { t } = useTranslation('origin');
  const formatValue = useFormatValue();
  const text = useFigureText();
  const place = { areaId: origin.area.id, month: origin.month };
  return (
    <>
      <p className={classes.formula}>
        {text.shortName(ratio.numeratorIndicator)}{' '}
        <FigureNumber figure={ratio.numerator} indicator={ratio.numeratorIndicator} missingAt={place} /> ÷{' '}
        {text.shortName(ratio.denominatorIndicator)}{' '}
        <FigureNumber figure={ratio.denominator} indicator={ratio.denominatorIndicator} missingAt={place} />
        {ratio.factor !== 1 && ` × ${formatValue(ratio.factor)}`}
      </p>
      {origin.figure?.isComparable === false && <p className={classes.warning}>{t('method.uneven')}</p>}
    </>
  );
}
