import {
  missing,
  originOf,
  shareText,
  shortNameOf,
  valueText,
  withinSentence,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit } from '#shared/briefing/scene/kit.ts';
import type { Ink, SceneItem } from '#shared/briefing/scene/scene.ts';
import { dashedBox, lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { ellipsise, wrapText } from '#shared/briefing/scene/wrap.ts';
import type { IssueId, Stage } from '#shared/indicator.ts';
import type { CascadeAnswer } from '#shared/issue-page.ts';

const inset = 14;
const labelSize = 20;
const beside = 16;

/** Which share is said beside a bar: of what the stage is a part. */
const shareOrder: Partial<Record<Stage, readonly CascadeAnswer['shares'][number]['id'][]>> = {
  valid: ['validOfTarget'],
  reached: ['reachedOfTarget', 'reachedOfValid'],
  left: ['leftOfReached', 'leftOfTarget'],
};
/** Where a list is checked before anything is done, those reached are a part of what proved valid. */
const reachedOfChecked = ['reachedOfValid', 'reachedOfTarget'] as const;

type CascadeStage = CascadeAnswer['stages'][number];

/** Bars on one scale from zero, each with its share in words, and below what is left to do with its formula. */
export function cascadeItems(cascade: CascadeAnswer, issueId: IssueId, area: Area, kit: Kit): SceneItem[] {
  const bars = cascade.stages.filter(({ stage }) => stage !== 'referred');
  const sentence = wrapText(sentenceOf(cascade, kit), area.width, { size: 20, weight: 400 }, 3);
  const room = area.height - (sentence.length > 0 ? sentence.length * 26 + 14 : 0);
  const step = Math.min(112, room / Math.max(1, bars.length));
  const height = Math.min(92, step - 14);
  const largest = Math.max(0, ...bars.map(({ figure }) => figure?.value ?? 0));
  const items = bars.flatMap((bar, index) =>
    barItems(
      bar,
      cascade,
      issueId,
      look(index, bars.length),
      largest,
      { ...area, y: area.y + index * step, height },
      kit,
    ),
  );
  return [...items, ...lines(area.x, area.y + bars.length * step + 24, sentence, 26, { fill: 'muted' })];
}

type Look = '-soft' | '' | '-deep';

function look(index: number, count: number): Look {
  if (index === 0 && count > 1) return '-soft';
  return index === count - 1 && count > 2 ? '-deep' : '';
}

function barItems(
  bar: CascadeStage,
  cascade: CascadeAnswer,
  issueId: IssueId,
  shade: Look,
  largest: number,
  box: Area,
  kit: Kit,
): SceneItem[] {
  const { figure, indicator } = bar;
  const label = shortNameOf(indicator, kit.locale);
  const value = figure?.value ?? null;
  const number = valueText(value, indicator, kit.locale);
  const isTall = box.height >= 62;
  const numberSize = isTall ? Math.min(36, Math.round(box.height * 0.42)) : 24;
  const labelY = box.y + (isTall ? box.height / 2 - 10 : box.height / 2 + 7);
  const numberY = isTall ? labelY + numberSize + 2 : labelY;
  const numberWidth = textWidth(number, numberSize, 700);
  const length = value === null ? 0 : largest > 0 ? Math.max(2, (Math.max(0, value) / largest) * box.width) : 2;
  const isInside =
    value === null || standsInside(textWidth(label, labelSize, 400), numberWidth, length, box.width, isTall);
  const room = value === null ? box.width - 2 * inset : isInside ? length - 2 * inset : box.width - length - beside;
  const shown = ellipsise(label, isTall ? room : room - 12 - numberWidth, { size: labelSize, weight: 400 });
  const labelWidth = textWidth(shown, labelSize, 400);
  const wordWidth = isTall ? Math.max(labelWidth, numberWidth) : labelWidth + 12 + numberWidth;
  const origin = originOf(figure);
  const words = (x: number, ink: Ink): SceneItem[] => [
    text(x, labelY, shown, { size: labelSize, fill: ink }),
    text(isTall ? x : x + labelWidth + 12, numberY, number, { size: numberSize, weight: 700, fill: ink, origin }),
  ];
  if (value === null) {
    return [dashedBox(box.x, box.y, wordWidth + 2 * inset, box.height), ...words(box.x + inset, 'muted')];
  }
  const ground = issueInk(issueId, shade);
  const onBar = shade === '-soft' ? 'ink' : issueInk(issueId, '-text');
  const share = shareWords(bar, cascade, kit);
  return [
    rect(box.x, box.y, length, box.height, {
      fill: ground,
      radius: Math.min(8, length / 2),
      ...(origin && { origin }),
    }),
    ...(isInside ? words(box.x + inset, onBar) : words(box.x + length + beside, 'ink')),
    ...(share
      ? shareItems(share, {
          box,
          length,
          isInside,
          wordWidth,
          numberWidth,
          labelWidth,
          isTall,
          numberY,
          onBar,
          issueId,
        })
      : []),
  ];
}

/** In the bar where the words fit; beside it while there is room for the number and the beginning of the name. */
function standsInside(label: number, number: number, length: number, width: number, isTall: boolean): boolean {
  const [inside, outside] = [length - 2 * inset, width - length - beside];
  const whole = isTall ? Math.max(label, number) : label + 12 + number;
  const least = isTall ? Math.max(number, Math.min(label, 90)) : number + Math.min(label, 90);
  return whole <= inside || (outside < least && inside >= outside);
}

interface SharePlace {
  box: Area;
  length: number;
  isInside: boolean;
  isTall: boolean;
  wordWidth: number;
  numberWidth: number;
  labelWidth: number;
  numberY: number;
  onBar: Ink;
  issueId: IssueId;
}

/** Beside the bar in the issue's colour where it fits, else inside at the right, or after the number that stands beside. */
function shareItems(share: string, place: SharePlace): SceneItem[] {
  const { box, length, isInside, isTall, wordWidth, numberWidth, labelWidth, numberY, onBar, issueId } = place;
  const right = box.x + box.width;
  const middle = box.y + box.height / 2;
  if (!isInside) {
    const x = box.x + length + beside + (isTall ? numberWidth : labelWidth + 12 + numberWidth) + 10;
    return right - x < 80
      ? []
      : [text(x, numberY, ellipsise(share, right - x, { size: 20, weight: 400 }), { fill: 'muted' })];
  }
  for (const size of [26, 22, 20]) {
    const width = textWidth(share, size, 700);
    if (length + beside + width <= box.width) {
      return [
        text(box.x + length + beside, middle + size * 0.35, share, { size, weight: 700, fill: issueInk(issueId) }),
      ];
    }
  }
  const width = textWidth(share, 20, 700);
  if (wordWidth + 2 * inset + 20 + width > length) return [];
  return [text(box.x + length - inset, middle + 7, share, { weight: 700, fill: onBar, anchor: 'end' })];
}

function shareWords(
  { stage }: CascadeStage,
  { shares, stages }: CascadeAnswer,
  { locale, words }: Kit,
): string | undefined {
  const isChecked = stages.some((each) => each.stage === 'confirmed');
  const found = (stage === 'reached' && isChecked ? reachedOfChecked : shareOrder[stage])
    ?.map((id) => shares.find((share) => share.id === id))
    .find((share) => share && share.value !== null && share.isComparable);
  const whole = stages.find((each) => each.stage === found?.whole);
  if (!found || found.value === null || !whole) return undefined;
  const say = found.whole === 'reached' ? words.cascade.shareOfDone : words.cascade.share;
  return say(shareText(found.value, locale), withinSentence(shortNameOf(whole.indicator, locale)));
}

/** "Belum dijangkau 7.292 (Sasaran − Diintervensi) · Rujukan 22". Coverage is a footnote. */
function sentenceOf({ stages, remaining }: CascadeAnswer, kit: Kit): string {
  const { locale, words } = kit;
  const stageOf = (stage: Stage | undefined) => stages.find((each) => each.stage === stage);
  const labelOf = (stage: Stage) => {
    const found = stageOf(stage);
    return found ? shortNameOf(found.indicator, locale) : '';
  };
  const rest =
    remaining.find(({ id, value }) => id === 'target_minus_reached' && value !== null) ??
    remaining.find(({ id, value }) => id === 'target_minus_left' && value !== null);
  const [first] = stages;
  const label = rest?.id === 'target_minus_reached' ? words.cascade.notReached : words.cascade.notLeft;
  const referred = stageOf('referred');
  const parts = [
    rest && rest.value !== null && first && rest.isComparable
      ? words.cascade.formula(
          label,
          valueText(rest.value, first.indicator, locale),
          rest.stages.map(labelOf).join(' − '),
        )
      : undefined,
    referred?.figure
      ? `${shortNameOf(referred.indicator, locale)} ${valueText(referred.figure.value, referred.indicator, locale)}`
      : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== missing).join(' · ');
}
