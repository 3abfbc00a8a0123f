import { useTranslation } from 'react-i18next';
import { useFigureText } from '#client/lib/figure-text.ts';
import type { EntryKind } from '#shared/entry.ts';
import type { IndicatorBrief } from '#shared/figure.ts';

/** A cell as it was filled in: its number, or in words why it has none. */
export function useCellText(
  indicator: IndicatorBrief,
): (cell: { kind: EntryKind; value: number | null } | null) => string {
  const { t } = useTranslation('origin');
  const text = useFigureText();
  return (cell) => {
    if (cell === null) return t('cell.empty');
    return cell.kind === 'number' ? text.value(cell.value, indicator) : t(`cell.kind.${cell.kind}`);
  };
}
