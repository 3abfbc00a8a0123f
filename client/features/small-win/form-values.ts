import type { Locale } from '#shared/locale.ts';
import { formatNumber } from '#shared/number-format.ts';
import { type NumberCandidate, parseTypedNumber } from '#shared/number-input.ts';
import { type SaveSmallWinInput, type SmallWinDetail, saveSmallWinInput, storyLength } from '#shared/small-win.ts';

/** What stands in the fields, as it was typed. */
export interface FormValues {
  news: 'good' | 'bad';
  title: string;
  story: string;
  date: string | null;
  issueId: string | null;
  areaIds: string[];
  hasClaim: boolean;
  claimIndicatorId: string | null;
  claimAreaId: string | null;
  claimMonth: string;
  claimValue: string;
}

export type FormProblems = Partial<Record<keyof FormValues, string>>;

export function emptyValues(today: string, month: string): FormValues {
  return {
    news: 'good',
    title: '',
    story: '',
    date: today,
    issueId: null,
    areaIds: [],
    hasClaim: false,
    claimIndicatorId: null,
    claimAreaId: null,
    claimMonth: month,
    claimValue: '',
  };
}

export function valuesOf(win: SmallWinDetail, month: string, locale: Locale): FormValues {
  const { claim } = win;
  return {
    news: win.news,
    title: win.title,
    story: win.story,
    date: win.date,
    issueId: win.issueId,
    areaIds: win.areas.map((area) => area.id),
    hasClaim: claim !== null,
    claimIndicatorId: claim?.indicator.id ?? null,
    claimAreaId: claim?.area.id ?? null,
    claimMonth: claim?.month ?? month,
    claimValue: claim ? formatNumber(claim.claimed, { locale, decimals: claim.indicator.decimals }) : '',
  };
}

export type ClaimReading =
  | { kind: 'value'; scaled: number }
  | { kind: 'question'; candidates: NumberCandidate[] }
  | { kind: 'problem'; code: 'CLAIM_VALUE_REQUIRED' | 'CLAIM_VALUE_INVALID' };

/** What the typed figure means; the server judges whether it may be negative. */
export function readClaim(text: string, decimals: number, locale: Locale): ClaimReading {
  const typed = parseTypedNumber(text, { decimals, locale, allowNegative: true });
  switch (typed.kind) {
    case 'number':
      return { kind: 'value', scaled: typed.scaled };
    case 'question':
      return typed;
    case 'empty':
      return { kind: 'problem', code: 'CLAIM_VALUE_REQUIRED' };
    default:
      return { kind: 'problem', code: 'CLAIM_VALUE_INVALID' };
  }
}

interface Target {
  id: string | null;
  version: number | null;
}

const fieldNames: Record<string, keyof FormValues> = {
  'claim.indicatorId': 'claimIndicatorId',
  'claim.areaId': 'claimAreaId',
  'claim.month': 'claimMonth',
  'claim.value': 'claimValue',
};

/** The form's field that a path of the input schema means. */
export function fieldOf(path: string): keyof FormValues {
  const known = fieldNames[path];
  if (known) return known;
  const [first = ''] = path.split('.');
  return first === 'claim' ? 'claimValue' : (first as keyof FormValues);
}

/**
 * What is sent, or what is wrong with the fields, each as a code of `smallWins.problem`.
 * @param decimals of the claimed indicator
 */
export function inputOf(
  values: FormValues,
  target: Target,
  options: { decimals: number; locale: Locale; isSubmitting: boolean },
): { input: SaveSmallWinInput } | { problems: FormProblems } {
  const reading = values.hasClaim ? readClaim(values.claimValue, options.decimals, options.locale) : undefined;
  const parsed = saveSmallWinInput.safeParse({
    ...target,
    title: values.title,
    story: values.story,
    date: values.date ?? '',
    issueId: values.issueId,
    areaIds: values.areaIds,
    news: values.news,
    claim: reading
      ? {
          indicatorId: values.claimIndicatorId ?? '',
          areaId: values.claimAreaId ?? '',
          month: values.claimMonth,
          value: reading.kind === 'value' ? reading.scaled : Number.NaN,
        }
      : null,
  });
  const problems: FormProblems = {};
  for (const issue of parsed.error?.issues ?? []) problems[fieldOf(issue.path.join('.'))] ??= issue.message;
  if (values.issueId === null) problems.issueId = 'ISSUE_REQUIRED';
  if (reading?.kind === 'problem') problems.claimValue = reading.code;
  if (reading?.kind === 'question') problems.claimValue = 'CLAIM_VALUE_INVALID';
  if (options.isSubmitting && values.story.trim().length < storyLength.min) problems.story = 'STORY_SHORT';
  return parsed.success && Object.keys(problems).length === 0 ? { input: parsed.data } : { problems };
}
