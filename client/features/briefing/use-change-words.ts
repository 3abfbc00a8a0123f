import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useClock } from '#client/lib/use-clock.ts';
import type { ChangeReason, FigureChange } from '#shared/briefing/change.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import { formatNumber, formatPointChange } from '#shared/number-format.ts';

type Side = FigureChange['before'];
type Difference = Pick<FigureChange, 'difference' | 'isPercentagePoint'>;

/** Changes of figures in words, for the table and for the file alike. */
export function useChangeWords() {
  const { t } = useTranslation(['briefing', 'charts', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const clock = useClock();

  return useMemo(() => {
    const value = (side: Side, indicator: IndicatorBrief) => text.value(side?.value ?? null, indicator);

    /** "+1,2 poin persen", "−51". */
    const difference = ({ difference: amount, isPercentagePoint }: Difference, { decimals }: IndicatorBrief) => {
      if (amount === null) return t('compare.noDifference');
      if (isPercentagePoint) return formatPointChange(amount, { locale, decimals }).text;
      return formatNumber(amount, { locale, decimals, signed: true });
    };

    /** A value that changed without an entry in the ledger was not corrected: more reports came in. */
    const kind = ({ kind: each, reasons }: FigureChange) =>
      t(each === 'corrected' && reasons.length === 0 ? 'compare.kind.moved' : `compare.kind.${each}`);

    const status = (side: Side) => (side?.status ? t(`charts:status.${side.status}`) : '–');

    /** What else is different, where the number is the same: coverage, basis, target. */
    const rest = ({ before, after, indicator }: FigureChange): string[] => {
      if (!before || !after) return [];
      const parts: string[] = [];
      if (before.held !== after.held || before.expected !== after.expected) {
        parts.push(
          t('compare.coverage', {
            before: text.coverage(before, indicator) ?? t('compare.oneCell', { held: before.held }),
            after: text.coverage(after, indicator) ?? t('compare.oneCell', { held: after.held }),
          }),
        );
      }
      if (before.basis !== after.basis) {
        parts.push(
          t('compare.basis', { before: t(`figure:basis.${before.basis}`), after: t(`figure:basis.${after.basis}`) }),
        );
      }
      if (before.target !== after.target) {
        parts.push(
          t('compare.target', {
            before: text.value(before.target, indicator),
            after: text.value(after.target, indicator),
          }),
        );
      }
      return parts;
    };

    const reasonName = (reason: ChangeReason) => reason.indicatorName[locale];

    const who = ({ correctedByName, verifiedByName, at }: ChangeReason) =>
      [
        correctedByName && t('compare.correctedBy', { name: correctedByName }),
        verifiedByName && t('compare.verifiedBy', { name: verifiedByName }),
        clock.time(at),
      ]
        .filter(Boolean)
        .join(' · ');

    return { value, difference, kind, status, rest, reasonName, who };
  }, [t, locale, text, clock]);
}
