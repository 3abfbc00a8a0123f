import { AppError } from '#server/app-error.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import { getDeck } from './deck-access.ts';
import type { BriefingScene } from './scene.ts';

export async function previewDeck({ handle }: BriefingScene, deckId: string): Promise<DeckPreview> {
  await getDeck(handle.db, deckId);
  throw new AppError('INTERNAL');
}
