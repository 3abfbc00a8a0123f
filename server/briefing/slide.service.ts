import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { attachmentsOf, removeAttachment } from '#server/attachment/attachment.service.ts';
import { copyFilesOf, insertCopies } from '#server/attachment/copy-attachments.service.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { addSlideInput, changeSlideInput } from '#shared/briefing/deck.ts';
import { maxSlides, type Slide } from '#shared/briefing/slide.ts';
import { updateDeck } from './deck.queries.ts';
import { assertVersion, chosenArea, getDeck, getSlide } from './deck-access.ts';
import { slidePictureGuard } from './picture-guard.ts';
import { placeAfter } from './positions.ts';
import type { BriefingScene } from './scene.ts';
import {
  findSlide,
  insertSlides,
  listPlaces,
  listSlides,
  type SlideRow,
  setPositions,
  updateSlide,
} from './slide.queries.ts';
import { columnsOf, newSlideRow, toSlide } from './slide-rows.ts';

type SlideEvent = 'slide.added' | 'slide.changed' | 'slide.moved' | 'slide.removed' | 'slide.restored';

interface SlideRef {
  deckId: string;
  slideId: string;
}

/** Marks the deck as changed, and its settings not: whoever edits those does not collide with whoever edits a slide. */
async function recordChange(
  trx: Transaction<Database>,
  { actor }: BriefingScene,
  event: SlideEvent,
  { deckId, slideId, at }: SlideRef & { at: string },
  data: Record<string, unknown>,
): Promise<void> {
  await updateDeck(trx, deckId, { updatedAt: at, updatedById: actor.id });
  await recordAudit(trx, actor.id, [{ event, subjectType: 'slide', subjectId: slideId, data: { deckId, ...data } }], {
    changesFigures: false,
  });
}

async function asSlide({ handle }: BriefingScene, row: SlideRow): Promise<Slide> {
  const files = await attachmentsOf(handle.db, 'slide', [row.id]);
  return toSlide(row, files.get(row.id) ?? []);
}

/** Where a new slide goes; the others make room. @throws AppError DECK_FULL */
async function makeRoom(trx: Transaction<Database>, deckId: string, afterId: string | null): Promise<number> {
  const places = await listPlaces(trx, deckId);
  assertRoom(places);
  const { position, moved } = placeAfter(places, afterId);
  await setPositions(trx, moved);
  return position;
}

function assertRoom(places: readonly Pick<SlideRow, 'removedAt'>[]): void {
  const count = places.filter((place) => place.removedAt === null).length;
  if (count >= maxSlides) throw new AppError('DECK_FULL', { params: { most: maxSlides } });
}

/** @throws AppError DECK_NOT_FOUND, DECK_FULL, BAD_INPUT for an area outside the province */
export async function addSlide(
  scene: BriefingScene,
  { deckId, afterId, ...settings }: z.output<typeof addSlideInput>,
): Promise<Slide> {
  const { handle, config } = scene;
  const at = new Date().toISOString();
  const row = await handle.transaction(async (trx) => {
    await getDeck(trx, deckId);
    const areaId = await chosenArea(trx, config.provinceCode, settings.filter.areaId, 'filter.areaId');
    const position = await makeRoom(trx, deckId, afterId);
    const filter = { ...settings.filter, areaId };
    const slide = newSlideRow({ ...settings, filter }, { id: uuid(), deckId, position, at });
    await insertSlides(trx, [slide]);
    const { kind, issueId, month } = slide;
    await recordChange(trx, scene, 'slide.added', { deckId, slideId: slide.id, at }, { kind, issueId, areaId, month });
    return slide;
  });
  return toSlide(row, []);
}

/** @throws AppError VERSION_CONFLICT when somebody changed the slide meanwhile, SLIDE_NOT_FOUND, BAD_INPUT */
export async function changeSlide(
  scene: BriefingScene,
  { deckId, slideId, version, pictureAlt, ...settings }: z.output<typeof changeSlideInput>,
): Promise<Slide> {
  const { handle, config } = scene;
  const at = new Date().toISOString();
  const row = await handle.transaction(async (trx) => {
    const { slide } = await getSlide(trx, { deckId, slideId });
    assertVersion(slide, version);
    // An area that is gone meanwhile may stay: the rest of the slide can still be changed.
    const areaId =
      settings.filter.areaId === slide.areaId
        ? slide.areaId
        : await chosenArea(trx, config.provinceCode, settings.filter.areaId, 'filter.areaId');
    const filter = { ...settings.filter, areaId };
    const columns = { ...columnsOf({ ...settings, kind: slide.kind, filter }), pictureAlt };
    const changes = changedFields(slide, columns);
    if (Object.keys(changes).length === 0) return slide;
    const patch = { ...columns, version: version + 1, updatedAt: at };
    await updateSlide(trx, slideId, patch);
    await recordChange(trx, scene, 'slide.changed', { deckId, slideId, at }, loggedChanges(slide, changes));
    return { ...slide, ...patch };
  });
  return asSlide(scene, row);
}

