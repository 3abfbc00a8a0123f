import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { figureAt, figureSeries } from '#server/figure/figure.service.ts';
import { saveEntry, submitReport, verifyCells } from '#server/report/report.service.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';
import { insertCells } from '#tests/support/figure-factories.ts';
import {
  clock,
  figure,
  insertPeople,
  polewali,
  month as reportedMonth,
  stuntingKey,
} from '#tests/support/report-factories.ts';

const month = '2026-03';
const leaf = { indicatorId: 'ST_INTERVENSI', areaId: '76.04.01', month };

/** A verified cell whose correction is waiting, with its revisions, its thread and a restatement. */
async function insertStory(database: DatabaseHandle) {
  const agency = await insertAgency(database, { abbr: 'Dinas A' });
  const author = await insertUser(database, { role: 'focal_point', agencyId: agency.id, name: 'Nurhayati' });
  const verifier = await insertUser(database, { role: 'secretariat', name: 'Pak Sekretaris' });
  const reportId = await insertCells(database, {
    agencyId: agency.id,
    issueId: 'ST',
    indicatorId: leaf.indicatorId,
    month,
    cutOffDate: '2026-03-28',
    enteredById: author.id,
    verifiedById: verifier.id,
    cells: [
      { areaId: leaf.areaId, value: 12, status: 'submitted', verifiedValue: 10 },
      { areaId: '76.04.02', value: 4 },
    ],
  });
  const at = '2026-04-02T01:00:00.000Z';
  await database.transaction(async (trx) => {
    const revision = { ...leaf, reason: null, note: null, source: null, fromKind: null, fromValue: null, at };
    await trx
      .insertInto('entry_revision')
      .values([
        { ...revision, id: uuid(), version: 1, action: 'entered', toKind: 'number', toValue: 10, actorId: author.id },
        {
          ...revision,
          id: uuid(),
          version: 2,
          action: 'verified',
          toKind: 'number',
          toValue: 10,
          actorId: verifier.id,
        },
      ])
      .execute();
    await trx
      .insertInto('entry_comment')
      .values({ ...leaf, id: uuid(), reportId, kind: 'return', text: 'Mohon diperiksa', actorId: verifier.id, at })
      .execute();
    await trx
      .insertInto('restatement')
      .values({
        ...leaf,
        id: uuid(),
        issueId: 'ST',
        fromKind: 'number',
        fromValue: 8,
        toKind: 'number',
        toValue: 10,
        reason: 'Salah hitung',
        actorId: author.id,
        verifiedById: verifier.id,
        at,
        provinceBefore: 12,
        provinceAfter: 14,
      })
      .execute();
  });
  return { agency, author, verifier };
}

