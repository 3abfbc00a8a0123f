import { z } from 'zod';
import type { Context } from '#server/context.ts';
import { permittedPerson, router } from '#server/trpc.ts';
import { comparisonInput, editionComparisonSchema } from '#shared/briefing/change.ts';
import {
  addSlideInput,
  changeDeckInput,
  changeSlideInput,
  createDeckInput,
  deckBriefSchema,
  deckRefInput,
  deckSchema,
  duplicateSlideInput,
  moveSlideInput,
  removeSlideInput,
  restoreSlideInput,
} from '#shared/briefing/deck.ts';
import { deckPreviewSchema, editionHeadSchema, editionSchema, freezeInput } from '#shared/briefing/edition.ts';
import { slideSchema } from '#shared/briefing/slide.ts';
import { compareEditions } from './compare-editions.ts';
import { changeDeck, createDeck, deleteDeck, duplicateDeck, findDecks, openDeck } from './deck.service.ts';
import { findEditions, openEdition } from './edition.service.ts';
import { freezeDeck } from './freeze-deck.ts';
import { previewDeck } from './preview-deck.ts';
import type { BriefingScene } from './scene.ts';
import {
  addSlide,
  changeSlide,
  duplicateSlide,
  moveSlide,
  removePicture,
  removeSlide,
  restoreSlide,
} from './slide.service.ts';

const madeDeck = z.object({ deckId: z.string() });

function sceneOf(ctx: Pick<Context, 'config' | 'database'> & Pick<BriefingScene, 'actor'>): BriefingScene {
  return { handle: ctx.database, config: ctx.config, actor: ctx.actor };
}

export const briefingRouter = router({
  decks: permittedPerson('briefing.read')
    .output(z.array(deckBriefSchema))
    .query(({ ctx }) => findDecks(sceneOf(ctx))),

  deck: permittedPerson('briefing.read')
    .input(deckRefInput)
    .output(deckSchema)
    .query(({ ctx, input }) => openDeck(sceneOf(ctx), input.deckId)),

  createDeck: permittedPerson('briefing.write')
    .input(createDeckInput)
    .output(madeDeck)
    .mutation(({ ctx, input }) => createDeck(sceneOf(ctx), input)),

  changeDeck: permittedPerson('briefing.write')
    .input(changeDeckInput)
    .output(z.object({ version: z.number() }))
    .mutation(({ ctx, input }) => changeDeck(sceneOf(ctx), input)),

  deleteDeck: permittedPerson('briefing.write')
    .input(deckRefInput.extend({ version: z.number().int() }))
    .output(z.void())
    .mutation(({ ctx, input }) => deleteDeck(sceneOf(ctx), input)),

  duplicateDeck: permittedPerson('briefing.write')
    .input(deckRefInput.extend({ title: createDeckInput.shape.title }))
    .output(madeDeck)
    .mutation(({ ctx, input }) => duplicateDeck(sceneOf(ctx), input)),

  addSlide: permittedPerson('briefing.write')
    .input(addSlideInput)
    .output(slideSchema)
    .mutation(({ ctx, input }) => addSlide(sceneOf(ctx), input)),

  changeSlide: permittedPerson('briefing.write')
    .input(changeSlideInput)
    .output(slideSchema)
    .mutation(({ ctx, input }) => changeSlide(sceneOf(ctx), input)),

  moveSlide: permittedPerson('briefing.write')
    .input(moveSlideInput)
    .output(z.object({ slideIds: z.array(z.string()) }))
    .mutation(({ ctx, input }) => moveSlide(sceneOf(ctx), input)),

  duplicateSlide: permittedPerson('briefing.write')
    .input(duplicateSlideInput)
    .output(slideSchema)
    .mutation(({ ctx, input }) => duplicateSlide(sceneOf(ctx), input)),

  removeSlide: permittedPerson('briefing.write')
    .input(removeSlideInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeSlide(sceneOf(ctx), input)),

  restoreSlide: permittedPerson('briefing.write')
    .input(restoreSlideInput)
    .output(slideSchema)
    .mutation(({ ctx, input }) => restoreSlide(sceneOf(ctx), input)),

  removePicture: permittedPerson('briefing.write')
    .input(z.object({ attachmentId: z.string() }))
    .output(z.void())
    .mutation(({ ctx, input }) => removePicture(sceneOf(ctx), input.attachmentId)),

  preview: permittedPerson('briefing.read')
    .input(deckRefInput)
    .output(deckPreviewSchema)
    .query(({ ctx, input }) => previewDeck(sceneOf(ctx), input.deckId)),

  freeze: permittedPerson('briefing.freeze')
    .input(freezeInput)
    .output(editionHeadSchema)
    .mutation(({ ctx, input }) => freezeDeck(sceneOf(ctx), input)),

  editions: permittedPerson('briefing.read')
    .input(z.object({ deckId: z.string().optional() }))
    .output(z.array(editionHeadSchema))
    .query(({ ctx, input }) => findEditions(ctx.database.db, input.deckId)),

  edition: permittedPerson('briefing.read')
    .input(z.object({ editionId: z.string() }))
    .output(editionSchema)
    .query(({ ctx, input }) => openEdition(ctx.database.db, input.editionId)),

  compare: permittedPerson('briefing.read')
    .input(comparisonInput)
    .output(editionComparisonSchema)
    .query(({ ctx, input }) => compareEditions(sceneOf(ctx), input)),
});