/** Words that people write may name others: the log says that they changed, not what they say. */
function loggedChanges(
  { kind }: SlideRow,
  { title, notes, body, pictureAlt, ...changes }: ReturnType<typeof changedFields>,
) {
  const written = Object.entries({ title, notes, body, pictureAlt }).flatMap(([name, change]) => (change ? name : []));
  return { kind, changes, ...(written.length > 0 ? { fields: written } : {}) };
}

/** @returns the order after the move. @throws AppError DECK_NOT_FOUND, SLIDE_NOT_FOUND */
export async function moveSlide(
  scene: BriefingScene,
  { deckId, slideId, afterId }: SlideRef & { afterId: string | null },
): Promise<{ slideIds: string[] }> {
  const at = new Date().toISOString();
  return scene.handle.transaction(async (trx) => {
    const { slide } = await getSlide(trx, { deckId, slideId });
    const before = (await listSlides(trx, deckId)).map((each) => each.id);
    if (afterId !== slideId) {
      const others = (await listPlaces(trx, deckId)).filter((place) => place.id !== slideId);
      const { position, moved } = placeAfter(others, afterId);
      await setPositions(trx, [...moved, { id: slideId, position }]);
    }
    const slideIds = (await listSlides(trx, deckId)).map((each) => each.id);
    const [from, to] = [before.indexOf(slideId) + 1, slideIds.indexOf(slideId) + 1];
    if (from !== to) {
      await recordChange(trx, scene, 'slide.moved', { deckId, slideId, at }, { kind: slide.kind, place: { from, to } });
    }
    return { slideIds };
  });
}

/** The copy stands after the slide, with its picture. @throws AppError SLIDE_NOT_FOUND, DECK_FULL */
export async function duplicateSlide(scene: BriefingScene, { deckId, slideId }: SlideRef): Promise<Slide> {
  const { handle, config, actor } = scene;
  const copies = await copyFilesOf(handle, config.dataDir, 'slide', [slideId]);
  const at = new Date().toISOString();
  const work = handle.transaction(async (trx) => {
    const { slide } = await getSlide(trx, { deckId, slideId });
    const position = await makeRoom(trx, deckId, slideId);
    const copy = { ...slide, id: uuid(), position, version: 1, updatedAt: at };
    await insertSlides(trx, [copy]);
    await insertCopies(trx, copies.bySource.get(slideId) ?? [], { subjectId: copy.id, actorId: actor.id, at });
    await recordChange(trx, scene, 'slide.added', { deckId, slideId: copy.id, at }, { kind: copy.kind });
    return copy;
  });
  const row = await work.catch(async (error: unknown) => {
    await copies.discard();
    throw error;
  });
  return asSlide(scene, row);
}

/** Drops a slide; `restoreSlide` puts it back. @throws AppError VERSION_CONFLICT, SLIDE_NOT_FOUND */
export async function removeSlide(
  scene: BriefingScene,
  { deckId, slideId, version }: SlideRef & { version: number },
): Promise<void> {
  const at = new Date().toISOString();
  await scene.handle.transaction(async (trx) => {
    const { slide } = await getSlide(trx, { deckId, slideId });
    assertVersion(slide, version);
    await updateSlide(trx, slideId, { removedAt: at });
    await recordChange(trx, scene, 'slide.removed', { deckId, slideId, at }, { kind: slide.kind });
  });
}

/** Puts a dropped slide back in its place; one that is there already is left alone. @throws AppError SLIDE_NOT_FOUND, DECK_FULL */
export async function restoreSlide(scene: BriefingScene, { deckId, slideId }: SlideRef): Promise<Slide> {
  const at = new Date().toISOString();
  const row = await scene.handle.transaction(async (trx) => {
    await getDeck(trx, deckId);
    const slide = await findSlide(trx, deckId, slideId);
    if (!slide) throw new AppError('SLIDE_NOT_FOUND');
    if (slide.removedAt === null) return slide;
    assertRoom(await listPlaces(trx, deckId));
    await updateSlide(trx, slideId, { removedAt: null });
    await recordChange(trx, scene, 'slide.restored', { deckId, slideId, at }, { kind: slide.kind });
    return { ...slide, removedAt: null };
  });
  return asSlide(scene, row);
}

/** Takes a picture off its slide. @throws AppError ATTACHMENT_NOT_FOUND, SLIDE_NOT_FOUND */
export function removePicture({ handle, config, actor }: BriefingScene, attachmentId: string): Promise<void> {
  return removeAttachment(handle, config.dataDir, actor, attachmentId, { slide: slidePictureGuard });
}
