import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import {
  reassignOpenEntries,
  returnCells,
  saveEntry,
  setAside,
  submitReport,
  verifyAll,
  verifyCells,
} from '#server/report/report.service.ts';
import { entryKinds } from '#shared/entry.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { importAll, importInput, importRow } from '#tests/support/history-import-factories.ts';
import { expectCountersTrue, expectExpectedTrue, expectRollupsTrue } from '#tests/support/report-checks.ts';
import {
  binuang,
  clock,
  insertPeople,
  month,
  type People,
  polewali,
  previousMonth,
  setSetting,
} from '#tests/support/report-factories.ts';

/** Few cells, months and agencies, so that random steps meet often. */
const agencies = ['biro-hukum', 'biro-umum', 'dinkes-p2kb'] as const;
const indicatorIds = ['ST_SASARAN', 'ST_VALID', 'ST_INTERVENSI', 'ST_KELUAR', 'ST_RUJUKAN'] as const;
const areaIds = [polewali, binuang] as const;
const months = [month, previousMonth] as const;

const step = fc.record({
  action: fc.oneof(
    { weight: 8, arbitrary: fc.constant('save' as const) },
    { weight: 3, arbitrary: fc.constant('submit' as const) },
    { weight: 3, arbitrary: fc.constant('verify' as const) },
    { weight: 1, arbitrary: fc.constant('verifyAll' as const) },
    { weight: 1, arbitrary: fc.constant('return' as const) },
    { weight: 1, arbitrary: fc.constant('reassign' as const) },
    { weight: 2, arbitrary: fc.constant('setAside' as const) },
    { weight: 2, arbitrary: fc.constant('import' as const) },
  ),
  agencyId: fc.constantFrom(...agencies),
  indicatorId: fc.constantFrom(...indicatorIds),
  areaId: fc.constantFrom(...areaIds),
  month: fc.constantFrom(...months),
  kind: fc.oneof({ weight: 6, arbitrary: fc.constant('number' as const) }, fc.constantFrom(...entryKinds)),
  /** Small and decreasing along the cascade more often than not, so that rules let most of it pass. */
  value: fc.integer({ min: 0, max: 40 }),
  share: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One way through every kind of change, so that the random ones never have to find it. */
const tour: Step[] = (
  [
    { action: 'save' },
    { action: 'save', value: 2 },
    { action: 'submit' },
    { action: 'verify' },
    { action: 'save', value: 3 },
    { action: 'submit' },
    { action: 'verify' },
    { action: 'save', indicatorId: 'ST_VALID' },
    { action: 'submit' },
    { action: 'return' },
    { action: 'setAside', value: 4 },
    { action: 'save', areaId: binuang },
    { action: 'reassign', areaId: binuang, agencyId: 'biro-umum' },
    { action: 'reassign', areaId: polewali, agencyId: 'dinkes-p2kb' },
    { action: 'import', indicatorId: 'ST_KELUAR', areaId: binuang },
  ] as const
).map((each) => ({
  ...{ agencyId: 'biro-hukum', indicatorId: 'ST_SASARAN', areaId: polewali, month, kind: 'number', value: 1, share: 1 },
  ...each,
}));

const headroom = { ST_SASARAN: 400, ST_VALID: 300, ST_INTERVENSI: 200, ST_KELUAR: 50, ST_RUJUKAN: 10 } as const;

class Province {
  readonly database: DatabaseHandle;
  readonly people: People;

  constructor(database: DatabaseHandle, people: People) {
    this.database = database;
    this.people = people;
  }

  actorOf(agencyId: Step['agencyId']): Actor {
    const { focalPoint, stranger, coordinator } = this.people;
    return { 'biro-hukum': focalPoint, 'biro-umum': stranger, 'dinkes-p2kb': coordinator }[agencyId];
  }

  async take(each: Step): Promise<void> {
    const reportKey = `${each.month}_ST_${each.agencyId}`;
    switch (each.action) {
      case 'save':
        return this.save(each, reportKey);
      case 'setAside':
        return this.setAside(each, reportKey);
      case 'reassign':
        return this.reassign(each);
      case 'import':
        return this.import(each);
      case 'submit': {
        const input = { reportKey, expectedVersion: await this.versionOf(each), acceptMissing: true };
        await submitReport(this.database, this.actorOf(each.agencyId), input, clock);
        return;
      }
      case 'verifyAll': {
        const input = { reportKey, expectedVersion: await this.versionOf(each) };
        await verifyAll(this.database, this.people.secretariat, input, clock);
        return;
      }
      case 'verify':
      case 'return':
        return this.decide(each, reportKey);
    }
  }

  async save({ agencyId, indicatorId, areaId, month: inMonth, kind, value }: Step, reportKey: string): Promise<void> {
    const entry = await this.database.db
      .selectFrom('entry')
      .select('version')
      .where('indicatorId', '=', indicatorId)
      .where('areaId', '=', areaId)
      .where('month', '=', inMonth)
      .executeTakeFirst();
    const scaled = kind === 'number' ? headroom[indicatorId] + value : null;
    const cell = {
      indicatorId,
      areaId,
      kind,
      value: scaled,
      reason: 'Hasil verifikasi',
      baseVersion: entry?.version ?? 0,
    };
    await saveEntry(this.database, this.actorOf(agencyId), { reportKey, ...cell }, clock);
  }

  /** Two cells of whatever agencies hold them, in one import. */
  async import({ indicatorId, areaId, month: inMonth, kind, value }: Step): Promise<void> {
    const scaled = kind === 'number' ? headroom[indicatorId] + value : null;
    const rows = [
      importRow({ indicatorId, areaId, month: inMonth, kind, value: scaled }),
      importRow({ row: 3, areaId, month: inMonth, value: headroom.ST_SASARAN + value }),
    ];
    const reason = value % 2 === 0 ? 'Rekapitulasi ulang' : null;
    await importAll(this.database, this.people.secretariat, importInput(rows, { reason }));
  }

  async setAside({ agencyId, indicatorId, areaId, kind, value }: Step, reportKey: string): Promise<void> {
    const cell = { indicatorId, areaId, kind, value: kind === 'number' ? value : null };
    await setAside(this.database, this.actorOf(agencyId), { reportKey, ...cell, changeId: randomUUID() }, clock);
  }

  async decide({ agencyId, month: inMonth, action, share }: Step, reportKey: string): Promise<void> {
    const submitted = await this.database.db
      .selectFrom('entry')
      .innerJoin('report', 'report.id', 'entry.reportId')
      .select(['entry.indicatorId', 'entry.areaId', 'entry.version'])
      .where('report.agencyId', '=', agencyId)
      .where('report.month', '=', inMonth)
      .where('entry.status', '=', 'submitted')
      .orderBy('entry.indicatorId')
      .orderBy('entry.areaId')
      .execute();
    const cells = submitted.filter((_, index) => index % share === 0);
    if (cells.length === 0) return;
    const { secretariat } = this.people;
    if (action === 'verify') await verifyCells(this.database, secretariat, { reportKey, cells }, clock);
    else {
      const reasoned = cells.map((cell) => ({ ...cell, reason: 'Berbeda dengan e-PPGBM' }));
      await returnCells(this.database, secretariat, { reportKey, cells: reasoned }, clock);
    }
  }

  /** The district gets another owner, for all months at hand. */
  async reassign({ areaId, agencyId }: Step): Promise<void> {
    await this.database.transaction(async (trx) => {
      await trx.updateTable('assignment').set({ agencyId }).where('areaId', '=', areaId).execute();
      await recordAudit(trx, null, [
        { event: 'assignment.changed', subjectType: 'assignment', subjectId: areaId, data: { agencyId } },
      ]);
      await reassignOpenEntries(trx, null, { issueId: null, areaId, fromMonth: previousMonth });
    });
  }

  private async versionOf({ agencyId, month: inMonth }: Step): Promise<number> {
    const report = await this.database.db
      .selectFrom('report')
      .select('version')
      .where('agencyId', '=', agencyId)
      .where('issueId', '=', 'ST')
      .where('month', '=', inMonth)
      .executeTakeFirst();
    return report?.version ?? 0;
  }
}

onEachEngine('any sequence of changes', (open, engine) => {
  it('leaves rollups, counters and expectations equal to a recount', async () => {
    const actions = new Set<string>();
    let restatements = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 90 }), async (steps) => {
        const database = await open();
        await setSetting(database, 'reporting.firstMonth', previousMonth);
        const province = new Province(database, await insertPeople(database));
        for (const each of steps) {
          try {
            await province.take(each);
          } catch (error) {
            // A refusal is part of the game; anything else is a fault.
            if (!(error instanceof AppError)) throw error;
          }
        }
        await expectCountersTrue(database);
        await expectExpectedTrue(database, { issueId: 'ST', month }, clock);
        await expectExpectedTrue(database, { issueId: 'ST', month: previousMonth }, clock);
        await expectRollupsTrue(database);
        const revisions = await database.db.selectFrom('entry_revision').select('action').distinct().execute();
        for (const { action } of revisions) actions.add(action);
        restatements += (await database.db.selectFrom('restatement').select('id').execute()).length;
      }),
      { numRuns: engine === 'sqlite' ? 20 : 8, examples: [[tour]] },
    );
    expect([...actions].sort()).toEqual([
      'changed',
      'corrected',
      'entered',
      'imported',
      'moved',
      'returned',
      'set_aside',
      'submitted',
      'verified',
    ]);
    expect(restatements).toBeGreaterThan(0);
  }, 120_000);
});
