import { photosOf } from '#server/attachment/photos.service.ts';
import { areaBrief } from '#server/figure/figure.service.ts';
import type { SlideBody } from '#shared/briefing/content.ts';
import { type SlideKind, slideKindFilters } from '#shared/briefing/slide.ts';
import { type BodyContext, type SlideSpec, Unavailable } from './body-context.ts';
import { actionItemsBody, completenessBody, obstaclesBody, smallWinsBody } from './field-bodies.ts';
import {
  heatMapBody,
  inflationBody,
  issueBody,
  regenciesBody,
  situationBody,
  tileMapBody,
  twoTruthsBody,
} from './figure-bodies.ts';

type BodyMaker = (context: BodyContext, spec: SlideSpec) => Promise<SlideBody>;

/** What a slide shows; a slide that compares with an earlier edition is made by whoever knows that edition. */
const makers: Record<Exclude<SlideKind, 'changes'>, BodyMaker> = {
  cover: async (context, spec) => ({
    kind: 'cover',
    province: areaBrief(context.province),
    subtitle: spec.words,
    ...(await pictureOf(context, spec)),
  }),
  situation: situationBody,
  issue: issueBody,
  regencies: regenciesBody,
  heat_map: heatMapBody,
  tile_map: tileMapBody,
  inflation: inflationBody,
  two_truths: twoTruthsBody,
  small_wins: smallWinsBody,
  obstacles: obstaclesBody,
  completeness: completenessBody,
  action_items: actionItemsBody,
  text: async (context, spec) => ({ kind: 'text', body: spec.words, ...(await pictureOf(context, spec)) }),
};

async function pictureOf({ db, pictures }: BodyContext, { id, pictureAlt }: SlideSpec) {
  const photos = await photosOf(db, 'slide', [id]);
  return { pictureSha256: await pictures.add(photos.get(id)?.at(-1), 'slide'), pictureAlt };
}

/** The body of a slide, or what stands in its place when its subject is gone or not chosen: a deck always opens. */
export async function slideBody(context: BodyContext, spec: SlideSpec, makeChanges: BodyMaker): Promise<SlideBody> {
  const { kind, month, filter } = spec;
  try {
    const { takes, needs } = slideKindFilters[kind];
    if (needs.includes('issueId') && filter.issueId === null) throw new Unavailable('issue_not_chosen');
    if (takes.includes('month') && month > context.asOf.slice(0, 7)) throw new Unavailable('month_not_open');
    return await (kind === 'changes' ? makeChanges(context, spec) : makers[kind](context, spec));
  } catch (error) {
    if (error instanceof Unavailable) return { kind: 'unavailable', wanted: kind, reason: error.reason };
    throw error;
  }
}
