import { expect, it } from 'vitest';
import { preparedListQuery } from '#db/prepared-query.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const listNames = preparedListQuery<'ids' | 'parents', { name: string }, { id: string }>(
  ['ids', 'parents'],
  (db, lists, p) =>
    db
      .selectFrom('area')
      .select('id')
      .where('id', 'in', lists.ids)
      .where('parentId', 'in', lists.parents)
      .where('name', '!=', p.name)
      .orderBy('id'),
);

onEachEngine('a prepared query over lists', (open) => {
  it('finds the same rows for lists of any length, each once', async () => {
    const database = await open();
    const areas = await database.db
      .selectFrom('area')
      .select(['id', 'parentId'])
      .where('level', '=', 'district')
      .orderBy('id')
      .execute();
    const parents = [...new Set(areas.flatMap((row) => row.parentId ?? []))];
    for (const length of [1, 2, 3, 5, 8, 33, areas.length]) {
      const ids = areas.slice(0, length).map((row) => row.id);
      const rows = await listNames(database.db, { ids, parents }, { name: '' });
      expect(rows.map((row) => row.id)).toEqual(ids);
    }
  });

  it('binds other values to the same length, and finds nothing in an empty list', async () => {
    const database = await open();
    const ask = (ids: string[], parents: string[], name = '') => listNames(database.db, { ids, parents }, { name });
    expect(await ask(['76.04'], ['76'])).toEqual([{ id: '76.04' }]);
    expect(await ask(['76.05'], ['76'])).toEqual([{ id: '76.05' }]);
    expect(await ask(['76.05'], ['76.04'])).toEqual([]);
    const [regency] = await database.db.selectFrom('area').select('name').where('id', '=', '76.04').execute();
    expect(await ask(['76.04'], ['76'], regency?.name)).toEqual([]);
    expect(await ask([], ['76'])).toEqual([]);
    expect(await ask(['76.04'], [])).toEqual([]);
  });
});
