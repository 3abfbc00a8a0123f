import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import { deleteBefore } from '#server/notification/notification.queries.ts';
import { type NotificationRunner, startNotificationRunner } from '#server/notification/notification-runner.ts';
import { tellWhatIsDue } from '#server/notification/tell.ts';
import { getReport, returnCells, saveEntry, submitReport, verifyCells } from '#server/report/report.service.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { at, listMails, listNoticeRows, mailConfig } from '#tests/support/notification-factories.ts';
import {
  binuang,
  clock,
  figure,
  insertPeople,
  month,
  polewali,
  previousMonth,
  setSetting,
  stuntingKey,
} from '#tests/support/report-factories.ts';
import { type Mailbox, openMailbox } from '#tests/support/smtp-mailbox.ts';

const running: (Mailbox | { close(): Promise<void> })[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.close();
});

async function openWithPeople(open: () => Promise<DatabaseHandle>) {
  const database = await open();
  await setSetting(database, 'reporting.firstMonth', previousMonth);
  return { database, ...(await insertPeople(database)) };
}

type Cell = { indicatorId: string; areaId: string };
const first: Cell = { indicatorId: 'ST_SASARAN', areaId: polewali };
const second: Cell = { indicatorId: 'ST_SASARAN', areaId: binuang };

/** Two cells, each entered by somebody else, handed in by `submitter`. */
async function handIn(database: DatabaseHandle, authors: [Actor, Actor], submitter: Actor) {
  await saveEntry(database, authors[0], figure(first), clock);
  await saveEntry(database, authors[1], figure(second), clock);
  const { report } = await getReport(database, submitter, { reportKey: stuntingKey }, clock);
  const submission = { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing: true };
  await submitReport(database, submitter, submission, clock);
}

function sendBack(database: DatabaseHandle, verifier: Actor, ...cells: Cell[]) {
  const reason = 'Periksa kembali dengan daftar sasaran';
  const returned = cells.map((cell) => ({ ...cell, version: 2, reason }));
  return returnCells(database, verifier, { reportKey: stuntingKey, cells: returned }, clock);
}

/** Only what verifiers do is told, so that the day on which the test runs does not matter. */
async function wantNoReminders(database: DatabaseHandle, ...people: Actor[]) {
  const quiet = { inApp: false, byMail: false };
  for (const person of people) {
    const { notification } = callerFor(database, person);
    const { kinds, digest } = await notification.settings();
    const reminders = kinds.filter(({ kind }) => kind !== 'returned' && kind !== 'verified');
    await notification.changeSettings({
      kinds: reminders.map(({ kind }) => ({ kind, ...quiet })),
      ...(digest ? { digest: { frequency: 'none' as const, ...quiet } } : {}),
    });
  }
}

async function startRunner(database: DatabaseHandle): Promise<{ mailbox: Mailbox; runner: NotificationRunner }> {
  const mailbox = await openMailbox();
  const logger = { error: () => {}, info: () => {} };
  const runner = startNotificationRunner({ database, config: mailConfig(mailbox.url), logger });
  running.push(mailbox, { close: () => runner.stop() });
  await runner.idle();
  return { mailbox, runner };
}

const unreadOf = async (database: DatabaseHandle, actor: Actor) =>
  (await callerFor(database, actor).notification.unreadCount()).unread;

