import type { DeckPreview } from '#shared/briefing/edition.ts';
import type { ContentScene } from './content-scene.ts';
import { liveDeck } from './deck-content.ts';

/** What a deck's slides show now, also the empty ones. @throws AppError DECK_NOT_FOUND */
export async function previewDeck(scene: ContentScene, deckId: string): Promise<DeckPreview> {
  const { content, pictures, dataVersion } = await liveDeck(scene, deckId);
  return { content, pictures, dataVersion };
}
