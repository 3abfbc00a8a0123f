import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';
import {
  daysFromToday,
  insertEdition,
  makeDecision,
  makeItem,
  makeMeeting,
  setItem,
  today,
} from '#tests/support/meeting-factories.ts';
import { codeOf, refusal } from '#tests/support/refusal.ts';
import { insertAssignment } from '#tests/support/report-factories.ts';

async function people(database: DatabaseHandle) {
  return {
    secretariat: await insertUser(database, { role: 'secretariat', name: 'Eka' }),
    leadership: await insertUser(database, { role: 'leadership', name: 'Fitri' }),
    coordinator: await insertUser(database, { role: 'issue_coordinator', agencyId: 'dinkes-p2kb', name: 'Dewi' }),
  };
}

async function eventsOf(database: DatabaseHandle) {
  const rows = await database.db.selectFrom('audit_event').select(['event', 'subjectId']).orderBy('seq').execute();
  return rows.map((row) => row.event);
}

onEachEngine('meetings', (open) => {
  it('are called, changed, listed by time and opened with all that belongs to them', async () => {
    const database = await open();
    const { secretariat, coordinator } = await people(database);
    const meeting = callerFor(database, secretariat).meeting;
    const past = await meeting.create(makeMeeting({ title: 'Rapat lama', date: daysFromToday(-30), agenda: [] }));
    const next = await meeting.create(makeMeeting({ title: 'Rapat depan', date: daysFromToday(7) }));
    const now = await meeting.create(makeMeeting({ title: 'Rapat hari ini' }));

    const titles = async (span: 'upcoming' | 'past' | 'all') =>
      (await meeting.list({ span })).map(({ title }) => title);
    expect(await titles('upcoming')).toEqual(['Rapat hari ini', 'Rapat depan']);
    expect(await titles('past')).toEqual(['Rapat lama']);
    expect(await titles('all')).toEqual(['Rapat depan', 'Rapat hari ini', 'Rapat lama']);

    const { version } = await meeting.change({
      ...makeMeeting({ title: 'Rapat hari ini', agenda: ['Satu', 'Dua', 'Tiga'], summary: 'Dibuka pukul sembilan.' }),
      id: now.id,
      version: 1,
    });
    const read = await callerFor(database, coordinator).meeting.get({ id: now.id });
    expect(read).toMatchObject({
      version,
      agenda: ['Satu', 'Dua', 'Tiga'],
      summary: 'Dibuka pukul sembilan.',
      mayEdit: false,
      mayRecord: true,
      documents: [],
      isSample: false,
    });
    const ended = await refusal(meeting.change({ ...makeMeeting({ endTime: '12:00' }), id: now.id, version: 1 }));
    expect(ended.code).toBe('VERSION_CONFLICT');
    await meeting.remove({ id: past.id, version: 1 });
    expect(await codeOf(meeting.get({ id: past.id }))).toBe('MEETING_NOT_FOUND');
    expect((await meeting.get({ id: next.id })).agenda).toEqual(['Paparan situasi', 'Tindak lanjut']);
    expect((await eventsOf(database)).filter((event) => event.startsWith('meeting.'))).toEqual([
      'meeting.created',
      'meeting.created',
      'meeting.created',
      'meeting.changed',
      'meeting.deleted',
    ]);
  });

  it('refuse an end before the beginning, an edition that is not there and changes by coordinators', async () => {
    const database = await open();
    const { secretariat, coordinator } = await people(database);
    const meeting = callerFor(database, secretariat).meeting;
    await expect(meeting.create(makeMeeting({ endTime: '08:00' }))).rejects.toThrow('TIME_BEFORE_START');
    expect((await refusal(meeting.create(makeMeeting({ editionId: 'tidak-ada' })))).fields).toEqual({
      editionId: 'CHOICE_REQUIRED',
    });
    expect(await codeOf(callerFor(database, coordinator).meeting.create(makeMeeting()))).toBe('NOT_ALLOWED');
    expect(await meeting.list({ span: 'all' })).toEqual([]);
  });

  it('invite the agencies of their own day and count who came', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const meeting = callerFor(database, secretariat).meeting;
    const gone = await insertAgency(database, { abbr: 'AAA', validTo: '2025-12-31' });
    const here = await insertAgency(database, { abbr: 'AAB' });
    await insertAssignment(database, { agencyId: here.id, issueId: 'ATS', areaId: '76.04.12' });

    const invitees = await meeting.invitees({ date: '2026-11-22' });
    expect(invitees.map((each) => each.agencyId)).not.toContain(gone.id);
    expect(invitees.find((each) => each.agencyId === here.id)?.issueIds).toEqual(['ATS']);
    expect((await meeting.invitees({ date: '2025-06-01' })).map((each) => each.agencyId)).toContain(gone.id);

    const { id } = await meeting.create(makeMeeting());
    const attendance = [
      { id: uuid(), agencyId: here.id, name: here.name, isPresent: true },
      { id: uuid(), agencyId: null, name: 'Universitas Sulawesi Barat', isPresent: false },
    ];
    await meeting.setAttendance({ id, version: 1, attendance });
    const read = await meeting.get({ id });
    expect(read).toMatchObject({ presentCount: 1, invitedCount: 2, version: 2 });
    expect(read.attendance.map(({ agencyId, isPresent }) => [agencyId, isPresent])).toEqual([
      [here.id, true],
      [null, false],
    ]);
    expect(await codeOf(meeting.setAttendance({ id, version: 1, attendance: [] }))).toBe('VERSION_CONFLICT');
    const twice = [attendance[0], attendance[0]].flatMap((each) => each ?? []);
    expect(await codeOf(meeting.setAttendance({ id, version: 2, attendance: twice }))).toBe('BAD_INPUT');
    expect((await meeting.get({ id })).invitedCount).toBe(2);
  });

  it('keep decisions, which those who recorded them and whoever keeps the meetings may change', async () => {
    const database = await open();
    const { secretariat, coordinator, leadership } = await people(database);
    const [mine, theirs] = [callerFor(database, coordinator), callerFor(database, secretariat)];
    const { id: meetingId } = await theirs.meeting.create(makeMeeting({ date: daysFromToday(-3) }));
    const own = makeDecision({ meetingId });
    const other = makeDecision({ meetingId, kind: 'primary', issueId: null, text: 'Rapat setiap bulan.' });
    await mine.meeting.recordDecision(own);
    await mine.meeting.recordDecision(own);
    await theirs.meeting.recordDecision(other);

    const { decisions } = await mine.meeting.get({ id: meetingId });
    expect(decisions.map((each) => [each.kind, each.mayChange, each.recordedByName, each.decidedOn])).toEqual([
      ['substantive', true, 'Dewi', daysFromToday(-3)],
      ['primary', false, 'Eka', daysFromToday(-3)],
    ]);
    expect((await mine.meeting.decisions({ issueId: 'ST' })).map((each) => each.id)).toEqual([own.id]);
    const changed = { id: other.id, version: 1, kind: 'primary' as const, text: 'Dua kali sebulan.', issueId: null };
    expect(await codeOf(mine.meeting.changeDecision(changed))).toBe('NOT_ALLOWED');
    expect(await callerFor(database, leadership).meeting.changeDecision(changed)).toEqual({ version: 2 });
    expect(await codeOf(theirs.meeting.changeDecision(changed))).toBe('VERSION_CONFLICT');

    const item = makeItem({ ownerAgencyId: 'biro-hukum', decisionId: own.id });
    await mine.actionItem.record(item);
    expect((await mine.meeting.get({ id: meetingId })).items.map((each) => each.decisionText)).toEqual([own.text]);
    expect(await codeOf(mine.meeting.removeDecision({ id: own.id, version: 1 }))).toBe('MEETING_IN_USE');
    expect(await codeOf(theirs.meeting.remove({ id: meetingId, version: 1 }))).toBe('MEETING_IN_USE');
    await mine.actionItem.remove({ id: item.id, version: 1 });
    await mine.meeting.removeDecision({ id: own.id, version: 1 });
    expect((await mine.meeting.get({ id: meetingId })).decisions.map((each) => each.text)).toEqual([
      'Dua kali sebulan.',
    ]);
  });

  it('open with what earlier meetings left unfinished, and with nothing that was closed by then', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const { meeting, actionItem } = callerFor(database, secretariat);
    const first = await meeting.create(makeMeeting({ date: daysFromToday(-60) }));
    const second = await meeting.create(makeMeeting({ date: daysFromToday(-30) }));
    const third = await meeting.create(makeMeeting({ date: daysFromToday(5) }));
    const record = async (meetingId: string | null, text: string, columns: Parameters<typeof setItem>[2] = {}) => {
      const item = makeItem({ ownerAgencyId: 'biro-umum', meetingId, text });
      await actionItem.record(item);
      await setItem(database, item.id, columns);
    };
    await record(first.id, 'lama, belum selesai', { dueDate: daysFromToday(-40) });
    await record(first.id, 'lama, selesai sebelum rapat kedua', { state: 'done', closedOn: daysFromToday(-45) });
    await record(first.id, 'lama, selesai sesudah rapat kedua', {
      state: 'done',
      closedOn: daysFromToday(-20),
      dueDate: daysFromToday(-35),
    });
    await record(second.id, 'dari rapat kedua', { dueDate: daysFromToday(20) });
    await record(null, 'tanpa rapat', { createdAt: `${daysFromToday(-10)}T03:00:00.000Z`, dueDate: daysFromToday(1) });

    const carried = async (id: string) => (await meeting.get({ id })).carriedOver.map(({ text }) => text);
    expect(await carried(first.id)).toEqual([]);
    expect(await carried(second.id)).toEqual(['lama, belum selesai', 'lama, selesai sesudah rapat kedua']);
    expect(await carried(third.id)).toEqual(['lama, belum selesai', 'tanpa rapat', 'dari rapat kedua']);
    expect((await meeting.get({ id: first.id })).actionItems).toEqual({ total: 3, closed: 2, overdue: 1 });
  });

  it('take what is recorded at a slide once, however often it is sent, and all of it or nothing', async () => {
    const database = await open();
    const { secretariat, leadership } = await people(database);
    const { meeting } = callerFor(database, leadership);
    const editionId = await insertEdition(database, [
      { id: 'sampul', written: null, proposed: 'Rapat koordinasi' },
      { id: 'stunting', written: 'Baru 1 dari 9 yang keluar', proposed: 'Usulan' },
    ]);
    const { id: meetingId } = await meeting.create(makeMeeting({ editionId }));
    const { meetingId: _, ...decision } = makeDecision();
    const { meetingId: __, decisionId: ___, ...actionItem } = makeItem({ ownerAgencyId: 'biro-hukum' });
    const input = { editionId, slideId: 'stunting', meetingId, decision, actionItem };

    const bad = { ...input, actionItem: { ...actionItem, ownerAgencyId: 'tidak-ada' } };
    expect((await refusal(meeting.recordAtSlide(bad))).fields).toEqual({ ownerAgencyId: 'AGENCY_NOT_THERE' });
    expect((await meeting.get({ id: meetingId })).decisions).toEqual([]);

    const answer = { decisionId: decision.id, actionItemId: actionItem.id };
    expect(await Promise.all([meeting.recordAtSlide(input), meeting.recordAtSlide(input)])).toEqual([answer, answer]);
    expect(await meeting.recordAtSlide(input)).toEqual(answer);
    const read = await meeting.get({ id: meetingId });
    const slide = { editionId, slideId: 'stunting', number: 2, headline: 'Baru 1 dari 9 yang keluar' };
    expect(read.edition).toEqual({ id: editionId, number: 3, title: 'Rapat koordinasi' });
    expect(read.decisions.map((each) => [each.slide, each.actionItemIds])).toEqual([[slide, [actionItem.id]]]);
    expect(read.items.map((each) => [each.slide, each.decisionText])).toEqual([[slide, decision.text]]);
    expect((await eventsOf(database)).filter((event) => /^(decision|action_item)\./.test(event))).toEqual([
      'decision.recorded',
      'action_item.recorded',
    ]);

    expect(await codeOf(meeting.recordAtSlide({ ...input, slideId: 'lain' }))).toBe('SLIDE_NOT_FOUND');
    expect(await codeOf(meeting.recordAtSlide({ ...input, editionId: 'lain' }))).toBe('EDITION_NOT_FOUND');
    expect(await codeOf(meeting.recordAtSlide({ ...input, meetingId: 'lain' }))).toBe('MEETING_NOT_FOUND');
    expect(await codeOf(callerFor(database, secretariat).meeting.recordAtSlide(input))).toBe('VERSION_CONFLICT');
    const otherWords = { ...input, decision: { ...decision, text: 'Keputusan lain dengan id yang sama.' } };
    expect(await codeOf(meeting.recordAtSlide(otherWords))).toBe('VERSION_CONFLICT');
    const otherDate = { ...input, actionItem: { ...actionItem, dueDate: daysFromToday(3) } };
    expect(await codeOf(meeting.recordAtSlide(otherDate))).toBe('VERSION_CONFLICT');
    // What somebody has corrected since is no other content of the one who sent it first.
    await meeting.changeDecision({ ...decision, text: 'Diperbaiki redaksinya.', version: 1 });
    expect(await meeting.recordAtSlide(input)).toEqual(answer);
    const late = { ...input, meetingId: null, actionItem: null, decision: { ...decision, id: uuid() } };
    await meeting.recordAtSlide(late);
    expect((await meeting.decisions({})).find((each) => each.id === late.decision.id)?.decidedOn).toBe(today());
  });

  it('without a time stand before those with one of the same day, and guests by name, on either database', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const { meeting } = callerFor(database, secretariat);
    const date = daysFromToday(3);
    const timed = await meeting.create(
      makeMeeting({ title: 'Pukul delapan', startTime: '08:00', endTime: null, date }),
    );
    await meeting.create(makeMeeting({ title: 'Sepanjang hari', startTime: null, endTime: null, date }));
    const titles = async (span: 'upcoming' | 'all') => (await meeting.list({ span })).map(({ title }) => title);
    expect(await titles('upcoming')).toEqual(['Sepanjang hari', 'Pukul delapan']);
    expect(await titles('all')).toEqual(['Pukul delapan', 'Sepanjang hari']);
    const names = ['zaki', 'Budi', 'andi', 'Élise'];
    const attendance = names.map((name) => ({ id: uuid(), agencyId: null, name, isPresent: true }));
    await meeting.setAttendance({ id: timed.id, version: 1, attendance });
    expect((await meeting.get({ id: timed.id })).attendance.map(({ name }) => name)).toEqual([
      'andi',
      'Budi',
      'Élise',
      'zaki',
    ]);
  });
});
