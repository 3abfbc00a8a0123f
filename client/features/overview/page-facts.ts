import { useTranslation } from 'react-i18next';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { Overview } from '#shared/overview.ts';

/** "s.d. minggu II Agustus 2023 · 58 dari 69 kecamatan": how far the month's own reports go. */
export function usePageFacts(): (overview: Overview) => string | undefined {
  const { t } = useTranslation('figure');
  const text = useFigureText();
  const formatValue = useFormatValue();
  return ({ cards, month }) => {
    const current = cards.filter(({ headline }) => headline.figure?.month === month);
    const latest = current
      .map(({ headline }) => headline.cutOff)
      .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
      .at(-1);
    const sums = current.flatMap(({ headline: { figure, indicator } }) =>
      figure && figure.expected > 1 ? [{ figure, indicator }] : [],
    );
    const held = sums.map(({ figure }) => figure.held);
    const [first] = sums;
    const [low, high] = [Math.min(...held), Math.max(...held)];
    const coverage = first && {
      held: low === high ? formatValue(low) : `${formatValue(low)}–${formatValue(high)}`,
      expected: formatValue(first.figure.expected),
      level: t(`levelOf.${first.indicator.collectLevel}`),
    };
    const facts = [latest && text.cutOff(latest), coverage && t('coverage', coverage)].filter(Boolean);
    return facts.length > 0 ? facts.join(' · ') : undefined;
  };
}