onEachEngine('origin of a number', (open) => {
  it('shows staff who entered and verified a cell, its revisions, thread and restatements', async () => {
    const database = await open();
    const { verifier } = await insertStory(database);
    const { cell, figure, method, indicator } = await callerFor(database, verifier).origin.get(leaf);
    expect(method).toBe('cell');
    expect(figure).toMatchObject({ value: 10, basis: 'verified' });
    expect(indicator.definitionId).not.toBe('');
    expect(cell).toMatchObject({
      current: { value: 12, status: 'submitted' },
      verified: { kind: 'number', value: 10 },
      agency: { abbr: 'Dinas A' },
      entered: { name: 'Nurhayati' },
      verifiedBy: { name: 'Pak Sekretaris' },
      cutOff: { date: '2026-03-28' },
      thread: [{ kind: 'return', text: 'Mohon diperiksa', by: { name: 'Pak Sekretaris' } }],
      restatements: [{ from: { value: 8 }, to: { value: 10 }, provinceAfter: 14 }],
    });
    expect(cell?.revisions.map((each) => [each.action, each.by.name])).toEqual([
      ['entered', 'Nurhayati'],
      ['verified', 'Pak Sekretaris'],
    ]);
    const provisional = await callerFor(database, verifier).origin.get({ ...leaf, scope: 'provisional' });
    expect(provisional.figure).toMatchObject({ value: 12, basis: 'provisional' });
  });

  it('shows the public agency and dates, and neither names nor what is not verified', async () => {
    const database = await open();
    await insertStory(database);
    const stranger = callerFor(database, null);
    const answer = await stranger.origin.get(leaf);
    expect(answer.cell).toMatchObject({
      agency: { abbr: 'Dinas A' },
      current: null,
      verified: { value: 10 },
      note: null,
    });
    expect(JSON.stringify(answer)).not.toMatch(/Nurhayati|Sekretaris|Mohon diperiksa|"value":12/);
    await expect(stranger.origin.get({ ...leaf, scope: 'provisional' })).rejects.toMatchObject({
      cause: { code: 'NOT_SIGNED_IN' },
    });
    const partner = await insertUser(database, { role: 'partner' });
    await expect(callerFor(database, partner).origin.get({ ...leaf, scope: 'provisional' })).rejects.toMatchObject({
      cause: { code: 'NOT_ALLOWED' },
    });
  });

  it('tells the public nothing of a correction that is not verified, nor the words in which one was explained', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    const key = { indicatorId: 'ST_SASARAN', areaId: polewali, month: reportedMonth };
    const stranger = callerFor(database, null);
    const verified = async (words: { value: number; baseVersion: number; source: string; reason?: string }) => {
      const { report } = await saveEntry(database, focalPoint, figure(words), clock);
      const expectedVersion = report.version;
      const given = { reportKey: stuntingKey, expectedVersion, acceptMissing: true };
      await submitReport(database, focalPoint, given, clock);
      const cells = [{ indicatorId: key.indicatorId, areaId: polewali, version: words.baseVersion + 2 }];
      await verifyCells(database, coordinator, { reportKey: stuntingKey, cells }, clock);
    };
    await verified({ value: 612, baseVersion: 0, source: 'register posyandu' });
    const before = await stranger.origin.get(key);
    expect(before.cell).toMatchObject({ source: 'register posyandu', restatements: [] });

    const correction = { value: 600, baseVersion: 3, source: 'telepon Bu Rahma', reason: 'Bu Rahma salah hitung' };
    await saveEntry(database, focalPoint, figure(correction), clock);
    expect((await stranger.origin.get(key)).cell).toEqual(before.cell);

    await verified({ ...correction, value: 599, baseVersion: 4 });
    const after = await stranger.origin.get(key);
    expect(after.cell).toMatchObject({
      verified: { value: 599 },
      restatements: [{ from: { value: 612 }, reason: null }],
    });
    expect(JSON.stringify(after.cell?.restatements)).not.toContain('Rahma');
    const staff = await callerFor(database, focalPoint).origin.get(key);
    expect(staff.cell?.restatements).toMatchObject([{ reason: 'Bu Rahma salah hitung' }]);
  });

  it('takes a sum apart one level down, missing parts included', async () => {
    const database = await open();
    await insertStory(database);
    const answer = await callerFor(database, null).origin.get({ ...leaf, areaId: '76.04' });
    expect(answer).toMatchObject({ method: 'sum', figure: { value: 14, held: 2 }, cell: null });
    expect(answer.parts.total).toBe(answer.figure?.expected);
    const values = Object.fromEntries(answer.parts.items.map((part) => [part.area.id, part.figure?.value ?? null]));
    expect(values).toMatchObject({ '76.04.01': 10, '76.04.02': 4, '76.04.03': null });
    const rest = await callerFor(database, null).origin.get({ ...leaf, areaId: '76.04', offset: 10 });
    expect(rest.parts.items).toHaveLength(answer.parts.total - 10);
  });

  it('names every publication of a figure with its source and confidence', async () => {
    const database = await open();
    const answer = await callerFor(database, null).origin.get({
      indicatorId: 'ST_KELUAR',
      areaId: '76',
      month: '2023-08',
    });
    expect(answer).toMatchObject({ method: 'published', figure: { value: 1054, confidence: 'H' } });
    expect(answer.published.map((each) => each.value)).toEqual([1054, 1024]);
    expect(answer.published[1]?.seriesNameId).toContain('berita');
  });

  it('names the parts of a ratio', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const base = { agencyId, issueId: 'ST' as const, month };
    await insertCells(database, { ...base, indicatorId: 'ST_DITIMBANG', cells: [{ areaId: leaf.areaId, value: 60 }] });
    await insertCells(database, { ...base, indicatorId: 'ST_BALITA', cells: [{ areaId: leaf.areaId, value: 80 }] });
    const answer = await callerFor(database, null).origin.get({ indicatorId: 'ST_DS', areaId: '76', month });
    expect(answer).toMatchObject({
      method: 'ratio',
      figure: { value: 75, held: 1 },
      ratio: { numerator: { value: 60 }, denominator: { value: 80 }, factor: 100 },
    });
  });

  it('does not know an indicator or an area of another name', async () => {
    const caller = callerFor(await open(), null);
    for (const wrong of [{ indicatorId: 'XX' }, { areaId: '76.99' }, { areaId: '32' }]) {
      await expect(caller.origin.get({ ...leaf, ...wrong })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
    }
  });
});

onEachEngine('figures', (open) => {
  it('draws reported and published figures as two lines, and prefers a real publication to invented reports', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    await insertCells(database, {
      agencyId,
      issueId: 'ST',
      indicatorId: 'ST_INTERVENSI',
      month: '2023-08',
      cells: [{ areaId: leaf.areaId, value: 5, isSample: true }],
    });
    const key = { indicatorId: 'ST_INTERVENSI', scope: 'verified' as const };
    const lines = await figureSeries(database.db, { ...key, areaIds: ['76'], from: '2023-07', to: '2023-09' });
    expect(lines.map((line) => [line.kind, line.points.map((point) => point.value)])).toEqual([
      ['reported', [null, 5, null]],
      ['published', [null, 9085, null]],
    ]);
    expect(lines[0]?.points[1]?.isSample).toBe(true);
    const figure = await figureAt(database.db, { ...key, areaId: '76', month: '2023-08' });
    expect(figure).toMatchObject({ value: 9085, basis: 'published', isSample: false });
  });
});
