import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { type IssueId, issueIds } from '#shared/indicator.ts';
import { type Reference, referenceQuery } from './reference.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroup {
  group: string;
  items: Choice[];
}

export interface Choices {
  issues: Choice[];
  issueName: (id: IssueId) => string;
  /** Agencies by short name; those that exist on `date`, where one is given. */
  agencies: (date?: string | null) => Choice[];
  agencyAbbr: (id: string) => string;
  /** The province, its regencies, and the districts under theirs. */
  areas: ChoiceGroup[];
  areaName: (id: string) => string;
  indicatorName: (id: string) => string;
  indicator: (id: string) => Reference['indicators'][number] | undefined;
  provinceId: string | undefined;
}

/** What selects offer and what ids are called, in the language of the screen. */
export function useChoices(): Choices {
  const { t } = useTranslation('common');
  const locale = useLocale();
  const { data } = useQuery(referenceQuery());
  return useMemo((): Choices => {
    const agencies = (data?.agencies ?? []).toSorted((left, right) => left.abbr.localeCompare(right.abbr, locale));
    const agencyById = new Map(agencies.map((agency) => [agency.id, agency]));
    const areaById = new Map((data?.areas ?? []).map((area) => [area.id, area]));
    const indicatorById = new Map((data?.indicators ?? []).map((indicator) => [indicator.id, indicator]));
    const issueName = (id: IssueId) => t(`issue.${id.toLowerCase()}`);
    return {
      issues: issueIds.map((id) => ({ value: id, label: issueName(id) })),
      issueName,
      agencies: (date) =>
        agencies
          .filter((each) => !date || (each.validFrom <= date && (each.validTo === null || each.validTo >= date)))
          .map(({ id, abbr, name }) => ({ value: id, label: abbr === name ? abbr : `${abbr} – ${name}` })),
      agencyAbbr: (id) => agencyById.get(id)?.abbr ?? id,
      areas: data ? areaGroups(data, { province: t('level.province'), regency: t('level.regency') }) : [],
      areaName: (id) => areaById.get(id)?.name ?? id,
      indicatorName: (id) => {
        const indicator = indicatorById.get(id);
        if (!indicator) return id;
        return locale === 'en' ? indicator.nameEn : indicator.nameId;
      },
      indicator: (id) => indicatorById.get(id),
      provinceId: data?.provinceId,
    };
  }, [data, locale, t]);
}

function areaGroups(data: Reference, words: { province: string; regency: string }): ChoiceGroup[] {
  const { areas, provinceId } = data;
  const choicesOf = (parentId: string): Choice[] =>
    areas.filter((area) => area.parentId === parentId).map((area) => ({ value: area.id, label: area.name }));
  const regencies = choicesOf(provinceId);
  const provinceName = areas.find((area) => area.id === provinceId)?.name ?? words.province;
  return [
    { group: words.province, items: [{ value: provinceId, label: provinceName }] },
    { group: words.regency, items: regencies },
    ...regencies.map((regency) => ({ group: regency.label, items: choicesOf(regency.value) })),
  ].filter((group) => group.items.length > 0);
}
