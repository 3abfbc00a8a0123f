import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { recordAudit } from '#server/audit.ts';
import { checkAuditChainAfter } from '#server/audit-chain.ts';
import { saveEntry } from '#server/report/report.service.ts';
import { callerFor, makeActor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { clock, figure, insertPeople, polewali } from '#tests/support/report-factories.ts';

const secretariat = makeActor({ role: 'secretariat' });

/** `count` sign-ins, one a second from midnight in Mamuju (16.00 UTC) of 1 November 2026. */
async function recordSignIns(database: DatabaseHandle, count: number, from = '2026-10-31T16:00:00.000Z') {
  await database.transaction(async (trx) => {
    for (let index = 0; index < count; index += 1) {
      const at = new Date(Date.parse(from) + index * 1_000).toISOString();
      const event = { event: 'session.started' as const, subjectType: 'session', subjectId: `s${index}`, data: {} };
      await recordAudit(trx, null, [event], { at, changesFigures: false });
    }
  });
}

onEachEngine('the audit log', (open) => {
  it('is read from the newest, page by page, without a gap or a repetition', async () => {
    const database = await open();
    await recordSignIns(database, 25);
    const api = callerFor(database, secretariat);
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await api.audit.list({ event: 'session', limit: 10, before });
      seen.push(...page.lines.map((line) => line.seq));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(seen).toHaveLength(25);
    expect(seen).toEqual(seen.toSorted((left, right) => right - left));
    expect(new Set(seen).size).toBe(25);
  });

  it('is filtered by days of the province, both included', async () => {
    const database = await open();
    await recordSignIns(database, 2, '2026-10-31T15:59:59.000Z');
    await recordSignIns(database, 2, '2026-11-01T15:59:59.000Z');
    const api = callerFor(database, secretariat);
    const count = async (from?: string, to?: string) => {
      const { lines } = await api.audit.list({ event: 'session.started', from, to });
      return lines.length;
    };
    // One second before midnight is the day before.
    expect(await count('2026-10-31', '2026-10-31')).toBe(1);
    expect(await count('2026-11-01', '2026-11-01')).toBe(2);
    expect(await count('2026-11-02')).toBe(1);
    expect(await count(undefined, '2026-11-01')).toBe(3);
  });

  it('keeps the order over all events of a noun, and finds a day also where clocks differed', async () => {
    const database = await open();
    const days = ['2026-11-01', '2026-11-03', '2026-11-02', '2026-11-04'];
    await database.transaction(async (trx) => {
      // Of two machines one is some seconds ahead: the second event was written later with an earlier instant.
      for (const [index, time] of ['16:00:05', '15:59:58', '16:00:01', '23:00:00'].entries()) {
        const at = `2026-10-31T${time}.000Z`;
        const subject = { subjectType: 'user', subjectId: days[index] ?? '', data: {} };
        const event = index % 2 === 0 ? ('user.enabled' as const) : ('user.disabled' as const);
        await recordAudit(trx, null, [{ event, ...subject }], { at, changesFigures: false });
      }
    });
    const api = callerFor(database, secretariat);
    const subjects = async (filter: Parameters<typeof api.audit.list>[0]) =>
      (await api.audit.list(filter)).lines.map((line) => line.subjectId);
    expect(await subjects({ event: 'user' })).toEqual(days.toReversed());
    expect(await subjects({ event: 'user', limit: 2 })).toEqual(days.toReversed().slice(0, 2));
    expect(await subjects({ event: 'user', from: '2026-11-01' })).toEqual(['2026-11-04', '2026-11-02', '2026-11-01']);
    expect(await subjects({ event: 'user', to: '2026-10-31' })).toEqual(['2026-11-03']);
    expect(await subjects({ subjectId: '2026-11-02' })).toEqual(['2026-11-02']);
    expect(await subjects({ event: 'user', from: '2026-12-01' })).toEqual([]);
  });

  it('names who did what to which cell', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure(), clock);
    const api = callerFor(database, secretariat);
    const { lines, names } = await api.audit.list({ actorId: focalPoint.id });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      event: 'entry.saved',
      actorName: 'Andi',
      subjectType: 'entry',
      data: { indicatorId: 'ST_SASARAN', areaId: polewali, to: { kind: 'number', value: 612 } },
    });
    expect(names[polewali]).toBe('Polewali');
    expect(await api.audit.people()).toContainEqual({ id: focalPoint.id, name: 'Andi' });
    expect((await api.audit.list({ event: 'small_win' })).lines).toEqual([]);
  });

  it('is checked slice by slice, to its end or to the first event that was tampered with', async () => {
    const database = await open();
    await recordSignIns(database, 25);
    const walk = async () => {
      let slices = 0;
      let after = 0;
      for (;;) {
        const progress = await checkAuditChainAfter(database.db, after, 10);
        slices += 1;
        if (progress.isDone) return { slices, ...progress };
        expect(progress.checkedTo).toBeGreaterThan(after);
        after = progress.checkedTo;
      }
    };
    const whole = await walk();
    expect(whole).toMatchObject({ brokenAt: null, checkedTo: whole.end });
    expect(whole.slices).toBe(Math.ceil(whole.end / 10));
    const { slices, ...same } = whole;
    expect(await callerFor(database, secretariat).audit.checkChain({ after: 0 })).toEqual(same);

    const seq = whole.end - 3;
    await database.transaction((trx) =>
      trx.updateTable('audit_event').set({ subjectId: 'someone-else' }).where('seq', '=', seq).execute(),
    );
    expect(await walk()).toMatchObject({ brokenAt: seq, checkedTo: seq - 1, isDone: true });
    await database.transaction((trx) => trx.deleteFrom('audit_event').where('seq', '=', seq).execute());
    expect(await walk()).toMatchObject({ brokenAt: seq, checkedTo: seq - 1 });
  });
});
