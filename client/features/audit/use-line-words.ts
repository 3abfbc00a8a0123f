import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import { confidenceSchema, issueIdSchema } from '#shared/indicator.ts';
import { formatNumber, formatPercent, formatScaled } from '#shared/number-format.ts';
import type { AuditLine, AuditNames } from './audit-types.ts';
import {
  type AuditFigure,
  cellOf,
  changesOf,
  factsOf,
  figureOf,
  figuresOf,
  indicatorIdOf,
  reportPartsOf,
} from './line-data.ts';

export interface LineFact {
  label: string;
  text: string;
}

export interface LineWords {
  /** What happened. */
  event: string;
  /** What it happened to. */
  subject: string;
  details: LineFact[];
}

const figureKeys = new Set(['value', 'low', 'high', 'claimedValue', 'plausibleMin', 'plausibleMax']);
const agencyKeys = /^(agencyId|fromAgencyId|toAgencyId|ownerAgencyId|heirId|successorIds)$/;
const titledKeys = /(deck|meeting)Id$/i;
const flagKeys = /^(is[A-Z]|requires|allows)/;

/** Writes a line of the log in the language of the screen: ids become names, scaled figures become numbers. */
export function useLineWords(): (line: AuditLine, names: AuditNames) => LineWords {
  const { t } = useTranslation(['audit', 'manage']);
  const locale = useLocale();
  const choices = useChoices();

  const areaName = (id: string, names: AuditNames) => names[id] ?? choices.areaName(id);
  const cellName = (cell: { indicatorId: string; areaId: string; month: string }, names: AuditNames) =>
    t('cell', {
      indicator: choices.indicatorName(cell.indicatorId),
      area: areaName(cell.areaId, names),
      month: formatMonth(cell.month, locale, 'short'),
    });

  function figure({ kind, value }: AuditFigure, decimals: number): string {
    if (kind === null) return t('missing');
    return value === null ? word(kind) : formatScaled(value, decimals, locale);
  }

  function word(code: string): string {
    return t(`word.${code}`, { defaultValue: code });
  }

  function valueText(key: string, value: unknown, names: AuditNames, decimals: number): string {
    if (value === null || value === undefined || value === '') return t('missing');
    if (Array.isArray(value)) return value.map((each) => valueText(key, each, names, decimals)).join(', ');
    if (typeof value === 'boolean' || (flagKeys.test(key) && (value === 0 || value === 1))) {
      return value ? t('yes') : t('no');
    }
    if (typeof value === 'number') return numberText(key, value, decimals);
    const asFigure = figureOf(value);
    if (asFigure) return figure(asFigure, decimals);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (agencyKeys.test(key)) return names[value] ?? choices.agencyAbbr(value);
    if (titledKeys.test(key)) return names[value] ?? t('missing');
    if (key === 'areaId' || key === 'areaIds') return areaName(value, names);
    if (key === 'indicatorId') return choices.indicatorName(value);
    if (key === 'fields') return fieldName(value);
    const issue = key === 'issueId' ? issueIdSchema.safeParse(value) : undefined;
    if (issue?.success) return choices.issueName(issue.data);
    const confidence = key === 'confidence' ? confidenceSchema.safeParse(value) : undefined;
    if (confidence?.success) return t(`manage:confidence.${confidence.data}`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, locale, 'short');
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return formatMonth(value, locale, 'short');
    return word(value);
  }

  function numberText(key: string, value: number, decimals: number): string {
    if (figureKeys.has(key)) return formatScaled(value, decimals, locale);
    if (key.endsWith('Permille')) return formatPercent(value / 10, { locale });
    if (key === 'byteSize') return t('bytes', { size: formatNumber(Math.ceil(value / 1024), { locale, decimals: 0 }) });
    return formatNumber(value, { locale, decimals: Number.isInteger(value) ? 0 : 2 });
  }

  function fieldName(key: string): string {
    return t(`field.${key}`, { defaultValue: key });
  }

  function subjectName(line: AuditLine, names: AuditNames): string {
    const { subjectType, subjectId, subjectName: known, data } = line;
    const cell = cellOf(data);
    switch (subjectType) {
      case 'entry':
        return cell ? cellName(cell, names) : subjectId;
      case 'report': {
        const parts = reportPartsOf(subjectId);
        if (!parts) return subjectId;
        return t('report', {
          agency: choices.agencyAbbr(parts.agencyId),
          issue: choices.issueName(parts.issueId),
          month: formatMonth(parts.month, locale, 'short'),
        });
      }
      case 'agency':
        return typeof data.abbr === 'string' ? data.abbr : choices.agencyAbbr(subjectId);
      case 'assignment':
        return taskName(data, names);
      case 'indicator':
        return choices.indicatorName(subjectId);
      case 'rule':
        return t('subject.rule', { id: subjectId });
      case 'issue':
        return valueText('issueId', subjectId, names, 0);
      case 'target':
        return cell ? t('subject.target', { cell: cellName(cell, names) }) : t('noun.target');
      case 'deadline':
        return t('subject.deadline', { scope: taskName({ issueId: data.issueId, month: data.month }, names) });
      case 'setting':
        if (subjectId === 'verification.dueDays') return t('subject.verificationDays');
        if (subjectId === 'deadline.lockAfterDays') return t('subject.lock');
        return subjectId === 'deadline.defaultDay' ? t('subject.defaultDay') : subjectId;
      case 'slide':
        return t('subject.slide', { deck: deckName(data.deckId, names) });
      case 'edition':
        return t('subject.edition', { number: Number(data.number), deck: deckName(data.deckId, names) });
      case 'deck':
      case 'meeting':
        return known ?? t(`subject.${subjectType}`);
      case 'decision':
      case 'action_item':
      case 'calendar_feed':
      case 'history_import':
      case 'export':
      case 'notification':
      case 'session':
      case 'link':
      case 'attachment':
      case 'database':
        return t(`subject.${subjectType}`);
      default:
        return known ?? subjectId;
    }
  }

  function deckName(id: unknown, names: AuditNames): string {
    return (typeof id === 'string' ? names[id] : undefined) ?? t('subject.deck');
  }

  /** The parts of a task that are told, `Biro Hukum, Polewali, semua isu`. */
  function taskName(data: Record<string, unknown>, names: AuditNames): string {
    const parts = ['agencyId', 'areaId', 'issueId', 'month'].flatMap((key) =>
      data[key] === undefined || data[key] === null ? [] : valueText(key, data[key], names, 0),
    );
    if (data.issueId === null) parts.push(t('manage:field.allIssues'));
    return parts.join(', ');
  }

  return (line, names) => {
    const { data } = line;
    const decimals = choices.indicator(indicatorIdOf(line) ?? '')?.decimals ?? 0;
    const figures = figuresOf(data);
    const pair = (from: string, to: string) => t('change', { from, to });
    return {
      event: t(`event.${line.event.replace('.', '_')}`, { defaultValue: line.event }),
      subject: subjectName(line, names),
      details: [
        ...(figures
          ? [{ label: t('field.figure'), text: pair(figure(figures.from, decimals), figure(figures.to, decimals)) }]
          : []),
        ...changesOf(data).map(([key, { from, to }]) => ({
          label: fieldName(key),
          text: pair(valueText(key, from, names, decimals), valueText(key, to, names, decimals)),
        })),
        ...factsOf(data).map(([key, value]) => factOf(key, value, names, decimals)),
      ],
    };
  };

  /** A value that is itself a change (`role: { from, to }`) is written as one. */
  function factOf(key: string, value: unknown, names: AuditNames, decimals: number): LineFact {
    const label = fieldName(key);
    if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value) {
      const [from, to] = [valueText(key, value.from, names, decimals), valueText(key, value.to, names, decimals)];
      return { label, text: t('change', { from, to }) };
    }
    return { label, text: valueText(key, value, names, decimals) };
  }
}
