import type { Figure, Headline } from '#shared/figure.ts';
import type { SlideBody } from './content.ts';

/** Whether a slide has nothing to show: it says so, and "hide empty" skips it. */
export function isEmptyBody(body: SlideBody): boolean {
  switch (body.kind) {
    case 'cover':
      return false;
    case 'text':
      return body.body.trim() === '' && body.pictureSha256 === null;
    case 'unavailable':
      return true;
    case 'situation':
      return !body.cards.some((card) => holds(card.headline) || holds(card.outcome));
    case 'issue':
      return !(
        holds(body.headline) ||
        holds(body.outcome) ||
        body.headline.trajectory.series.some((series) => series.points.some((point) => point.value !== null)) ||
        body.cascade?.stages.some((stage) => isHeld(stage.figure))
      );
    case 'regencies':
      return !body.regencies?.rows.some((row) => isHeld(row.figure));
    case 'heat_map':
      return !body.regions.some((region) => region.cells.some((cell) => isHeld(cell.figure)));
    case 'tile_map':
      return !body.regions.some((region) =>
        region.cells.some((cell) => cell.indicatorId === body.indicator.id && isHeld(cell.figure)),
      );
    case 'inflation':
      return !(
        holds(body.headline) ||
        body.inflation?.areas.some(({ figures }) => isHeld(figures.yoy) || isHeld(figures.mtm) || isHeld(figures.ytd))
      );
    case 'two_truths':
      return body.pairs.length === 0;
    case 'small_wins':
      return body.items.length === 0;
    case 'obstacles':
      return body.items.length + body.critical.length + body.lateReports.length === 0;
    case 'completeness':
      return body.total === null || body.total.expected === 0;
    case 'action_items':
      return body.items.length === 0;
    case 'changes':
      // "Nothing has changed" is worth showing; that there is nothing to compare with is not.
      return body.since === null;
  }
}

function holds(headline: Headline | null): boolean {
  return isHeld(headline?.figure ?? null);
}

function isHeld(figure: Figure | null): boolean {
  return figure?.value != null;
}
