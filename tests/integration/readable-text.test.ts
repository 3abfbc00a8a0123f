import { expect, it } from 'vitest';
import { assertReadableText } from '#server/readable-text.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { refusal } from '#tests/support/refusal.ts';
import { countRows, figure, insertPeople, stuntingKey } from '#tests/support/report-factories.ts';

const half = '😀'.slice(0, 1);

it.each<[string, unknown, Record<string, string> | null]>([
  ['a NUL character', { name: 'a\0b' }, { name: 'TEXT_UNREADABLE' }],
  ['half a surrogate pair, first or last', { name: `b${half}` }, { name: 'TEXT_UNREADABLE' }],
  ['the other half', { name: '😀'.slice(1) }, { name: 'TEXT_UNREADABLE' }],
  ['one deep inside', { cells: [{ reason: 'ok' }, { reason: '\0' }] }, { 'cells.1.reason': 'TEXT_UNREADABLE' }],
  ['a key', { answers: { 'a\0': 1 } }, { answers: 'TEXT_UNREADABLE' }],
  ['a text that is the whole input', '\0', { '': 'TEXT_UNREADABLE' }],
  ['whole characters beyond the first plane, line ends and marks', { name: '👩🏽‍⚕️ 𐌰\n\t\u200e' }, null],
  ['no text at all', [null, undefined, 0, true, {}], null],
])('%s is refused by the path where it stands, or let through', (_title, input, fields) => {
  if (fields) expect(() => assertReadableText(input)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', fields }));
  else expect(() => assertReadableText(input)).not.toThrow();
});

onEachEngine('a text that one engine could not keep', (open) => {
  it('is refused by every procedure before it is looked at, and nothing is written', async () => {
    const database = await open();
    const { focalPoint, secretariat } = await insertPeople(database);
    const rows = await countRows(database);
    const mine = callerFor(database, focalPoint);
    const theirs = callerFor(database, secretariat);
    for (const bad of ['a\0b', `a${half}`]) {
      const cutOff = { reportKey: stuntingKey, expectedVersion: 0, cutOffDate: null, cutOffLabel: bad };
      const exception = { issueId: 'ST' as const, month: '2026-10', dueDay: 7, dueDate: null, note: bad };
      const origin = { indicatorId: 'ST_SASARAN', areaId: bad, month: '2026-09' };
      const refused = [
        await refusal(mine.report.saveEntry(figure({ note: bad }))),
        await refusal(mine.report.setCutOff(cutOff)),
        await refusal(theirs.deadline.create(exception)),
        await refusal(callerFor(database, null).origin.get(origin)),
      ];
      expect(refused.map(({ code, fields }) => [code, Object.keys(fields)])).toEqual([
        ['BAD_INPUT', ['note']],
        ['BAD_INPUT', ['cutOffLabel']],
        ['BAD_INPUT', ['note']],
        ['BAD_INPUT', ['areaId']],
      ]);
    }
    expect(await countRows(database)).toEqual(rows);
  });

  it('is kept where its characters are whole', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const { cell } = await callerFor(database, focalPoint).report.saveEntry(figure({ note: 'Selesai 👍🏽' }));
    expect(cell.note).toBe('Selesai 👍🏽');
  });
});
