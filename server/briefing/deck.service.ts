import { v7 as uuid } from 'uuid';
import { AppError } from '#server/app-error.ts';
import { attachmentsOf } from '#server/attachment/attachment.service.ts';
import { copyFilesOf, insertCopies } from '#server/attachment/copy-attachments.service.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import { roleOf } from '#server/context.ts';
import type { CreateDeckInput, Deck, DeckBrief, DeckSettings } from '#shared/briefing/deck.ts';
import { slidesOfTemplate, templateNeeds } from '#shared/briefing/templates.ts';
import { can } from '#shared/permissions.ts';
import {
  countSlides,
  type DeckRow,
  findDeckWithNames,
  insertDeck,
  listDecks,
  type NamedDeckRow,
  updateDeck,
} from './deck.queries.ts';
import { assertVersion, chosenArea, getDeck } from './deck-access.ts';
import { type EditionHeadRow, listEditionHeads } from './edition.queries.ts';
import { positionGap } from './positions.ts';
import type { BriefingScene } from './scene.ts';
import { insertSlides, listSlides } from './slide.queries.ts';
import { newSlideRow, toSlide } from './slide-rows.ts';

/** Nothing of a deck is on a dashboard. */
const quiet = { changesFigures: false };

/** Every deck, the latest change first. */
export async function findDecks({ handle }: BriefingScene): Promise<DeckBrief[]> {
  const decks = await listDecks(handle.db);
  const [slideCounts, editions] = await Promise.all([
    countSlides(
      handle.db,
      decks.map((deck) => deck.id),
    ),
    listEditionHeads(handle.db),
  ]);
  return decks.map((deck) =>
    briefOf(
      deck,
      slideCounts.get(deck.id) ?? 0,
      editions.filter((edition) => edition.deckId === deck.id),
    ),
  );
}

function briefOf(deck: NamedDeckRow, slideCount: number, editions: readonly EditionHeadRow[]): DeckBrief {
  const [last] = editions.toSorted((a, b) => b.number - a.number);
  const { id, title, month, data, version, createdByName, updatedByName, updatedAt } = deck;
  return {
    id,
    title,
    month,
    data,
    hideEmpty: deck.hideEmpty === 1,
    version,
    slideCount,
    editionCount: editions.length,
    createdByName,
    updatedByName,
    updatedAt,
    lastEdition: last ? { id: last.id, number: last.number, month: last.month, frozenAt: last.frozenAt } : null,
    isSample: deck.isSample === 1,
  };
}

/** @throws AppError DECK_NOT_FOUND */
export async function openDeck({ handle, actor }: BriefingScene, deckId: string): Promise<Deck> {
  const deck = await findDeckWithNames(handle.db, deckId);
  if (!deck) throw new AppError('DECK_NOT_FOUND');
  const [rows, editions] = await Promise.all([listSlides(handle.db, deckId), listEditionHeads(handle.db, deckId)]);
  const files = await attachmentsOf(
    handle.db,
    'slide',
    rows.map((row) => row.id),
  );
  const role = roleOf(actor);
  return {
    ...briefOf(deck, rows.length, editions),
    slides: rows.map((row) => toSlide(row, files.get(row.id) ?? [])),
    mayEdit: can(role, 'briefing.write'),
    mayFreeze: can(role, 'briefing.freeze'),
  };
}

/** A deck with the slides of its template. @throws AppError BAD_INPUT where the template's subject is not chosen */
export async function createDeck(scene: BriefingScene, input: CreateDeckInput): Promise<{ deckId: string }> {
  const { handle, config, actor } = scene;
  const missing = templateNeeds[input.template].filter((need) => input[need] === null);
  if (missing.length > 0) {
    throw new AppError('BAD_INPUT', { fields: Object.fromEntries(missing.map((need) => [need, 'CHOICE_REQUIRED'])) });
  }
  const deckId = uuid();
  const at = new Date().toISOString();
  await handle.transaction(async (trx) => {
    const areaId = await chosenArea(trx, config.provinceCode, input.areaId, 'areaId');
    const settings = slidesOfTemplate(input.template, { issueId: input.issueId, areaId });
    await insertDeck(trx, newDeckRow(scene, { deckId, at, title: input.title, month: input.month }));
    await insertSlides(
      trx,
      settings.map((each, index) => newSlideRow(each, { id: uuid(), deckId, position: (index + 1) * positionGap, at })),
    );
    const { title, template, month, issueId } = input;
    const data = { title, template, month, issueId, areaId, slides: settings.length };
    await recordAudit(trx, actor.id, [{ event: 'deck.created', subjectType: 'deck', subjectId: deckId, data }], quiet);
  });
  return { deckId };
}

