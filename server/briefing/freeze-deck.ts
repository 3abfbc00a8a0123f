import { AppError } from '#server/app-error.ts';
import type { EditionHead, FreezeInput } from '#shared/briefing/edition.ts';
import { getDeck } from './deck-access.ts';
import type { BriefingScene } from './scene.ts';

export async function freezeDeck({ handle }: BriefingScene, { deckId }: FreezeInput): Promise<EditionHead> {
  await getDeck(handle.db, deckId);
  throw new AppError('INTERNAL');
}
