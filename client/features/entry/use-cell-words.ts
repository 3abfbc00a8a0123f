import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth, formatMonthName } from '#shared/date-format.ts';
import { formatNumber, formatScaled } from '#shared/number-format.ts';
import type { ReportFinding } from '#shared/report/finding.ts';
import type { GridIndicator, ReportGrid } from '#shared/report.ts';
import type { SheetFrame } from './sheet-context.ts';
import type { Figure } from './sheet-row.ts';

export type CellWords = {
  /** The figure, or the words for there being none. */
  figure: (figure: Figure, indicator: GridIndicator) => string;
  shortName: (indicatorId: string) => string;
  name: (indicator: GridIndicator) => string;
  /** The short name of an indicator that is no column of its own. */
  derivedName: (indicator: GridIndicator) => string;
  unit: (indicator: GridIndicator) => string;
  definition: (indicator: GridIndicator) => string;
  /** A few words, for the cell itself. */
  short: (finding: ReportFinding) => string;
  /** The rule's own sentence with the figures. */
  full: (finding: ReportFinding) => string;
};

/** How figures and findings of a report are put into words. */
export function useCellWords(frame: SheetFrame): CellWords {
  const { t } = useTranslation('entry');
  const locale = useLocale();
  return useMemo(() => {
    const isId = locale === 'id';
    const indicators = new Map(frame.indicators.map((indicator) => [indicator.id, indicator]));
    const rules = new Map(frame.rules.map((rule) => [rule.id, rule]));
    const shortName = (id: string) => {
      const indicator = indicators.get(id);
      return indicator ? (isId ? indicator.shortNameId : indicator.shortNameEn) : id;
    };
    const decimals = ({ indicatorIds }: ReportFinding) =>
      Math.max(0, ...indicatorIds.map((id) => indicators.get(id)?.decimals ?? 0));
    const number = (value: number, finding: ReportFinding) =>
      formatNumber(value, { locale, decimals: decimals(finding) });
    const names = (ids: readonly string[]) => ids.map(shortName).join(' + ');

    function short(finding: ReportFinding): string {
      const left = number(finding.leftValue, finding);
      const right = number(finding.rightValue, finding);
      if (finding.kind !== 'rule') return t(`finding.${finding.kind}`, { limit: right });
      const rule = rules.get(finding.ruleId ?? '');
      if (!rule) return t('finding.other');
      const ask = finding.state === 'reason_missing' ? t('finding.askReason') : '';
      if (rule.rightMonth === 'previous') {
        const key = rule.operator.startsWith('>') ? 'fell' : rule.operator.startsWith('<') ? 'rose' : 'differs';
        const month = finding.earlierMonth
          ? formatMonth(finding.earlierMonth, locale)
          : formatMonthName(frame.previousMonth, locale, 'long');
        return t(`finding.${key}`, { value: right, month }) + ask;
      }
      if (rule.operator.startsWith('<')) {
        const words = { name: names(rule.right), value: right };
        const subject = rule.left.length > 1 ? `${names(rule.left)} = ${left} ` : '';
        return subject + t('finding.exceeds', words) + ask;
      }
      if (rule.operator.startsWith('>')) {
        const words = { name: names(rule.left), value: left };
        const subject = rule.right.length > 1 ? `${names(rule.right)} = ${right} ` : '';
        return subject + t('finding.exceeds', words) + ask;
      }
      return t('finding.unequal', { name: names(rule.right), value: right }) + ask;
    }

    function full(finding: ReportFinding): string {
      const rule = rules.get(finding.ruleId ?? '');
      const values = {
        left: number(finding.leftValue, finding),
        right: number(finding.rightValue, finding),
      };
      if (!rule) return t(`findingFull.${finding.kind}`, { value: values.left, limit: values.right });
      return t('findingFull.rule', { message: isId ? rule.messageId : rule.messageEn, ...values });
    }

    return {
      figure: ({ kind, value }, indicator) => {
        if (kind === 'number' && value !== null) return formatScaled(value, indicator.decimals, locale);
        return t(kind === 'not_applicable' ? 'state.notApplicable' : 'state.notReported');
      },
      shortName,
      derivedName: (indicator) => (isId ? indicator.shortNameId : indicator.shortNameEn),
      name: (indicator) => (isId ? indicator.nameId : indicator.nameEn),
      unit: (indicator) => (isId ? indicator.unitId : indicator.unitEn),
      definition: (indicator) => (isId ? indicator.definitionId : indicator.definitionEn),
      short,
      full,
    };
  }, [frame, locale, t]);
}

/** The cell that shows a finding in words: the one that asks for a reason, else the one that is too much. */
export function findingHome(finding: ReportFinding, rules: ReportGrid['rules']): string | undefined {
  if (finding.reasonIndicatorId) return finding.reasonIndicatorId;
  const rule = rules.find(({ id }) => id === finding.ruleId);
  if (rule?.rightMonth === 'same' && rule.operator.startsWith('>')) return rule.right[0];
  return rule?.left[0] ?? finding.indicatorIds[0];
}
