import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import { addMonths } from '#shared/month.ts';
import { startTestServer, type TestServer } from '#tests/support/auth-client.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { daysFromToday, makeItem, makeMeeting, setItem, thisMonth } from '#tests/support/meeting-factories.ts';
import { setSetting } from '#tests/support/report-factories.ts';

const servers: TestServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function start(database: DatabaseHandle): Promise<TestServer> {
  const server = await startTestServer(database);
  servers.push(server);
  return server;
}

type Event = Record<string, string>;

/** Unfolds the lines and takes the properties of each event; parameters stay with the name. */
function eventsOf(text: string): Event[] {
  const [, ...blocks] = text.replace(/\r\n[ \t]/g, '').split('BEGIN:VEVENT\r\n');
  return blocks.map((block) => {
    const lines = (block.split('END:VEVENT')[0] ?? '').trimEnd().split('\r\n');
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
    );
  });
}

const compact = (date: string) => date.replaceAll('-', '');

async function makeFor(database: DatabaseHandle, actor: Actor): Promise<string> {
  const { address } = await callerFor(database, actor).calendar.make();
  return new URL(address).pathname;
}

onEachEngine('a person’s calendar', (open) => {
  it('holds the meetings, what the own agency has promised and the reports it owes, in the province’s time', async () => {
    const database = await open();
    await setSetting(database, 'reporting.firstMonth', addMonths(thisMonth(), -1));
    const secretariat = await insertUser(database, { role: 'secretariat' });
    const focal = await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum' });
    const { meeting, actionItem } = callerFor(database, secretariat);
    const timed = await meeting.create(makeMeeting({ title: 'Rapat; bulanan, TPPS', date: daysFromToday(9) }));
    const whole = await meeting.create(makeMeeting({ startTime: null, endTime: null, date: daysFromToday(10) }));
    await meeting.create(makeMeeting({ title: 'Terlalu lama', date: daysFromToday(-400) }));
    const own = makeItem({ ownerAgencyId: 'biro-hukum', text: 'Pinjamkan alat ukur. '.repeat(20).trim() });
    const done = makeItem({ ownerAgencyId: 'biro-hukum', text: 'Sudah selesai' });
    const others = makeItem({ ownerAgencyId: 'biro-umum', text: 'Milik biro umum' });
    for (const item of [own, done, others]) await actionItem.record(item);
    await setItem(database, done.id, { state: 'done', closedOn: daysFromToday(0) });

    const server = await start(database);
    const path = await makeFor(database, focal);
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const text = await answer.text();
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Makassar\r\n');
    expect(text).toContain('TZOFFSETTO:+0800\r\n');
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);

    const byUid = new Map(eventsOf(text).map((event) => [event.UID, event]));
    const day = compact(daysFromToday(9));
    expect(byUid.get(`meeting-${timed.id}@satgas`)).toMatchObject({
      'DTSTART;TZID=Asia/Makassar': `${day}T090000`,
      'DTEND;TZID=Asia/Makassar': `${day}T113000`,
      SUMMARY: 'Rapat\\; bulanan\\, TPPS',
      LOCATION: 'Ruang Theater\\, Kantor Gubernur',
      SEQUENCE: '0',
      DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
    });
    expect(byUid.get(`meeting-${whole.id}@satgas`)).toMatchObject({
      'DTSTART;VALUE=DATE': compact(daysFromToday(10)),
    });
    expect(byUid.get(`action-item-${own.id}@satgas`)).toMatchObject({
      'DTSTART;VALUE=DATE': compact(own.dueDate),
      SUMMARY: expect.stringMatching(/^Tenggat tindak lanjut: Pinjamkan alat ukur\..* …$/),
    });
    expect(byUid.has(`action-item-${done.id}@satgas`)).toBe(false);
    expect(byUid.has(`action-item-${others.id}@satgas`)).toBe(false);
    expect(text).not.toContain('Terlalu lama');
    const reports = [...byUid.values()].filter((event) => event.UID?.startsWith('report-'));
    expect(reports.map((event) => event.UID)).toContain(`report-${addMonths(thisMonth(), -1)}_ST_biro-hukum@satgas`);
    expect(reports.every((event) => event['DTSTART;VALUE=DATE']?.endsWith('05'))).toBe(true);

    // Asked again nothing is different, and after a change the same event says so.
    expect(await (await fetch(server.url + path)).text()).toBe(text);
    const etag = answer.headers.get('etag') ?? '';
    expect((await fetch(server.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await meeting.change({ ...makeMeeting({ date: daysFromToday(12) }), id: timed.id, version: 1 });
    const later = eventsOf(await (await fetch(server.url + path)).text());
    expect(later.filter((event) => event.UID === `meeting-${timed.id}@satgas`)).toMatchObject([
      { SEQUENCE: '1', 'DTSTART;TZID=Asia/Makassar': `${compact(daysFromToday(12))}T090000` },
    ]);
  });

  it('is shown once, kept as a hash, ends when it is revoked or made anew, and stops with its person', async () => {
    const database = await open();
    const person = await insertUser(database, { role: 'leadership', locale: 'en' });
    const server = await start(database);
    const status = async (path: string) => (await fetch(server.url + path)).status;
    const { calendar } = callerFor(database, person);
    expect(await calendar.status()).toEqual({ isMade: false, madeAt: null });

    const first = await makeFor(database, person);
    const token = /\/api\/calendar\/([\w-]{43})\.ics$/.exec(first)?.[1];
    expect(token).toBeDefined();
    const kept = await database.db.selectFrom('calendar_feed').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await database.db.selectFrom('audit_event').select('data').execute()).not.toContainEqual(
      expect.objectContaining({ data: expect.stringContaining(token ?? '') }),
    );
    expect(await calendar.status()).toMatchObject({ isMade: true });
    expect(await status(first)).toBe(200);

    const second = await makeFor(database, person);
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    const setDisabled = (isDisabled: 0 | 1) =>
      database.transaction((trx) => trx.updateTable('user').set({ isDisabled }).where('id', '=', person.id).execute());
    await setDisabled(1);
    expect(await status(second)).toBe(404);
    await setDisabled(0);
    expect(await status(second)).toBe(200);
    await database.transaction((trx) =>
      trx.updateTable('user').set({ role: 'partner' }).where('id', '=', person.id).execute(),
    );
    expect(await status(second)).toBe(404);
    await calendar.revoke();
    await calendar.revoke();
    expect(await status(second)).toBe(404);
    const events = await database.db.selectFrom('audit_event').select('event').orderBy('seq').execute();
    expect(events.map((row) => row.event)).toEqual([
      'calendar_feed.made',
      'calendar_feed.made',
      'calendar_feed.revoked',
    ]);
  });

  it('is asked for no more than thirty times a minute, and guesses are counted by themselves', async () => {
    const database = await open();
    const person = await insertUser(database, { role: 'secretariat' });
    const server = await start(database);
    const path = await makeFor(database, person);
    const wrong = `/api/calendar/${'x'.repeat(43)}.ics`;
    const guesses = [];
    for (let count = 0; count < 21; count += 1) guesses.push(await fetch(server.url + wrong));
    expect(guesses.slice(0, 20).every((answer) => answer.status === 404)).toBe(true);
    expect(guesses.at(-1)?.status).toBe(429);
    expect(Number(guesses.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    const answers = [];
    for (let count = 0; count < 31; count += 1) answers.push((await fetch(server.url + path)).status);
    expect(answers.slice(0, 30).every((code) => code === 200)).toBe(true);
    expect(answers.at(-1)).toBe(429);
  });
});
