import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import { claimMail } from '#server/notification/mail-queue.queries.ts';
import { tellWhatIsDue } from '#server/notification/tell.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import {
  at,
  listMails,
  listNoticeRows,
  mailConfig,
  openAgain,
  publicUrl,
  runOnce,
  tuesday,
} from '#tests/support/notification-factories.ts';
import { previousMonth, setSetting } from '#tests/support/report-factories.ts';
import { type Mailbox, openMailbox } from '#tests/support/smtp-mailbox.ts';

const mailboxes: Mailbox[] = [];
const handles: DatabaseHandle[] = [];

afterEach(async () => {
  for (const mailbox of mailboxes.splice(0)) await mailbox.close();
  for (const handle of handles.splice(0)) await handle.close();
});

async function mailbox(port?: number): Promise<Mailbox> {
  const opened = await openMailbox(port);
  mailboxes.push(opened);
  return opened;
}

/** Biro Hukum owes five reports of September, long overdue, and five of October, due on 5 November. */
async function openWithAndi(open: () => Promise<DatabaseHandle>, overrides: { locale?: string } = {}) {
  const database = await open();
  await setSetting(database, 'reporting.firstMonth', previousMonth);
  const andi = await insertUser(database, {
    role: 'focal_point',
    agencyId: 'biro-hukum',
    name: 'Andi',
    email: 'andi@contoh.test',
    ...overrides,
  });
  return { database, andi };
}

function minutesLater(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000);
}

