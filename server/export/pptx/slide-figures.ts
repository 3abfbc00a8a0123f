import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  changeText,
  coverageText,
  cutOffText,
  nameOf,
  periodText,
  shareText,
  shortNameOf,
  statusText,
  targetText,
  valueText,
  withUnit,
} from '#shared/briefing/scene/figure-words.ts';
import { runRateWords } from '#shared/briefing/scene/kinds/run-rate-words.ts';
import { issueInk, type Kit, statusInk } from '#shared/briefing/scene/kit.ts';
import type { FigureSeries, Headline, StatusAnswer } from '#shared/figure.ts';
import { type Canvas, type Cell, type Run, tableSize } from './canvas.ts';
import { cascadeChart, coverageOf, lineChart, rankingChart, rankingTitle } from './slide-charts.ts';
import { body as bodyBox, bodyTop, hex, page } from './template.ts';
import { fileWords } from './words.ts';

export function statusCell(status: StatusAnswer, kit: Kit, text = statusText(status, kit)): Cell {
  return { text, bold: true, color: hex(statusInk(status.status, '-fg')), fill: hex(statusInk(status.status, '-bg')) };
}

export function head(...words: string[]): Cell[] {
  return words.map((text) => ({ text }));
}

export function situationSlide(canvas: Canvas, { cards }: SlideBodyOf<'situation'>): void {
  const { kit } = canvas;
  const words = fileWords[kit.locale];
  const rows = cards.map(({ issue, headline, reached, outcome }): Cell[] => [
    { text: nameOf(issue, kit.locale), bold: true, color: hex(issueInk(issue.id)) },
    { text: shortNameOf(headline.indicator, kit.locale) },
    { text: figureText(headline, kit), bold: true, align: 'right' },
    { text: reached ? reachedText(reached.share, kit) : '' },
    { text: headline.change ? changeText(headline.change, headline.indicator, kit) : '' },
    { text: targetText(headline.target, headline.indicator, kit) },
    statusCell(headline.status, kit),
    { text: outcome?.figure ? `${figureText(outcome, kit)} (${periodText(outcome.figure, kit.locale)})` : '' },
  ]);
  canvas.table(
    [
      head(
        words.issue,
        words.indicator,
        words.figure,
        words.reached,
        words.change,
        words.target,
        words.status,
        words.outcome,
      ),
      ...rows,
    ],
    bodyBox,
    [1.75, 1.5, 1.35, 1.1, 1.75, 1.85, 1.35, 1.45],
    13,
  );
}

function reachedText(
  { value, isComparable }: NonNullable<SlideBodyOf<'situation'>['cards'][number]['reached']>['share'],
  kit: Kit,
): string {
  if (value === null) return '';
  const share = shareText(value, kit.locale);
  return isComparable ? share : `${share} (${fileWords[kit.locale].uneven})`;
}

function figureText({ figure, indicator }: Headline, kit: Kit): string {
  return figure?.value == null ? kit.words.noData : withUnit(figure.value, indicator, kit.locale);
}

/** Cascade on the left, the path on the right, as in the room. */
export function issueSlide(canvas: Canvas, body: SlideBodyOf<'issue'>): void {
  const { kit } = canvas;
  const { headline, cascade, issue, outcome } = body;
  const cascadeBars = cascade && cascadeChart(cascade, issue.id, kit);
  const left = { x: page.margin, y: bodyTop, w: 5.6, h: 3.5 };
  if (cascade && cascadeBars) {
    canvas.chart(cascadeBars, left);
    canvas.text(cascadeNotes(body, kit), { ...left, y: 5.5, h: 0.85 }, { size: 13, color: hex('muted') });
  }
  const hasLeft = cascadeBars !== null;
  const right = hasLeft ? { x: 6.6, w: 6.13 } : { x: page.margin, w: page.contentWidth };
  const { indicator, trajectory } = headline;
  const short = shortNameOf(indicator, kit.locale);
  const chart = lineChart(
    {
      indicator,
      ...trajectory,
      nameOf: (series) =>
        series.kind === 'reported' ? short : ((kit.locale === 'id' ? series.nameId : series.nameEn) ?? short),
    },
    kit,
  );
  const hasPlan = trajectory.planned.some(({ value, low }) => value !== null || low !== null);
  const title = hasPlan ? kit.words.trajectory.title(short) : kit.words.trajectory.titleAlone(short);
  canvas.text(title, { ...right, y: bodyTop, w: right.w - 1.9, h: 0.35 }, { size: 15, bold: true });
  const { fill, ...state } = statusCell(headline.status, kit);
  canvas.tile(
    [{ text: state.text, bold: true }],
    { x: right.x + right.w - 1.8, y: bodyTop - 0.02, w: 1.8, h: 0.38 },
    {
      size: 12,
      color: state.color,
      fill: fill ?? hex('soft'),
      border: state.color ?? hex('line'),
      align: 'center',
      valign: 'middle',
    },
  );
  if (chart) canvas.chart(chart, { ...right, y: bodyTop + 0.45, h: 3.35 });
  else canvas.text(kit.words.trajectory.none, { ...right, y: bodyTop + 1, h: 0.5 }, { size: 16, color: hex('muted') });
  const pace = runRateWords(headline, kit);
  const notes = [
    ...(pace ? [emphasised(pace)] : []),
    ...(!hasLeft && outcome?.figure ? [[{ text: outcomeText(outcome, kit) }]] : []),
  ];
  canvas.paragraphs(notes, { ...right, y: 5.85, h: 0.6 }, { size: 14 });
}

