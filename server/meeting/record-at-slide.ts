import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { type FollowUpScene, recordItemIn } from '#server/action-item/action-item.service.ts';
import { AppError } from '#server/app-error.ts';
import type { RecordAtSlideInput, RecordedSlide } from '#shared/meeting.ts';
import { findMeeting } from './meeting.queries.ts';
import { recordDecisionIn } from './save-decision.ts';

/** As much of a frozen deck as tells what its slides are called. */
const headlinesSchema = z.object({
  slides: z.array(z.object({ id: z.string(), written: z.string().nullable(), proposed: z.object({ id: z.string() }) })),
});

/**
 * Records what was decided at a slide and what is to be done about it, both or neither. It may arrive late and twice, for
 * a presentation goes on without a network: what is there already is not written again.
 * @throws AppError EDITION_NOT_FOUND, SLIDE_NOT_FOUND, MEETING_NOT_FOUND, BAD_INPUT
 */
export async function recordAtSlide(
  scene: FollowUpScene,
  { editionId, slideId, meetingId, decision, actionItem }: RecordAtSlideInput,
): Promise<{ decisionId: string | null; actionItemId: string | null }> {
  const slide = await findSlide(scene.handle.db, editionId, slideId);
  await scene.handle.transaction(async (trx) => {
    if (meetingId !== null && !(await findMeeting(trx, meetingId))) throw new AppError('MEETING_NOT_FOUND');
    if (decision) await recordDecisionIn(trx, scene, { ...decision, meetingId, slide });
    if (actionItem)
      await recordItemIn(trx, scene, { ...actionItem, meetingId, decisionId: decision?.id ?? null, slide });
  });
  return { decisionId: decision?.id ?? null, actionItemId: actionItem?.id ?? null };
}

/** An edition never changes, so that it may be read outside the transaction. */
async function findSlide(db: Kysely<Database>, editionId: string, slideId: string): Promise<RecordedSlide> {
  const edition = await db.selectFrom('edition').select('content').where('id', '=', editionId).executeTakeFirst();
  if (!edition) throw new AppError('EDITION_NOT_FOUND');
  const slides = slidesOf(edition.content);
  const index = slides.findIndex((each) => each.id === slideId);
  const slide = slides[index];
  if (!slide) throw new AppError('SLIDE_NOT_FOUND');
  return { editionId, slideId, number: index + 1, headline: slide.written ?? slide.proposed.id };
}

/** Of an edition whose content was damaged, no slide is known. */
function slidesOf(content: string): z.infer<typeof headlinesSchema>['slides'] {
  try {
    return headlinesSchema.parse(JSON.parse(content)).slides;
  } catch {
    return [];
  }
}
