import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { type Reference, referenceQuery } from '#client/lib/reference.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroup {
  group: string;
  items: Choice[];
}

/** What the pickers of small wins offer, in the language of the screen. */
export function useChoices() {
  const { t } = useTranslation(['common', 'smallWins']);
  const locale = useLocale();
  const { data } = useQuery(referenceQuery());
  const provinceWord = t('smallWins:province');
  const regencyWord = t('common:level.regency');
  return useMemo(() => {
    const areas = data ? areaGroups(data, provinceWord, regencyWord) : [];
    return {
      issues: (data?.issues ?? []).map(
        (issue): Choice => ({
          value: issue.id,
          label: locale === 'en' ? issue.nameEn : issue.nameId,
        }),
      ),
      areas,
      areaName: (id: string) => areas.flatMap((group) => group.items).find((item) => item.value === id)?.label,
      indicators: data?.indicators ?? [],
      indicatorsOf: (issueId: string | null) =>
        (data?.indicators ?? [])
          .filter((indicator) => indicator.issueId === issueId)
          .map(
            (indicator): Choice => ({
              value: indicator.id,
              label: locale === 'en' ? indicator.nameEn : indicator.nameId,
            }),
          ),
      provinceId: data?.provinceId,
    };
  }, [data, locale, provinceWord, regencyWord]);
}

/** The province, its regencies, and the districts under the name of theirs. */
function areaGroups(data: Reference, provinceWord: string, regencyWord: string): ChoiceGroup[] {
  const { areas, provinceId } = data;
  const choicesOf = (parentId: string): Choice[] =>
    areas.filter((area) => area.parentId === parentId).map((area) => ({ value: area.id, label: area.name }));
  const regencies = choicesOf(provinceId);
  return [
    { group: provinceWord, items: [{ value: provinceId, label: provinceWord }] },
    { group: regencyWord, items: regencies },
    ...regencies.map((regency) => ({ group: regency.label, items: choicesOf(regency.value) })),
  ].filter((group) => group.items.length > 0);
}