/** What lies between asterisks is bold. */
export function emphasised(text: string): Run[] {
  return text.split('*').flatMap((part, index) => (part === '' ? [] : { text: part, bold: index % 2 === 1 }));
}

function cascadeNotes({ cascade, outcome }: SlideBodyOf<'issue'>, kit: Kit): string {
  const names = new Map(cascade?.stages.map(({ stage, indicator }) => [stage, indicator]));
  const shares = (cascade?.shares ?? []).flatMap(({ part, whole, value, isComparable }) => {
    const [one, other] = [names.get(part), names.get(whole)];
    if (value === null || !isComparable || !one || !other) return [];
    const text = `${shortNameOf(one, kit.locale)} ${kit.words.cascade.share(shareText(value, kit.locale), shortNameOf(other, kit.locale).toLowerCase())}`;
    return { part, text };
  });
  const told = shares.filter(({ part }) => part === 'reached' || part === 'left');
  const referred = cascade?.stages.find(({ stage }) => stage === 'referred');
  return [
    ...new Set([
      ...(told.length > 0 ? told : shares).slice(0, 3).map(({ text }) => text),
      ...(referred?.figure?.value != null
        ? [
            `${shortNameOf(referred.indicator, kit.locale)} ${valueText(referred.figure.value, referred.indicator, kit.locale)}`,
          ]
        : []),
      ...(outcome?.figure ? [outcomeText(outcome, kit)] : []),
    ]),
  ].join(' · ');
}

function outcomeText({ indicator, figure, cutOff }: Headline, kit: Kit): string {
  const period = figure ? periodText(figure, kit.locale) : (cutOffText(cutOff, kit) ?? '');
  return kit.words.cascade.outcome(
    shortNameOf(indicator, kit.locale),
    valueText(figure?.value ?? null, indicator, kit.locale),
    period,
  );
}

export function regenciesSlide(canvas: Canvas, { regencies }: SlideBodyOf<'regencies'>): void {
  if (!regencies) return;
  const { kit } = canvas;
  const words = fileWords[kit.locale];
  const chart = rankingChart(regencies, kit);
  if (chart) {
    canvas.text(rankingTitle(chart), { x: page.margin, y: bodyTop, w: 6.2, h: 0.35 }, { size: 15, bold: true });
    canvas.chart(chart, { x: page.margin, y: bodyTop + 0.4, w: 6.2, h: 4.1 });
  }
  const { indicator, rows } = regencies;
  canvas.table(
    [
      head(words.area, shortNameOf(indicator, kit.locale), words.coverage, words.toward, words.status),
      ...rows.map((row): Cell[] => [
        { text: row.area.name, bold: true },
        {
          text: row.figure?.value == null ? kit.words.noData : valueText(row.figure.value, indicator, kit.locale),
          align: 'right',
        },
        { text: coverageOf(row, indicator, kit) },
        { text: row.status.share === null ? '' : shareText(row.status.share * 100, kit.locale, 0), align: 'right' },
        statusCell(row.status, kit),
      ]),
    ],
    { x: 7.05, y: bodyTop, w: 5.68, h: 4.5 },
    [1.25, 1.28, 1.15, 0.85, 1.15],
    12,
  );
}

