import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { ActionItemState } from '#shared/action-item-brief.ts';
import type { MeetingSettings, RecordActionItemInput, RecordDecisionInput } from '#shared/meeting.ts';
import { currentDate, currentMonth } from '#shared/month.ts';

/** The province's calendar, by which the application counts. */
export const timeZone = 'Asia/Makassar';
export const today = () => currentDate(new Date(), timeZone);
export const thisMonth = () => currentMonth(new Date(), timeZone);

export function daysFromToday(days: number): string {
  return new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function makeMeeting(overrides: Partial<MeetingSettings> = {}): MeetingSettings {
  return {
    title: 'Rapat koordinasi bulanan',
    date: today(),
    startTime: '09:00',
    endTime: '11:30',
    place: 'Ruang Theater, Kantor Gubernur',
    kind: 'formal',
    direction: 'horizontal',
    agenda: ['Paparan situasi', 'Tindak lanjut'],
    summary: '',
    editionId: null,
    ...overrides,
  };
}

export function makeDecision(overrides: Partial<RecordDecisionInput> = {}): RecordDecisionInput {
  return {
    id: uuid(),
    meetingId: null,
    kind: 'substantive',
    text: 'Penimbangan diulang di desa yang alatnya rusak.',
    issueId: 'ST',
    ...overrides,
  };
}

export function makeItem(overrides: Partial<RecordActionItemInput> & { ownerAgencyId: string }): RecordActionItemInput {
  return {
    id: uuid(),
    meetingId: null,
    decisionId: null,
    text: 'Pinjamkan alat ukur ke tiga posyandu.',
    dueDate: daysFromToday(14),
    issueId: 'ST',
    figure: null,
    ...overrides,
  };
}

/** As if recorded long ago: no procedure takes a due date into the past of a closed item. */
export async function setItem(
  database: DatabaseHandle,
  id: string,
  columns: { dueDate?: string; state?: ActionItemState; closedOn?: string; createdAt?: string },
): Promise<void> {
  await database.transaction((trx) => trx.updateTable('action_item').set(columns).where('id', '=', id).execute());
}

/** A frozen edition with the slides named, as far as recording at a slide looks at it. */
export async function insertEdition(
  database: DatabaseHandle,
  slides: readonly { id: string; written: string | null; proposed: string }[],
): Promise<string> {
  const id = uuid();
  const content = {
    slides: slides.map(({ proposed, ...slide }) => ({ ...slide, proposed: { id: proposed, en: proposed } })),
  };
  const row = {
    id,
    deckId: null,
    number: 3,
    title: 'Rapat koordinasi',
    month: thisMonth(),
    data: 'verified' as const,
    frozenAt: '2026-10-20T01:00:00.000Z',
    frozenById: null,
    frozenByName: 'Sekretariat',
    slideCount: slides.length,
    holdsSample: 0 as const,
    content: JSON.stringify(content),
    sha256: 'f'.repeat(64),
  };
  await database.transaction((trx) => trx.insertInto('edition').values(row).execute());
  return id;
}
