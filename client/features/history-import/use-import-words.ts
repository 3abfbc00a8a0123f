import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { EntryKind } from '#shared/entry.ts';
import type { ImportContext } from '#shared/history-import.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import { formatNumber, formatScaled } from '#shared/number-format.ts';

export type ImportWords = ReturnType<typeof useImportWords>;

/** Names and figures of an import in the language of the screen. */
export function useImportWords({ areas, indicators }: ImportContext) {
  const { t } = useTranslation('historyImport');
  const locale = useLocale();
  return useMemo(() => {
    const areaById = new Map(areas.map((area) => [area.id, area]));
    const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const areaName = (id: string): string => areaById.get(id)?.name ?? id;
    const indicatorName = (id: string): string => {
      const indicator = indicatorById.get(id);
      if (!indicator) return id;
      return locale === 'en' ? indicator.shortNameEn : indicator.shortNameId;
    };
    const issueName = (id: IssueId): string => t(`common:issue.${id.toLowerCase()}`);
    return {
      areaName,
      indicatorName,
      issueName,
      /** `Balanipa, Polewali Mandar (76.04.12)` */
      areaInFull: (id: string): string => {
        const area = areaById.get(id);
        const above = area?.parentId == null ? undefined : areaById.get(area.parentId);
        return `${[area?.name ?? id, above?.name].filter(Boolean).join(', ')} (${id})`;
      },
      indicatorInFull: (id: string): string => {
        const indicator = indicatorById.get(id);
        return indicator ? `${indicatorName(id)} – ${issueName(indicator.issueId)}` : id;
      },
      month: (month: Month): string => formatMonth(month, locale, 'short'),
      decimals: (indicatorId: string): number => indicatorById.get(indicatorId)?.decimals ?? 0,
      count: (value: number): string => formatNumber(value, { locale, decimals: 0 }),
      figure: ({ kind, value }: { kind: EntryKind; value: number | null }, indicatorId: string): string => {
        if (kind !== 'number' || value === null) return t(`kind.${kind}`);
        return formatScaled(value, indicatorById.get(indicatorId)?.decimals ?? 0, locale);
      },
    };
  }, [areas, indicators, locale, t]);
}
