import { AppError } from '#server/app-error.ts';
import type { AttachmentGuard } from '#server/attachment/attachment.service.ts';
import { roleOf } from '#server/context.ts';
import { assertPermitted } from '#server/trpc.ts';
import { can } from '#shared/permissions.ts';

/** Pictures of slides: whoever reads briefings sees them, whoever writes decks changes them. */
export const slidePictureGuard: AttachmentGuard = {
  async visibility(handle, actor, slideId) {
    const slide = await handle.db.selectFrom('deck_slide').select('id').where('id', '=', slideId).executeTakeFirst();
    return slide && can(roleOf(actor), 'briefing.read') ? 'private' : undefined;
  },
  async assertMayChange(_handle, actor, slideId, db) {
    assertPermitted(actor, 'briefing.write');
    const slide = await db
      .selectFrom('deck_slide')
      .innerJoin('deck', 'deck.id', 'deck_slide.deckId')
      .select('deck_slide.id')
      .where('deck_slide.id', '=', slideId)
      .where('deck_slide.removedAt', 'is', null)
      .where('deck.deletedAt', 'is', null)
      .executeTakeFirst();
    if (!slide) throw new AppError('SLIDE_NOT_FOUND');
  },
};