function newDeckRow(
  { actor }: BriefingScene,
  { deckId, at, title, month }: { deckId: string; at: string; title: string; month: string },
): DeckRow {
  return {
    id: deckId,
    title,
    month,
    data: 'verified',
    hideEmpty: 1,
    isSample: 0,
    createdById: actor.id,
    updatedById: actor.id,
    version: 1,
    deletedAt: null,
    createdAt: at,
    updatedAt: at,
  };
}

/** Title, month, data and the hiding of empty slides. @throws AppError VERSION_CONFLICT, DECK_NOT_FOUND */
export async function changeDeck(
  { handle, actor }: BriefingScene,
  { deckId, version, ...settings }: DeckSettings & { deckId: string; version: number },
): Promise<{ version: number }> {
  return handle.transaction(async (trx) => {
    const deck = await getDeck(trx, deckId);
    assertVersion(deck, version);
    const { title, month, data } = settings;
    const columns: Partial<DeckRow> = { title, month, data, hideEmpty: settings.hideEmpty ? 1 : 0 };
    const changes = changedFields(deck, columns);
    if (Object.keys(changes).length === 0) return { version };
    const stamp = { version: version + 1, updatedAt: new Date().toISOString(), updatedById: actor.id };
    await updateDeck(trx, deckId, { ...columns, ...stamp });
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'deck.changed', subjectType: 'deck', subjectId: deckId, data: { changes } }],
      quiet,
    );
    return { version: version + 1 };
  });
}

/** Takes a deck off the list. Its row and its editions stay. @throws AppError VERSION_CONFLICT, DECK_NOT_FOUND */
export async function deleteDeck(
  { handle, actor }: BriefingScene,
  { deckId, version }: { deckId: string; version: number },
): Promise<void> {
  await handle.transaction(async (trx) => {
    const deck = await getDeck(trx, deckId);
    assertVersion(deck, version);
    const at = new Date().toISOString();
    await updateDeck(trx, deckId, { deletedAt: at, updatedAt: at, updatedById: actor.id, version: version + 1 });
    const data = { title: deck.title, month: deck.month };
    await recordAudit(trx, actor.id, [{ event: 'deck.deleted', subjectType: 'deck', subjectId: deckId, data }], quiet);
  });
}

/** A new deck with the same slides and pictures; editions stay with the first. @throws AppError DECK_NOT_FOUND */
export async function duplicateDeck(
  scene: BriefingScene,
  { deckId, title }: { deckId: string; title: string },
): Promise<{ deckId: string }> {
  const { handle, config, actor } = scene;
  const sourceIds = (await listSlides(handle.db, deckId)).map((row) => row.id);
  const copies = await copyFilesOf(handle, config.dataDir, 'slide', sourceIds);
  const newId = uuid();
  const at = new Date().toISOString();
  try {
    await handle.transaction(async (trx) => {
      const source = await getDeck(trx, deckId);
      const { month, data, hideEmpty } = source;
      await insertDeck(trx, { ...newDeckRow(scene, { deckId: newId, at, title, month }), data, hideEmpty });
      const rows = await listSlides(trx, deckId);
      for (const row of rows) {
        const id = uuid();
        await insertSlides(trx, [{ ...row, id, deckId: newId, version: 1, updatedAt: at }]);
        await insertCopies(trx, copies.bySource.get(row.id) ?? [], { subjectId: id, actorId: actor.id, at });
      }
      const facts = { title, month, fromDeckId: deckId, slides: rows.length };
      await recordAudit(
        trx,
        actor.id,
        [{ event: 'deck.created', subjectType: 'deck', subjectId: newId, data: facts }],
        quiet,
      );
    });
  } catch (error) {
    await copies.discard();
    throw error;
  }
  return { deckId: newId };
}
