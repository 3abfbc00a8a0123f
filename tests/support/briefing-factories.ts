import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRPCError } from '@trpc/server';
import sharp from 'sharp';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { addAttachment } from '#server/attachment/attachment.service.ts';
import { slidePictureGuard } from '#server/briefing/picture-guard.ts';
import type { Actor } from '#server/context.ts';
import { type Clock, getReport, saveEntry, submitReport, verifyCells } from '#server/report/report.service.ts';
import type { EditionHead } from '#shared/briefing/edition.ts';
import { callerFor } from './caller.ts';
import { insertPeople, type People, polewali } from './report-factories.ts';

/** A month long past, so that it is open whatever day it is. */
export const briefingMonth = '2024-05';
const clock: Clock = { today: '2024-06-03', timeZone: 'Asia/Makassar' };
const reportKey = `${briefingMonth}_ST_biro-hukum`;

/** Stunting in Polewali. */
export const cascade = { ST_SASARAN: 612, ST_VALID: 588, ST_INTERVENSI: 402, ST_KELUAR: 57, ST_RUJUKAN: 1 };

export async function insertBriefers(database: DatabaseHandle) {
  const people = await insertPeople(database);
  const briefing = (actor: Actor, dataDir?: string) =>
    callerFor(database, actor, dataDir === undefined ? {} : { DATA_DIR: dataDir }).briefing;
  return { ...people, briefing };
}

/** What Biro Hukum reports for stunting, handed in and verified. */
export async function reportStunting(
  database: DatabaseHandle,
  people: Pick<People, 'focalPoint' | 'secretariat'>,
  figures: Record<string, number> = cascade,
): Promise<void> {
  for (const [indicatorId, value] of Object.entries(figures)) {
    const cell = { reportKey, indicatorId, areaId: polewali, kind: 'number' as const, value, baseVersion: 0 };
    await saveEntry(database, people.focalPoint, cell, clock);
  }
  await handIn(database, people);
}

/** Corrects a verified figure of Polewali, with its reason, and has it verified. */
export async function correctStunting(
  database: DatabaseHandle,
  people: Pick<People, 'focalPoint' | 'secretariat'>,
  correction: { indicatorId: string; value: number; reason: string },
): Promise<void> {
  const { cells } = await getReport(database, people.focalPoint, { reportKey }, clock);
  const cell = cells.find((each) => each.indicatorId === correction.indicatorId && each.areaId === polewali);
  await saveEntry(
    database,
    people.focalPoint,
    { reportKey, areaId: polewali, kind: 'number', baseVersion: cell?.version ?? 0, ...correction },
    clock,
  );
  await handIn(database, people);
}

async function handIn(
  database: DatabaseHandle,
  { focalPoint, secretariat }: Pick<People, 'focalPoint' | 'secretariat'>,
) {
  const { report } = await getReport(database, focalPoint, { reportKey }, clock);
  const submission = { reportKey, expectedVersion: report.version, acceptMissing: true };
  await submitReport(database, focalPoint, submission, clock);
  const { cells } = await getReport(database, secretariat, { reportKey }, clock);
  const submitted = cells
    .filter((cell) => cell.status === 'submitted')
    .map(({ indicatorId, areaId, version }) => ({ indicatorId, areaId, version }));
  await verifyCells(database, secretariat, { reportKey, cells: submitted }, clock);
}

/** Puts a picture on a slide, as an upload does. @returns its id */
export async function addPicture(
  database: DatabaseHandle,
  dataDir: string,
  actor: Actor,
  slideId: string,
  colour: string,
): Promise<string> {
  const temporary = join(mkdtempSync(join(tmpdir(), 'satgas-picture-')), 'upload');
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: colour } });
  writeFileSync(temporary, await picture.png().toBuffer());
  const subject = { subjectType: 'slide' as const, subjectId: slideId };
  const file = { subject, temporary, fileName: 'gambar.png' };
  return (await addAttachment(database, dataDir, actor, file, slidePictureGuard)).id;
}

type Briefing = ReturnType<typeof callerFor>['briefing'];

/** A deck of a template, frozen as it is now. */
export async function freezeNow(briefing: Briefing, deckId: string): Promise<EditionHead> {
  return briefing.freeze({ deckId, dataVersion: 0, acceptNewer: true, editionId: randomUUID() });
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError) return cause.code;
    throw error;
  }
  return 'done';
}
