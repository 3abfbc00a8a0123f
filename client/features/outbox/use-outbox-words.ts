import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import type { CellLabel, KeptText, OutboxItem } from '#client/lib/outbox/outbox-item.ts';
import { referenceQuery } from '#client/lib/reference.ts';
import { useSession } from '#client/lib/session.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { EntryKind } from '#shared/entry.ts';
import { formatScaled } from '#shared/number-format.ts';
import { parseReportKey } from '#shared/report.ts';
import { stateOf } from './outbox-groups.ts';

type Figure = { kind: EntryKind; value: number | null };

export type OutboxWords = {
  /** `Stunting · Agustus 2023 · Biro Hukum` */
  report: (reportKey: string) => string;
  agency: (agencyId: string) => string;
  /** `Diintervensi · Polewali` */
  cell: (label: CellLabel) => string;
  /** The figure with its unit, or the words for there being none. */
  figure: (figure: Figure, label: CellLabel) => string;
  /** The cell, or that it is a submission. */
  what: (entry: OutboxItem | KeptText) => string;
  /** Why the server refused it, and what can be done. */
  refusal: (code: string, params: Record<string, string | number>) => string;
  /** One line of the file, for who opens it in an editor. */
  line: (entry: OutboxItem | KeptText) => string;
};

/** How what waits is put into words, on screen and in the file. */
export function useOutboxWords(): OutboxWords {
  const { t } = useTranslation(['outbox', 'common']);
  const locale = useLocale();
  const clock = useClock();
  const errorText = useErrorText();
  const { user } = useSession();
  const agencies = useQuery(referenceQuery()).data?.agencies;
  return useMemo(() => {
    const isId = locale === 'id';
    const indicator = (label: CellLabel) => (isId ? label.shortNameId : label.shortNameEn);
    const cell = (label: CellLabel) => t('cell', { indicator: indicator(label), area: label.areaName });

    function agency(agencyId: string): string {
      const known = agencies?.find(({ id }) => id === agencyId);
      if (known) return known.abbr;
      return (user?.agencyId === agencyId ? (user.agencyAbbr ?? user.agencyName) : null) ?? agencyId;
    }

    function report(reportKey: string): string {
      const { issueId, month, agencyId } = parseReportKey(reportKey);
      return t('report', {
        issue: t(`common:issue.${issueId.toLowerCase()}`),
        month: formatMonth(month, locale),
        agency: agency(agencyId),
      });
    }

    function figure({ kind, value }: Figure, label: CellLabel): string {
      if (kind === 'not_applicable') return t('value.notApplicable');
      if (kind === 'not_reported' || value === null) return t('value.notReported');
      const unit = isId ? label.unitId : label.unitEn;
      return t('value.withUnit', { value: formatScaled(value, label.decimals, locale), unit }).trim();
    }

    function line(entry: OutboxItem | KeptText): string {
      const common = { report: report(entry.reportKey), time: clock.time(entry.typedAt) };
      if ('text' in entry) {
        const { label, text } = entry;
        return t('file.readable.unfinished', { ...common, area: label.areaName, indicator: indicator(label), text });
      }
      const state = t(`state.${stateOf(entry, false)}`);
      if (entry.kind === 'submit') return t('file.readable.submit', { ...common, state });
      const { label, change } = entry;
      return t('file.readable.figure', {
        ...common,
        area: label.areaName,
        indicator: indicator(label),
        value: figure(change, label),
        state,
      });
    }

    return {
      report,
      agency,
      cell,
      figure,
      line,
      what: (entry) => ('label' in entry ? cell(entry.label) : t('submitItem')),
      // For most refusals a late figure needs advice of its own; the rest have their general sentence.
      refusal: (code, params) =>
        t([`problem.${code}`, 'problem.other'], {
          ...params,
          sentence: errorText(new AppClientError(code, { params })),
        }),
    };
  }, [t, locale, clock, errorText, user, agencies]);
}