onEachEngine('a returned report', (open) => {
  it('tells its authors at once, in the application and by mail, and their colleagues in the application', async () => {
    const { database, ...people } = await openWithPeople(open);
    const { focalPoint, colleague, stranger, secretariat } = people;
    const reader = await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', name: 'Gita' });
    await wantNoReminders(database, ...Object.values(people), reader);
    const { mailbox, runner } = await startRunner(database);
    await handIn(database, [focalPoint, colleague], focalPoint);
    await sendBack(database, secretariat, first, second);
    await runner.idle();

    const emails = await database.db.selectFrom('user').select(['id', 'email']).execute();
    const emailOf = (actor: Actor) => emails.find(({ id }) => id === actor.id)?.email ?? '';
    expect(mailbox.letters.map(({ to }) => to).toSorted()).toEqual([focalPoint, colleague].map(emailOf).toSorted());
    const [letter] = mailbox.letters;
    expect(letter?.subject).toBe('Satgas 4+1: 1 laporan dikembalikan');
    expect(letter?.text).toContain('2 angka dikembalikan untuk diperbaiki');
    expect(letter?.text).toContain(`/pelaporan/${stuntingKey}`);
    // Neither the reason nor the verifier's name leaves by mail.
    expect(letter?.text).not.toMatch(/daftar sasaran|Eka/);

    const told = [focalPoint, colleague, reader, stranger, secretariat];
    expect(await Promise.all(told.map((actor) => unreadOf(database, actor)))).toEqual([1, 1, 1, 0, 0]);
    const { notifications } = await callerFor(database, reader).notification.list();
    expect(notifications).toMatchObject([
      { kind: 'returned', items: [{ reportKey: stuntingKey, agencyAbbr: 'Biro Hukum', cells: 2, byName: 'Eka' }] },
    ]);
  });

  it('is one notice while it is unread, and cells returned one by one do not make a mail each', async () => {
    const { database, ...people } = await openWithPeople(open);
    const { focalPoint, secretariat } = people;
    await wantNoReminders(database, ...Object.values(people));
    const { mailbox, runner } = await startRunner(database);
    await handIn(database, [focalPoint, focalPoint], focalPoint);
    await sendBack(database, secretariat, first);
    await runner.idle();
    await sendBack(database, secretariat, second);
    await runner.idle();

    expect(mailbox.letters).toHaveLength(1);
    const [sent, waiting] = await listMails(database);
    expect([sent?.state, waiting?.state]).toEqual(['sent', 'queued']);
    expect(Date.parse(waiting?.dueAt ?? '') - Date.parse(sent?.createdAt ?? '')).toBe(15 * 60_000);
    const { unread, notifications } = await callerFor(database, focalPoint).notification.list();
    expect(unread).toBe(1);
    expect(notifications).toMatchObject([{ kind: 'returned', items: [{ cells: 2 }] }]);
  });

  it('is told with the return or not at all', async () => {
    const { database, focalPoint, secretariat } = await openWithPeople(open);
    await handIn(database, [focalPoint, focalPoint], focalPoint);
    const stale = { ...second, version: 1, reason: 'Lama' };
    const fresh = { ...first, version: 2, reason: 'Baru' };
    const input = { reportKey: stuntingKey, cells: [fresh, stale] };
    await expect(returnCells(database, secretariat, input, clock)).rejects.toThrow('ENTRY_VERSION_CONFLICT');
    expect(await listNoticeRows(database)).toEqual([]);
    expect(await listMails(database)).toEqual([]);
  });

  it('is not reminded of on the day of its return; one that is verified says so to its authors', async () => {
    const { database, focalPoint, secretariat } = await openWithPeople(open);
    await handIn(database, [focalPoint, focalPoint], focalPoint);
    await sendBack(database, secretariat, first);
    await database.transaction((trx) =>
      trx
        .updateTable('report')
        .set({ returnedAt: at('2026-11-06', '09:00').toISOString() })
        .execute(),
    );
    const toldOn = async (date: string) => {
      const known = new Set((await listNoticeRows(database)).map(({ id }) => id));
      await tellWhatIsDue(database, mailConfig(undefined), at(date));
      const fresh = (await listNoticeRows(database, focalPoint.id)).filter(({ id }) => !known.has(id));
      return fresh.some(({ data }) => data.includes(stuntingKey));
    };
    expect(await toldOn('2026-11-06')).toBe(false);
    expect(await toldOn('2026-11-08')).toBe(true);

    const saved = await saveEntry(database, focalPoint, figure({ ...first, value: 600, baseVersion: 3 }), clock);
    const submission = { reportKey: stuntingKey, expectedVersion: saved.report.version, acceptMissing: true };
    await submitReport(database, focalPoint, submission, clock);
    const verify = (cell: Cell, version: number) =>
      verifyCells(database, secretariat, { reportKey: stuntingKey, cells: [{ ...cell, version }] }, clock);
    const verified = async () => (await listNoticeRows(database)).filter(({ kind }) => kind === 'verified');
    await verify(second, 2);
    expect(await verified()).toEqual([]);
    await verify(first, 5);
    const notices = await verified();
    expect(notices.map(({ userId }) => userId)).toContain(focalPoint.id);
    // Nobody asked for mail about it.
    expect(notices.every(({ mailId }) => mailId === null)).toBe(true);
    expect(JSON.parse(notices[0]?.data ?? '')).toMatchObject({ items: [{ cells: 2, byId: secretariat.id }] });
  });
});