onEachEngine('reminders by mail', (open) => {
  it('reach each person once, in one mail about all reports, however many processes and restarts there are', async () => {
    const { database, andi } = await openWithAndi(open);
    const others = await Promise.all(
      ['budi', 'citra', 'dewi', 'eka'].map((name) =>
        insertUser(database, { role: 'focal_point', agencyId: 'biro-umum', name, email: `${name}@contoh.test` }),
      ),
    );
    const second = await openAgain(database);
    handles.push(second);
    const server = await mailbox();
    const config = mailConfig(server.url);
    const before = await database.db.selectFrom('audit_head').select('dataVersion').executeTakeFirstOrThrow();

    await Promise.all([
      runOnce(database, config, tuesday),
      runOnce(second, config, tuesday),
      runOnce(database, config, tuesday),
      runOnce(second, config, tuesday),
    ]);
    for (const minutes of [1, 10, 300]) await runOnce(second, config, minutesLater(tuesday, minutes));

    const receivers = ['andi', 'budi', 'citra', 'dewi', 'eka'].map((name) => `${name}@contoh.test`);
    expect(server.letters.map(({ to }) => to).toSorted()).toEqual(receivers);
    expect(new Set(server.letters.map(({ messageId }) => messageId)).size).toBe(5);
    for (const { id } of [andi, ...others]) {
      const notices = await listNoticeRows(database, id);
      expect(notices.map(({ kind }) => kind).toSorted()).toEqual(['due_soon', 'overdue']);
      for (const { data } of notices) {
        const keys = JSON.parse(data).items.map(({ reportKey }: { reportKey: string }) => reportKey);
        expect(new Set(keys).size).toBe(5);
      }
    }
    expect((await listMails(database)).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);

    // Open dashboards have nothing to fetch anew, and the log says what went out.
    const after = await database.db.selectFrom('audit_head').select('dataVersion').executeTakeFirstOrThrow();
    expect(after).toEqual(before);
    const made = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('event', '=', 'notification.made')
      .execute();
    const told = made.map(({ data }) => JSON.parse(data));
    expect(told.reduce((total, { people }) => total + people, 0)).toBe(5);
    const mailed = database.db.selectFrom('audit_event').select('seq').where('event', '=', 'notification.mailed');
    expect(await mailed.execute()).toHaveLength(5);
  });

  it('are plain, in the person’s language, with a link to each report and to what one can choose', async () => {
    const { database, andi } = await openWithAndi(open);
    await insertUser(database, {
      role: 'focal_point',
      agencyId: 'biro-hukum',
      name: 'Bella',
      email: 'bella@contoh.test',
      locale: 'en',
    });
    const server = await mailbox();
    await runOnce(database, mailConfig(server.url), tuesday);
    const [indonesian, english] = ['andi', 'bella'].map((name) => server.letters.find(({ to }) => to.startsWith(name)));

    expect(indonesian?.subject).toBe('Satgas 4+1: 5 laporan melewati tenggat, 5 laporan mendekati tenggat');
    const lines = indonesian?.text.split('\n') ?? [];
    expect(lines[0]).toBe('Yth. Bapak/Ibu Andi,');
    expect(lines).toContain('Laporan berikut melewati tenggat dan menunggu penyelesaian:');
    expect(lines.filter((line) => line.includes('(tenggat 5 Oktober 2026, terlambat 29 hari)'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('(tenggat 5 November 2026, 2 hari lagi)'))).toHaveLength(5);
    expect(lines).toContain(`   ${publicUrl}/pelaporan/${previousMonth}_ST_biro-hukum`);
    expect(indonesian?.text).toContain(`dapat diatur di ${publicUrl}/akun#pemberitahuan`);
    expect(indonesian?.headers).toContain('Auto-Submitted: auto-generated');
    expect(indonesian?.headers).toMatch(/^From: .*satgas@contoh\.test/m);
    expect(indonesian?.messageId).toMatch(/^<[0-9a-f-]{36}@satgas\.contoh\.go\.id>$/);

    expect(english?.subject).toBe('Satgas 4+1: 5 reports overdue, 5 reports due soon');
    expect(english?.text).toContain('Dear Bella,');
    expect(english?.text).toContain('(due 5 November 2026, in 2 days)');
    expect(english?.text).not.toMatch(/laporan berikut|tenggat/);
    expect(await callerFor(database, andi).notification.unreadCount()).toEqual({ unread: 2 });
  });

  it('are written by day only, and a morning that was missed is caught up once', async () => {
    const { database, andi } = await openWithAndi(open);
    const config = mailConfig(undefined);
    const tell = (date: string, time?: string) => tellWhatIsDue(database, config, at(date, time));
    expect(await tell('2026-11-03', '06:59')).toEqual({ people: 0, notices: 0, mails: 0 });
    expect(await tell('2026-11-03', '20:00')).toEqual({ people: 0, notices: 0, mails: 0 });
    expect(await tell('2026-11-03', '07:00')).toEqual({ people: 1, notices: 2, mails: 0 });
    expect(await tell('2026-11-03')).toMatchObject({ notices: 0 });
    expect(await tell('2026-11-04')).toMatchObject({ notices: 1 });
    expect(await tell('2026-11-05')).toMatchObject({ notices: 0 });
    // Nothing runs for a fortnight: Monday's step of all ten reports is one notice.
    expect(await tell('2026-11-19')).toEqual({ people: 1, notices: 1, mails: 0 });
    expect(await tell('2026-11-20')).toMatchObject({ notices: 0 });
    const [latest] = (await callerFor(database, andi).notification.list()).notifications;
    expect(latest).toMatchObject({ kind: 'overdue', readAt: null });
    expect(latest?.kind === 'overdue' ? latest.items.map(({ days }) => days) : []).toEqual([
      45, 45, 45, 45, 45, 14, 14, 14, 14, 14,
    ]);
  });

  it('wait while the server is busy or down, then arrive once under the same message id', async () => {
    const { database } = await openWithAndi(open);
    const server = await mailbox();
    const config = mailConfig(server.url);
    const state = async () => (await listMails(database))[0];
    let now = tuesday;

    for (const [mood, failure, pause] of [
      ['busy', 'EENVELOPE 450', 1],
      ['busy_text', 'EMESSAGE 451', 5],
      ['cut_before', 'ECONNECTION', 15],
    ] as const) {
      server.mood = mood;
      await runOnce(database, config, now);
      const mail = await state();
      expect(mail).toMatchObject({ state: 'queued', failure, settledAt: null });
      expect(mail?.dueAt).toBe(minutesLater(now, pause).toISOString());
      const { connections } = server;
      await runOnce(database, config, minutesLater(now, pause - 0.5));
      expect(server.connections).toBe(connections);
      now = minutesLater(now, pause);
    }
    await server.close();
    await runOnce(database, config, now);
    const waiting = await state();
    expect(waiting).toMatchObject({ state: 'queued', attempts: 4 });

    const again = await mailbox(Number(new URL(server.url).port));
    now = minutesLater(now, 60);
    await runOnce(database, config, now);
    expect(await state()).toMatchObject({ state: 'sent', attempts: 5, messageId: waiting?.messageId, failure: null });
    await runOnce(database, config, minutesLater(now, 600));
    expect(again.letters.map(({ messageId }) => messageId)).toEqual([waiting?.messageId]);
    expect(server.letters).toEqual([]);
  });

  it('are given up after a day, and what came since goes in one mail', async () => {
    const { database } = await openWithAndi(open);
    const server = await mailbox();
    const config = mailConfig(server.url);
    server.mood = 'busy';
    await runOnce(database, config, tuesday);
    // The next morning's reminder joins the mail that still waits.
    await runOnce(database, config, at('2026-11-04'));
    expect(await listMails(database)).toMatchObject([{ state: 'queued' }]);
    server.mood = 'take';
    await runOnce(database, config, at('2026-11-04', '10:00'));
    expect(server.letters).toHaveLength(1);
    // Each report is named once, as it was last told.
    const keys = server.letters[0]?.text.match(/\/pelaporan\/\S+/g) ?? [];
    expect(keys).toHaveLength(10);
    expect(new Set(keys).size).toBe(10);
    expect(server.letters[0]?.text).toContain('(tenggat 5 November 2026, 1 hari lagi)');

    server.mood = 'busy';
    await runOnce(database, config, at('2026-11-06'));
    await runOnce(database, config, at('2026-11-07', '07:59'));
    expect((await listMails(database)).at(-1)).toMatchObject({ state: 'refused', failure: 'EENVELOPE 450' });
    server.mood = 'take';
    await runOnce(database, config, at('2026-11-07', '21:00'));
    expect(server.letters).toHaveLength(1);
  });

  it('are not sent again once refused for good, or once nobody can say whether they arrived', async () => {
    for (const [mood, state, failure] of [
      ['refuse', 'refused', 'EENVELOPE 550'],
      ['cut_after', 'unknown', 'ECONNECTION'],
    ] as const) {
      const { database } = await openWithAndi(open);
      const server = await mailbox();
      server.mood = mood;
      await runOnce(database, mailConfig(server.url), tuesday);
      expect(await listMails(database)).toMatchObject([{ state, failure, attempts: 1 }]);
      const { arrived } = server;
      expect(arrived).toBe(mood === 'cut_after' ? 1 : 0);
      server.mood = 'take';
      for (const minutes of [60, 600]) await runOnce(database, mailConfig(server.url), minutesLater(tuesday, minutes));
      expect(server).toMatchObject({ letters: [], arrived });
    }
  });

  it('are not sent again after a crash between the claim and the answer', async () => {
    const { database } = await openWithAndi(open);
    const server = await mailbox();
    const config = mailConfig(server.url);
    await tellWhatIsDue(database, config, tuesday);
    const [mail] = await listMails(database);
    if (!mail) throw new Error('no mail');
    const claim = { claimedBy: 'a process that died', claimedAt: tuesday.toISOString(), messageId: '<x@contoh.test>' };
    expect(await database.transaction((trx) => claimMail(trx, mail, claim))).toBe(true);
    expect(await database.transaction((trx) => claimMail(trx, mail, { ...claim, claimedBy: 'another' }))).toBe(false);

    await runOnce(database, config, minutesLater(tuesday, 5));
    expect(await listMails(database)).toMatchObject([{ state: 'sending' }]);
    await runOnce(database, config, minutesLater(tuesday, 11));
    await runOnce(database, config, minutesLater(tuesday, 900));
    expect(await listMails(database)).toMatchObject([
      { state: 'unknown', failure: 'INTERRUPTED', messageId: '<x@contoh.test>', attempts: 1 },
    ]);
    expect(server.connections).toBe(0);
    // In the application it is there all the same.
    expect(await listNoticeRows(database)).toHaveLength(2);
  });

  it('go neither to closed accounts, nor to sample accounts, nor from sample data, nor to people without an agency', async () => {
    const { database, andi } = await openWithAndi(open);
    const server = await mailbox();
    const config = mailConfig(server.url);
    const reporter = { role: 'focal_point' as const, agencyId: 'biro-hukum' };
    const closed = await insertUser(database, { ...reporter, isDisabled: 1 });
    const sample = await insertUser(database, { ...reporter, isSample: 1 });
    const without = await insertUser(database, { ...reporter, agencyId: null });
    const partner = await insertUser(database, { role: 'partner', agencyId: 'biro-hukum' });
    await tellWhatIsDue(database, config, tuesday);
    const told = new Set((await listNoticeRows(database)).map(({ userId }) => userId));
    expect(told).toEqual(new Set([andi.id, sample.id]));
    expect([closed.id, without.id, partner.id].some((id) => told.has(id))).toBe(false);
    expect((await listMails(database)).map(({ userId }) => userId)).toEqual([andi.id]);

    // Closed between the writing and the sending.
    await database.transaction((trx) =>
      trx.updateTable('user').set({ isDisabled: 1 }).where('id', '=', andi.id).execute(),
    );
    await runOnce(database, config, tuesday);
    expect(await listMails(database)).toMatchObject([{ state: 'dropped', failure: 'NOT_WANTED' }]);
    expect(server.connections).toBe(0);

    const demo = await openWithAndi(open);
    await runOnce(demo.database, mailConfig(server.url, true), tuesday);
    expect(await listMails(demo.database)).toEqual([]);
    expect(await listNoticeRows(demo.database)).toHaveLength(2);
  });

  it('follow what a person has chosen, up to the moment of sending', async () => {
    const { database, andi } = await openWithAndi(open);
    const person = (name: string) =>
      insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', name, email: `${name}@contoh.test` });
    const [silent, screen, post, late] = [
      await person('silent'),
      await person('screen'),
      await person('post'),
      await person('late'),
    ];
    const choose = (who: Actor, inApp: boolean, byMail: boolean) =>
      callerFor(database, who).notification.changeSettings({
        kinds: (['due_soon', 'overdue'] as const).map((kind) => ({ kind, inApp, byMail })),
      });
    await choose(silent, false, false);
    await choose(screen, true, false);
    await choose(post, false, true);
    const server = await mailbox();
    const config = mailConfig(server.url);
    await tellWhatIsDue(database, config, tuesday);
    await choose(late, true, false);
    await runOnce(database, config, tuesday);

    const unread = async (who: Actor) => (await callerFor(database, who).notification.list()).unread;
    expect(await Promise.all([andi, silent, screen, post, late].map(unread))).toEqual([2, 0, 2, 0, 2]);
    expect(server.letters.map(({ to }) => to).toSorted()).toEqual(['andi@contoh.test', 'post@contoh.test']);
    const states = Object.fromEntries((await listMails(database)).map(({ userId, state }) => [userId, state]));
    expect(states).toEqual({ [andi.id]: 'sent', [post.id]: 'sent', [late.id]: 'dropped' });
  });
});
