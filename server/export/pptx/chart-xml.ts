import { columnName, sheetName } from './chart-book.ts';
import type { ChartSeries, ChartSpec } from './chart-spec.ts';
import { escapeXml } from './clean-text.ts';

const ink = '1B2333';
const muted = '566079';
const grid = 'E3E7EE';
const [catAxis, valAxis] = [111_111_111, 222_222_222];

/** The part `ppt/charts/chartN.xml`, in the order of elements that the schema asks for. Its workbook is `rId1`. */
export function chartXml(spec: ChartSpec): string {
  const isLine = spec.kind === 'line';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    `<c:date1904 val="0"/><c:lang val="${spec.locale === 'id' ? 'id-ID' : 'en-US'}"/><c:roundedCorners val="0"/>`,
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>',
    isLine ? lineChart(spec) : barChart(spec),
    isLine ? categoryAxis(spec, 'b') : categoryAxis(spec, 'l'),
    valueAxis(spec, isLine ? 'l' : 'b'),
    '</c:plotArea>',
    spec.hasLegend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textStyle(1200, muted)}</c:legend>` : '',
    // A month or an area without a figure is a gap, never a nought.
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="${spec.joinsGaps ? 'span' : 'gap'}"/></c:chart>`,
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textStyle(1200, ink),
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('');
}

function lineChart(spec: ChartSpec): string {
  const series = spec.series.map((each, index) => {
    const dash = each.isDashed ? '<a:prstDash val="dash"/>' : '<a:prstDash val="solid"/>';
    const line = `<c:spPr><a:ln w="${each.isDashed ? 19_050 : 34_925}" cap="rnd">${fill(each.color)}${dash}<a:round/></a:ln></c:spPr>`;
    const marker = each.isDashed
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="circle"/><c:size val="${spec.categories.length > 13 ? 4 : 6}"/><c:spPr>${fill(each.color)}<a:ln>${fill(each.color)}</a:ln></c:spPr></c:marker>`;
    return `<c:ser>${identity(each, index)}${line}${marker}${labels(each, spec, 'r')}${data(each, index, spec)}<c:smooth val="0"/></c:ser>`;
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${axisIds}</c:lineChart>`;
}

function barChart(spec: ChartSpec): string {
  const isStacked = spec.kind === 'stacked_bar';
  const series = spec.series.map((each, index) => {
    const points = (each.pointColors ?? []).map(
      (color, point) =>
        `<c:dPt><c:idx val="${point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(color)}</c:spPr></c:dPt>`,
    );
    return `<c:ser>${identity(each, index)}<c:spPr>${fill(each.color)}</c:spPr><c:invertIfNegative val="0"/>${points.join('')}${labels(each, spec, isStacked ? 'ctr' : 'outEnd')}${data(each, index, spec)}</c:ser>`;
  });
  return [
    `<c:barChart><c:barDir val="bar"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`,
    series.join(''),
    `<c:gapWidth val="45"/>${isStacked ? '<c:overlap val="100"/>' : ''}${axisIds}</c:barChart>`,
  ].join('');
}

const axisIds = `<c:axId val="${catAxis}"/><c:axId val="${valAxis}"/>`;

function identity({ name }: ChartSeries, index: number): string {
  const cell = `${sheetName}!$${columnName(index + 1)}$1`;
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${cell}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function data({ values }: ChartSeries, index: number, { categories, valueFormat }: ChartSpec): string {
  const [last, column] = [categories.length + 1, columnName(index + 1)];
  const names = categories.map((name, point) => `<c:pt idx="${point}"><c:v>${escapeXml(name)}</c:v></c:pt>`);
  const held = values.map((value, point) => (value === null ? '' : `<c:pt idx="${point}"><c:v>${value}</c:v></c:pt>`));
  return [
    `<c:cat><c:strRef><c:f>${sheetName}!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${names.join('')}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${sheetName}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${escapeXml(valueFormat)}</c:formatCode><c:ptCount val="${categories.length}"/>${held.join('')}</c:numCache></c:numRef></c:val>`,
  ].join('');
}

function labels(series: ChartSeries, spec: ChartSpec, position: string): string {
  const shown = (isShown: boolean) =>
    `<c:showLegendKey val="0"/><c:showVal val="${isShown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  const look = `<c:numFmt formatCode="${escapeXml(spec.valueFormat)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(1400, series.labelColor ?? ink, true)}<c:dLblPos val="${position}"/>`;
  if (series.labels === 'all') return `<c:dLbls>${look}${shown(true)}</c:dLbls>`;
  const last = series.values.findLastIndex((value) => value !== null);
  if (series.labels === 'none' || last < 0) return `<c:dLbls>${shown(false)}</c:dLbls>`;
  return `<c:dLbls><c:dLbl><c:idx val="${last}"/>${look}${shown(true)}</c:dLbl>${shown(false)}</c:dLbls>`;
}

/** Of two years of months every third is named, so that the names stay level. */
function labelSkip({ kind, categories }: ChartSpec): string {
  const skip = Math.ceil(categories.length / 9);
  return kind === 'line' && skip > 1 ? `<c:tickLblSkip val="${skip}"/>` : '';
}

function categoryAxis(spec: ChartSpec, position: 'b' | 'l'): string {
  const { kind } = spec;
  return [
    // Bars are read from the top; PowerPoint starts at the bottom.
    `<c:catAx><c:axId val="${catAxis}"/><c:scaling><c:orientation val="${kind === 'line' ? 'minMax' : 'maxMin'}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${position}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr><a:ln w="9525">${fill('8792A6')}</a:ln></c:spPr>${textStyle(1200, muted)}`,
    `<c:crossAx val="${valAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${labelSkip(spec)}<c:noMultiLvlLbl val="1"/></c:catAx>`,
  ].join('');
}

function valueAxis({ axis, kind }: ChartSpec, position: 'b' | 'l'): string {
  const limits = axis ? `<c:max val="${axis.max}"/><c:min val="${axis.min}"/>` : '<c:min val="0"/>';
  return [
    `<c:valAx><c:axId val="${valAxis}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling>`,
    `<c:delete val="${axis ? 0 : 1}"/><c:axPos val="${position}"/>`,
    axis ? `<c:majorGridlines><c:spPr><a:ln w="6350">${fill(grid)}</a:ln></c:spPr></c:majorGridlines>` : '',
    `<c:numFmt formatCode="${escapeXml(axis?.format ?? 'General')}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(1200, muted)}`,
    `<c:crossAx val="${catAxis}"/><c:crosses val="${kind === 'line' ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/>`,
    axis ? `<c:majorUnit val="${axis.step}"/>` : '',
    '</c:valAx>',
  ].join('');
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

/** @param size in hundredths of a point */
function textStyle(size: number, color: string, isBold = false): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${isBold ? 1 : 0}">${fill(color)}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}
