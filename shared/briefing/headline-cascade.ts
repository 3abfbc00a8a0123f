import type { Figure } from '#shared/figure.ts';
import type { IssueId, Stage } from '#shared/indicator.ts';
import type { CascadeAnswer } from '#shared/issue-page.ts';
import type { Locale } from '#shared/locale.ts';
import { capitalized, inBoth } from './bilingual.ts';
import type { Bilingual } from './content.ts';
import { haveOneBase, valueWords } from './headline-words.ts';
import { type SharePhrase, sharePhrase } from './share-phrase.ts';

/** What it means, issue by issue, that a child or a family has left the cascade. */
const leftWords: Record<IssueId, Bilingual> = {
  KE: { id: 'keluar dari status', en: 'left the status' },
  ST: { id: 'keluar dari status', en: 'left the status' },
  ATS: { id: 'kembali sekolah', en: 'gone back to school' },
  PA: { id: 'tercegah', en: 'been kept from marrying' },
  INF: { id: 'selesai', en: 'finished' },
};

/**
 * The raw list of out-of-school children shrinks by more than half on verification, so that only those found valid are
 * a whole that those reached can be a part of.
 */
const wholes: Partial<Record<IssueId, readonly Stage[]>> = { ATS: ['valid'] };
const usualWholes: readonly Stage[] = ['target_group', 'valid'];

const wholeWords: Partial<Record<Stage, Bilingual>> = {
  target_group: { id: 'sasaran', en: 'the target group' },
  valid: { id: 'sasaran yang valid', en: 'the verified target group' },
};

interface Share {
  part: Figure;
  whole: Figure;
  /** Null where the two do not cover the same, or nothing can be a part of the whole. */
  phrase: SharePhrase | null;
}

/**
 * "Separuh lebih sasaran sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status". Null where the stages that
 * are held do not make a sentence.
 */
export function cascadeHeadline(cascade: CascadeAnswer, issueId: IssueId): Bilingual | null {
  const held = new Map<Stage, Figure>();
  const indicators = new Map(cascade.stages.map(({ stage, indicator }) => [stage, indicator]));
  for (const { stage, figure } of cascade.stages) if (figure?.value != null) held.set(stage, figure);

  const reached = held.get('reached');
  const indicator = indicators.get('reached');
  const wholeStage = (wholes[issueId] ?? usualWholes).find((stage) => held.has(stage));
  const whole = wholeStage && held.get(wholeStage);
  if (!reached || !indicator || reached.value === null) return null;

  const left = held.get('left');
  const share = whole ? shareOf(reached, whole) : null;
  const wholeName = wholeStage && wholeWords[wholeStage];
  const count = reached.value;
  const isMostReached = !share?.phrase || share.phrase.low >= mostlyFrom;
  return inBoth((locale) => {
    const amount = valueWords(count, indicator, locale);
    const first =
      count === 0
        ? nobodyReached(wholeName, locale)
        : share?.phrase && wholeName
          ? someReached(share.phrase, wholeName, locale)
          : amountReached(amount, locale);
    const second =
      count > 0 && left ? leftClause(shareOf(left, reached), leftWords[issueId], isMostReached, locale) : '';
    return `${first}${second}`;
  });
}

function shareOf(part: Figure, whole: Figure): Share {
  const isPart = part.value !== null && whole.value !== null && part.value > 0 && part.value <= whole.value;
  const isShare = isPart && haveOneBase(part, whole);
  return { part, whole, phrase: isShare ? sharePhrase((part.value ?? 0) / (whole.value ?? 1)) : null };
}

function nobodyReached(whole: Bilingual | undefined, locale: Locale): string {
  if (locale === 'id') return `Belum ada ${whole?.id ?? 'sasaran'} yang dijangkau`;
  return `Nobody of ${whole?.en ?? 'the target group'} has been reached yet`;
}

/** From here on a share is told as an achievement, below it as a shortfall. */
const mostlyFrom = 0.45;

function someReached(phrase: SharePhrase, whole: Bilingual, locale: Locale): string {
  const isMost = phrase.low >= mostlyFrom;
  if (locale === 'id') {
    return isMost
      ? capitalized(`${phrase.id} ${whole.id} sudah dijangkau`)
      : `Baru ${phrase.id} ${whole.id} yang dijangkau`;
  }
  return isMost
    ? capitalized(`${phrase.en} of ${whole.en} has been reached`)
    : `Only ${phrase.en} of ${whole.en} has been reached`;
}

function amountReached(amount: string, locale: Locale): string {
  return locale === 'id' ? `${amount} sudah dijangkau` : `${amount} reached so far`;
}

/** Of those reached; nothing is said where the two cannot be compared. "But" only where the one is much and the other little. */
function leftClause({ part, whole, phrase }: Share, left: Bilingual, isMostReached: boolean, locale: Locale): string {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  if (part.value === 0) {
    // None among those who are known is not none of all.
    if (!haveOneBase(part, whole)) return '';
    const [but, and] = [say('tetapi', 'but'), say('dan', 'and')];
    return `, ${isMostReached ? but : and} ${say(`belum ada yang ${left.id}`, `nobody has ${left.en} yet`)}`;
  }
  if (!phrase) return '';
  if (phrase.low >= mostlyFrom) {
    const joint = isMostReached ? say('dan', 'and') : say('tetapi', 'but');
    return `, ${joint} ${say(`${phrase.id} di antaranya sudah ${left.id}`, `${phrase.en} of them have ${left.en}`)}`;
  }
  const joint = isMostReached ? say('tetapi', 'but') : say('dan', 'and');
  return `, ${joint} ${say(`baru ${phrase.id} yang ${left.id}`, `only ${phrase.en} of them have ${left.en}`)}`;
}
