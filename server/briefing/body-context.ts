import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { type AreaRow, type Catalogue, findAreaRow, type IssueRow } from '#server/figure/figure.service.ts';
import type { SlideBody } from '#shared/briefing/content.ts';
import type { SlideFilter, SlideKind } from '#shared/briefing/slide.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import type { PageShelf } from './page-shelf.ts';
import type { PictureBook } from './picture-book.ts';

/** What a slide's body is made from. */
export interface BodyContext {
  db: Kysely<Database>;
  catalogue: Catalogue;
  province: AreaRow;
  shelf: PageShelf;
  pictures: PictureBook;
  /** Today in the province's time zone. */
  asOf: string;
}

/** What a person decided about a slide, with the deck's month where the slide has none of its own. */
export interface SlideSpec {
  id: string;
  kind: SlideKind;
  filter: SlideFilter;
  month: Month;
  /** The headline in the person's own words. */
  written: string | null;
  notes: string;
  words: string;
  pictureAlt: string;
}

type UnavailableReason = Extract<SlideBody, { kind: 'unavailable' }>['reason'];

/** The slide's subject is not there; caught where bodies are made, and told on the slide. */
export class Unavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason) {
    super(reason);
    this.name = 'Unavailable';
    this.reason = reason;
  }
}

/** @throws Unavailable when the issue, or an indicator it is steered by, is gone */
export function issueRow({ catalogue }: Pick<BodyContext, 'catalogue'>, issueId: IssueId | null): IssueRow {
  if (issueId === null) throw new Unavailable('issue_not_chosen');
  const issue = catalogue.issues.find((each) => each.id === issueId);
  if (!issue) throw new Unavailable('issue_gone');
  if (!isSteerable(catalogue, issue)) throw new Unavailable('indicator_gone');
  return issue;
}

function isSteerable({ indicators }: Catalogue, { headlineIndicatorId, outcomeIndicatorId }: IssueRow): boolean {
  return indicators.has(headlineIndicatorId) && (outcomeIndicatorId === null || indicators.has(outcomeIndicatorId));
}

/** What shows all issues at once needs the headline of each. @throws Unavailable */
export function assertAllIssues({ catalogue }: Pick<BodyContext, 'catalogue'>): void {
  if (!catalogue.issues.every((issue) => isSteerable(catalogue, issue))) throw new Unavailable('indicator_gone');
}

/** The regency that a slide is narrowed to, else the province. @throws Unavailable when it is gone */
export async function chosenAreaRow({ db, province }: BodyContext, areaId: string | null): Promise<AreaRow> {
  if (areaId === null || areaId === province.id) return province;
  const area = await findAreaRow(db, areaId);
  if (!area?.id.startsWith(`${province.id}.`)) throw new Unavailable('area_gone');
  return area;
}