export function inflationSlide(canvas: Canvas, { headline, inflation }: SlideBodyOf<'inflation'>): void {
  if (!inflation) return;
  const { kit } = canvas;
  const { areas, series, planned, indicators, priceIndex } = inflation;
  const nameOfArea = new Map(areas.map(({ area }) => [area.id, area.name]));
  const lineName = (each: FigureSeries) => {
    const area = nameOfArea.get(each.areaId) ?? each.areaId;
    const own = kit.locale === 'id' ? each.nameId : each.nameEn;
    const isOnlyOne = series.filter((other) => other.areaId === each.areaId).length === 1;
    return isOnlyOne || !own ? area : `${area}, ${own}`;
  };
  const shown = series.filter((each) => each.points.some((point) => point.value !== null)).slice(0, 4);
  const months = shown.flatMap((each) => each.points.map((point) => point.month)).toSorted();
  const [from, to] = [months[0], months.at(-1)];
  const chart =
    from && to
      ? lineChart(
          {
            indicator: headline.indicator,
            series: shown,
            planned,
            from,
            to,
            nameOf: lineName,
          },
          kit,
        )
      : null;
  const words = kit.words.inflation;
  canvas.text(
    words.title(shortNameOf(headline.indicator, kit.locale)),
    { x: page.margin, y: bodyTop, w: 6.6, h: 0.35 },
    { size: 15, bold: true },
  );
  if (chart) canvas.chart(chart, { x: page.margin, y: bodyTop + 0.4, w: 6.6, h: 4.1 });
  canvas.table(
    [
      head(words.area, words.yoy, words.mtm, words.ytd, fileWords[kit.locale].status),
      ...areas.map(({ area, figures, status }): Cell[] => [
        { text: area.name, bold: true },
        { text: valueText(figures.yoy?.value ?? null, indicators.yoy, kit.locale), align: 'right', bold: true },
        { text: valueText(figures.mtm?.value ?? null, indicators.mtm, kit.locale), align: 'right' },
        { text: valueText(figures.ytd?.value ?? null, indicators.ytd, kit.locale), align: 'right' },
        statusCell(status, kit),
      ]),
    ],
    { x: 7.45, y: bodyTop, w: 5.28, h: 2.4 },
    [1.48, 0.9, 0.85, 0.85, 1.2],
    12,
  );
  const others = (priceIndex?.areas ?? []).filter(({ figure }) => figure?.value != null);
  if (priceIndex && others.length > 0) {
    const listed = others.map(
      ({ area, figure }) => `${area.name} ${valueText(figure?.value ?? null, priceIndex.indicator, kit.locale)}`,
    );
    canvas.text(
      `${words.priceIndex(shortNameOf(priceIndex.indicator, kit.locale))}: ${listed.join(', ')}`,
      { x: 7.45, y: 5.6, w: 5.28, h: 0.85 },
      { size: 12, color: hex('muted') },
    );
  }
}

export function twoTruthsSlide(canvas: Canvas, { pairs }: SlideBodyOf<'two_truths'>): void {
  const { kit } = canvas;
  const words = fileWords[kit.locale];
  const truths = kit.words.truths;
  const shown = pairs.slice(0, 3);
  const rows = shown.flatMap(({ sides }) =>
    sides.map(({ indicator, figure, seriesNameId, seriesNameEn, previous }): Cell[] => [
      { text: shortNameOf(indicator, kit.locale), bold: true },
      { text: withUnit(figure.value, indicator, kit.locale), bold: true, align: 'right' },
      { text: figure.source ?? (kit.locale === 'id' ? seriesNameId : seriesNameEn) ?? truths.reported },
      { text: figure.periodLabel ?? figure.cutOff ?? periodText(figure, kit.locale) },
      { text: coverageText(figure, indicator, kit) ?? '' },
      {
        text: previous
          ? truths.previous(valueText(previous.value, indicator, kit.locale), periodText(previous, kit.locale))
          : '',
      },
    ]),
  );
  canvas.table(
    [head(words.indicator, words.figure, words.source, words.cutOff, words.coverage, words.previous), ...rows],
    bodyBox,
    [2.2, 1.8, 3.1, 1.9, 1.5, 1.6],
    tableSize(rows.length),
  );
  const notes = [...new Set(shown.map(({ kind }) => truths.note[kind]))];
  canvas.paragraphs(
    notes.map((text) => [{ text }]),
    { x: page.margin, y: 5.75, w: page.contentWidth, h: 0.7 },
    { size: 14, color: hex('muted') },
  );
}
