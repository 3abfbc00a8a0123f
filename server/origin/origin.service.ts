import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { type Actor, roleOf } from '#server/context.ts';
import {
  type AreaRow,
  areaBrief,
  type FigureSet,
  findAreaRow,
  type IndicatorRow,
  indicatorBrief,
  listChildren,
  loadCatalogue,
  loadFigures,
  nationId,
  plannedPath,
} from '#server/figure/figure.service.ts';
import { assertPermitted } from '#server/trpc.ts';
import type { Figure } from '#shared/figure.ts';
import { areaLevels } from '#shared/indicator.ts';
import { type OriginAnswer, type OriginInput, originPageSize } from '#shared/origin.ts';
import { can } from '#shared/permissions.ts';
import { cellOrigin } from './cell-origin.ts';

/**
 * Where a number comes from: its definition, what it is made of one level down, and for a cell everything that happened
 * to it.
 * @throws AppError NOT_FOUND for an unknown indicator or area, NOT_ALLOWED for provisional figures without the right
 */
export async function originOf(
  db: Kysely<Database>,
  actor: Actor | null,
  input: OriginInput & { provinceId: string },
): Promise<OriginAnswer> {
  if (input.scope === 'provisional') assertPermitted(actor, 'figure.read_provisional');
  const isStaff = can(roleOf(actor), 'report.read');
  const [catalogue, area] = await Promise.all([loadCatalogue(db), findAreaRow(db, input.areaId)]);
  const indicator = catalogue.indicators.get(input.indicatorId);
  if (!indicator || !area || !isWithin(area.id, input.provinceId)) throw new AppError('NOT_FOUND');

  const children = hasParts(indicator, area) ? await listChildren(db, area.id) : [];
  const listed = children.slice(input.offset, input.offset + originPageSize);
  const figures = await loadFigures(db, catalogue, {
    scope: input.scope,
    audience: isStaff ? 'staff' : 'public',
    indicatorIds: [indicator.id],
    areas: [area, ...listed],
    from: input.month,
    to: input.month,
  });
  const figure = figures.at(indicator.id, area.id, input.month);
  const isHidden = !isStaff && area.level === 'village' && figure === null;
  const targets = figures.targets(indicator.id, area.id);
  return {
    indicator: {
      ...indicatorBrief(indicator),
      definitionId: indicator.definitionId,
      definitionEn: indicator.definitionEn,
      source: indicator.source,
      collectLevel: indicator.collectLevel,
      expectedMonths: indicator.expectedMonths,
      isReported: indicator.isReported === 1,
    },
    area: areaBrief(area),
    month: input.month,
    scope: input.scope,
    method: methodOf(indicator, area, figure),
    figure,
    ratio: ratioParts(indicator, figures, input),
    parts: {
      total: children.length,
      offset: input.offset,
      items: listed.map((child) => ({
        area: areaBrief(child),
        figure: figures.at(indicator.id, child.id, input.month),
        notApplicable: isNotApplicable(figures, indicator, child, input),
      })),
    },
    cell: isHidden ? null : await cellOrigin(db, indicator, input, isStaff),
    published: publishedFigures(figures, input),
    planned: plannedPath(targets, input.month, input.month)[0] ?? null,
    targets,
  };
}

function isWithin(areaId: string, provinceId: string): boolean {
  return areaId === nationId || areaId === provinceId || areaId.startsWith(`${provinceId}.`);
}

/** What can be added has parts down to the level at which it is collected; a ratio has the parts of its operands. */
function hasParts(indicator: IndicatorRow, area: AreaRow): boolean {
  const isAbove = areaLevels.indexOf(area.level) < areaLevels.indexOf(indicator.collectLevel);
  return isAbove && indicator.aggregation !== 'none' && area.level !== 'nation';
}

function methodOf(indicator: IndicatorRow, area: AreaRow, figure: Figure | null): OriginAnswer['method'] {
  if (!figure) return null;
  if (figure.seriesId !== null) return 'published';
  if (indicator.aggregation === 'ratio') return 'ratio';
  return hasParts(indicator, area) ? 'sum' : 'cell';
}

function ratioParts(
  { numeratorId, denominatorId, factor }: IndicatorRow,
  figures: FigureSet,
  { areaId, month }: OriginInput,
): OriginAnswer['ratio'] {
  if (!numeratorId || !denominatorId) return null;
  return {
    numeratorIndicator: indicatorBrief(figures.indicator(numeratorId)),
    numerator: figures.reported(numeratorId, areaId, month),
    denominatorIndicator: indicatorBrief(figures.indicator(denominatorId)),
    denominator: figures.reported(denominatorId, areaId, month),
    factor: factor ?? 1,
  };
}

/** Every cell below that was expected was declared not to apply. */
function isNotApplicable(
  figures: FigureSet,
  indicator: IndicatorRow,
  child: AreaRow,
  { month, scope }: OriginInput,
): boolean {
  const row = figures.rollup(indicator.id, child.id, month);
  if (!row) return false;
  const notApplicable = scope === 'verified' ? row.verifiedNa : row.submittedNa;
  return notApplicable > 0 && notApplicable >= row.expected;
}

function publishedFigures(figures: FigureSet, input: OriginInput): OriginAnswer['published'] {
  const rows = figures.publishedRows(input.indicatorId, input.areaId).filter((row) => row.month === input.month);
  const names = new Map(rows.map((row) => [row.seriesId, row]));
  return figures.published(input.indicatorId, input.areaId, input.month).flatMap((figure) => {
    const row = figure.seriesId === null ? undefined : names.get(figure.seriesId);
    return row
      ? [{ ...figure, seriesId: row.seriesId, seriesNameId: row.seriesNameId, seriesNameEn: row.seriesNameEn }]
      : [];
  });
}