onEachEngine('verifiers and the secretariat', (open) => {
  it('are told of reports that wait too long, each of those they may verify', async () => {
    const { database, focalPoint, secretariat, coordinator } = await openWithPeople(open);
    const otherIssue = await insertUser(database, { role: 'issue_coordinator', agencyId: 'disdikbud' });
    await handIn(database, [focalPoint, focalPoint], focalPoint);
    await database.transaction((trx) =>
      trx
        .updateTable('report')
        .set({ submittedAt: at('2026-11-03').toISOString() })
        .execute(),
    );
    const config = mailConfig('smtp://127.0.0.1:9');
    const waitingFor = async (actor: Actor) => {
      const rows = await listNoticeRows(database, actor.id);
      return rows.filter(({ kind }) => kind === 'to_verify');
    };
    // Three working days end on Friday; Saturday and Sunday are none.
    for (const date of ['2026-11-06', '2026-11-07', '2026-11-08']) await tellWhatIsDue(database, config, at(date));
    expect(await waitingFor(coordinator)).toEqual([]);
    await tellWhatIsDue(database, config, at('2026-11-09'));
    await tellWhatIsDue(database, config, at('2026-11-10'));
    const [notice, ...more] = await waitingFor(coordinator);
    expect(more).toEqual([]);
    expect(JSON.parse(notice?.data ?? '')).toEqual({
      items: [
        {
          reportKey: stuntingKey,
          issueId: 'ST',
          month,
          agencyId: 'biro-hukum',
          submittedOn: '2026-11-03',
          verifyBy: '2026-11-06',
          days: 1,
          cells: 2,
        },
      ],
    });
    expect(notice?.mailId).not.toBeNull();
    expect(await waitingFor(secretariat)).toMatchObject([{ mailId: null, inApp: 1 }]);
    expect(await waitingFor(otherIssue)).toEqual([]);
    expect(await waitingFor(focalPoint)).toEqual([]);
  });

  it('get a digest as often as they choose, and a text for the group', async () => {
    const { database, focalPoint, secretariat } = await openWithPeople(open);
    const administrator = await insertUser(database, { role: 'administrator' });
    await handIn(database, [focalPoint, focalPoint], focalPoint);
    const digests = async (actor: Actor) =>
      (await callerFor(database, actor).notification.list()).notifications.flatMap((notice) =>
        notice.kind === 'digest' ? [notice.digest] : [],
      );
    const tell = (date: string) => tellWhatIsDue(database, mailConfig(undefined), at(date));
    await tell('2026-11-10');
    await tell('2026-11-11');
    const [digest, ...more] = await digests(secretariat);
    expect(more).toEqual([]);
    expect(await digests(administrator)).toEqual([]);
    expect(digest).toMatchObject({
      date: '2026-11-10',
      month,
      received: 1,
      verified: 0,
      earlierOwed: digest?.expected,
    });
    const hukum = digest?.owing.find(({ agencyId }) => agencyId === 'biro-hukum');
    expect(hukum).toEqual({
      agencyId: 'biro-hukum',
      agencyAbbr: 'Biro Hukum',
      issueIds: ['KE', 'ATS', 'PA', 'INF'],
      days: 5,
    });

    const daily = { frequency: 'daily' as const, inApp: true, byMail: false };
    await callerFor(database, administrator).notification.changeSettings({ digest: daily });
    for (const date of ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-16']) await tell(date);
    expect((await digests(administrator)).map(({ date }) => date)).toEqual(['2026-11-16', '2026-11-13', '2026-11-12']);
    expect((await digests(secretariat)).map(({ date }) => date)).toEqual(['2026-11-16', '2026-11-10']);

    const texts = await callerFor(database, secretariat).notification.groupTexts();
    expect(texts.text).toContain(`Menunggu verifikasi: ${texts.digest.toVerify}`);
    expect(texts.verifiers.map(({ name }) => name)).toEqual(['Dewi', 'Eka']);
    expect(texts.verifiers[0]).toMatchObject({ items: [{ reportKey: stuntingKey, cells: 2 }] });
    expect(texts.verifiers[0]?.text).toContain('1 laporan Satgas 4+1 menunggu verifikasi Bapak/Ibu');
  });
});

onEachEngine('notices', (open) => {
  it('are read and marked by their owner only', async () => {
    const { database, focalPoint, colleague } = await openWithPeople(open);
    for (const date of ['2026-11-03', '2026-11-04']) await tellWhatIsDue(database, mailConfig(undefined), at(date));
    const [mine, theirs] = [callerFor(database, focalPoint), callerFor(database, colleague)];
    const { unread, notifications } = await mine.notification.list();
    expect(unread).toBe(3);
    expect(notifications.map(({ createdAt }) => createdAt)).toEqual(
      notifications
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .reverse(),
    );
    const ids = notifications.map(({ id }) => id);
    expect(await theirs.notification.markRead({ ids })).toEqual({ unread: 3 });
    expect(await mine.notification.markRead({ ids: ids.slice(0, 1) })).toEqual({ unread: 2 });
    // All that was seen, and nothing that came since.
    const older = notifications.at(-1)?.createdAt ?? '';
    expect(await theirs.notification.markRead({ until: older })).toEqual({ unread: 1 });
    expect(await mine.notification.unreadCount()).toEqual({ unread: 2 });
    const before = (await mine.notification.list()).notifications.map(({ readAt }) => readAt);
    await mine.notification.markRead({ ids });
    const after = (await mine.notification.list()).notifications;
    expect(after[0]?.readAt).toBe(before[0]);
    expect(after.every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it('are chosen by their owner, of the kinds that the role is told, and the log says which', async () => {
    const { database, focalPoint, secretariat } = await openWithPeople(open);
    const api = callerFor(database, focalPoint);
    const settings = await api.notification.settings();
    expect(settings).toMatchObject({ mail: 'not_configured', digest: null });
    expect(settings.kinds.map(({ kind }) => kind)).toEqual(['due_soon', 'overdue', 'returned', 'verified']);
    const changed = await api.notification.changeSettings({
      kinds: [{ kind: 'verified', inApp: false, byMail: true }],
    });
    expect(changed.kinds.at(-1)).toEqual({ kind: 'verified', inApp: false, byMail: true });
    expect(changed.kinds.slice(0, 3)).toEqual(settings.kinds.slice(0, 3));
    expect(await api.notification.settings()).toEqual(changed);

    const digest = { frequency: 'daily' as const, inApp: true, byMail: true };
    await expect(api.notification.changeSettings({ digest })).rejects.toThrow('BAD_INPUT');
    const verified = { kind: 'verified' as const, inApp: true, byMail: true };
    const secretary = callerFor(database, secretariat);
    await expect(secretary.notification.changeSettings({ kinds: [verified] })).rejects.toThrow('BAD_INPUT');
    expect((await secretary.notification.settings()).digest).toEqual({
      frequency: 'weekly',
      inApp: true,
      byMail: true,
    });
    const events = await database.db
      .selectFrom('audit_event')
      .select(['actorId', 'data'])
      .where('event', '=', 'notification.settings_changed')
      .execute();
    expect(events.map(({ actorId, data }) => [actorId, JSON.parse(data)])).toEqual([
      [focalPoint.id, { fields: ['verified'] }],
    ]);
  });

  it('say whether mail reaches the person', async () => {
    const { database, focalPoint } = await openWithPeople(open);
    const sample = await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', isSample: 1 });
    const mail = { SMTP_URL: 'smtp://127.0.0.1:9' };
    const reach = async (actor: Actor) => (await callerFor(database, actor, mail).notification.settings()).mail;
    expect([await reach(focalPoint), await reach(sample)]).toEqual(['ready', 'sample_account']);
  });

  it('are forgotten when they are long past, with their mails and claims', async () => {
    const { database } = await openWithPeople(open);
    const config = mailConfig('smtp://127.0.0.1:9');
    for (const date of ['2026-11-03', '2026-11-04']) await tellWhatIsDue(database, config, at(date));
    await database.transaction((trx) => deleteBefore(trx, at('2026-11-04', '00:00').toISOString()));
    const left = await listNoticeRows(database);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ createdAt }) => createdAt === at('2026-11-04').toISOString())).toBe(true);
    const mailIds = new Set((await listMails(database)).map(({ id }) => id));
    expect(mailIds).toEqual(new Set(left.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]))));
    const claims = await database.db.selectFrom('notification_claim').select('createdAt').distinct().execute();
    expect(claims).toEqual([{ createdAt: at('2026-11-04').toISOString() }]);
  });
});
