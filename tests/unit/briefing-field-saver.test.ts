import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { localDrafts } from '#client/features/briefing/draft-store.ts';
import { FieldSaver, type SaveAnswer } from '#client/features/briefing/field-saver.ts';
import { mergeFields } from '#client/features/briefing/merge-fields.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';

const schema = z.object({ title: z.string().nullable(), notes: z.string() });
type Words = z.infer<typeof schema>;

const empty: Words = { title: null, notes: '' };
const known = { version: 3, fields: empty };

function setUp() {
  const storage = memoryStorage();
  const requests: { version: number; fields: Words; answer: (answer: SaveAnswer<Words>) => Promise<void> }[] = [];
  const saver = new FieldSaver<Words>({
    drafts: localDrafts('place', schema, storage),
    send: (_key, version, fields) =>
      new Promise((resolve) =>
        requests.push({
          version,
          fields,
          answer: async (answer) => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          },
        }),
      ),
    delayMs: 100,
    retryDelaysMs: [1_000],
    now: () => 5,
  });
  const stored = () => localDrafts('place', schema, storage).all();
  return { saver, requests, stored, phase: () => saver.snapshot().get('a')?.phase };
}

const saved = (version: number, fields: Words): SaveAnswer<Words> => ({ kind: 'saved', version, fields });

describe('the saver of a deck', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps a field that was just saved when the next one is changed on a screen that is behind', async () => {
    const { saver, requests } = setUp();
    saver.change('a', { title: 'Judul' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer(saved(4, { title: 'Judul', notes: '' }));
    saver.change('a', { notes: 'Catatan' }, known);
    await vi.advanceTimersByTimeAsync(100);
    expect(requests[1]).toMatchObject({ version: 4, fields: { title: 'Judul', notes: 'Catatan' } });
  });

  it('tells what it saved last, for a list that the answer has not reached', async () => {
    const { saver, requests } = setUp();
    saver.change('a', { title: 'Judul' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer(saved(4, { title: 'Judul', notes: '' }));
    expect(saver.snapshot().get('a')).toEqual({
      phase: 'saved',
      at: 5,
      kept: { version: 4, fields: { title: 'Judul', notes: '' } },
    });
  });

  it('sends once after a pause, and keeps what is typed on the device until it is confirmed', async () => {
    const { saver, requests, stored, phase } = setUp();
    saver.change('a', { ...empty, title: 'S' }, known);
    saver.change('a', { ...empty, title: 'Separuh' }, known);
    expect(requests).toHaveLength(0);
    expect(stored()).toEqual({ a: { base: empty, fields: { ...empty, title: 'Separuh' }, version: 3 } });
    await vi.advanceTimersByTimeAsync(100);
    expect(requests).toMatchObject([{ version: 3, fields: { title: 'Separuh' } }]);
    await requests[0]?.answer(saved(4, { ...empty, title: 'Separuh' }));
    expect(phase()).toBe('saved');
    expect(stored()).toEqual({});
    expect(saver.hasUnsaved()).toBe(false);
  });

  it('sends what was typed meanwhile on the version that came back', async () => {
    const { saver, requests } = setUp();
    saver.change('a', { ...empty, title: 'Satu' }, known);
    await vi.advanceTimersByTimeAsync(100);
    saver.change('a', { ...empty, title: 'Satu dua' }, known);
    await vi.advanceTimersByTimeAsync(100);
    expect(requests).toHaveLength(1);
    await requests[0]?.answer(saved(4, { ...empty, title: 'Satu' }));
    expect(requests[1]).toMatchObject({ version: 4, fields: { title: 'Satu dua' } });
  });

  it('puts changes of two people to different fields together without asking', async () => {
    const { saver, requests, phase } = setUp();
    saver.change('a', { ...empty, title: 'Judul saya' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer({ kind: 'conflict', version: 7, fields: { ...empty, notes: 'catatan orang' } });
    expect(requests[1]).toMatchObject({ version: 7, fields: { title: 'Judul saya', notes: 'catatan orang' } });
    await requests[1]?.answer(saved(8, { title: 'Judul saya', notes: 'catatan orang' }));
    expect(phase()).toBe('saved');
  });

  it('asks where both changed one field, and sends nothing before', async () => {
    const { saver, requests, stored, phase } = setUp();
    saver.change('a', { title: 'Judul saya', notes: 'catatan saya' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer({ kind: 'conflict', version: 7, fields: { ...empty, title: 'Judul orang' } });
    expect(phase()).toBe('conflict');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
    expect(stored().a?.fields.title).toBe('Judul saya');
    saver.choose('a', 'theirs');
    await vi.advanceTimersByTimeAsync(0);
    // Theirs where the two clash; the own notes are nobody else's.
    expect(requests[1]).toMatchObject({ version: 7, fields: { title: 'Judul orang', notes: 'catatan saya' } });
  });

  it('puts the own words over theirs when that is chosen', async () => {
    const { saver, requests } = setUp();
    saver.change('a', { ...empty, title: 'Judul saya' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer({ kind: 'conflict', version: 7, fields: { ...empty, title: 'Judul orang' } });
    saver.choose('a', 'mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(requests[1]).toMatchObject({ version: 7, fields: { title: 'Judul saya' } });
  });

  it('keeps and tries again what could not be sent', async () => {
    const { saver, requests, stored, phase } = setUp();
    saver.change('a', { ...empty, title: 'Luring' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer({ kind: 'failed', error: new AppClientError('NETWORK') });
    expect(phase()).toBe('failed');
    expect(stored().a?.fields.title).toBe('Luring');
    await vi.advanceTimersByTimeAsync(1_000);
    await requests[1]?.answer(saved(4, { ...empty, title: 'Luring' }));
    expect(phase()).toBe('saved');
  });

  it('says whether everything is on the server after sending what was waiting', async () => {
    const { saver, requests } = setUp();
    saver.change('a', { ...empty, title: 'Satu' }, known);
    const settled = saver.settle();
    await vi.advanceTimersByTimeAsync(0);
    await requests[0]?.answer(saved(4, { ...empty, title: 'Satu' }));
    expect(await settled).toBe(true);

    saver.change('a', { ...empty, title: 'Dua' }, known);
    const failed = saver.settle();
    await vi.advanceTimersByTimeAsync(0);
    await requests[1]?.answer({ kind: 'failed', error: new AppClientError('NETWORK') });
    expect(await failed).toBe(false);
  });

  it('takes up what an earlier visit left, unless somebody changed the same field since', async () => {
    const one = setUp();
    one.saver.restore('a', { base: empty, fields: { ...empty, title: 'Kemarin' } }, { version: 9, fields: empty });
    await vi.advanceTimersByTimeAsync(0);
    expect(one.requests).toMatchObject([{ version: 9, fields: { title: 'Kemarin' } }]);

    const other = setUp();
    const theirs = { ...empty, title: 'Judul orang' };
    other.saver.restore('a', { base: empty, fields: { ...empty, title: 'Kemarin' } }, { version: 9, fields: theirs });
    expect(other.phase()).toBe('conflict');
  });

  it('sends again what was refused once its slide is back', async () => {
    const { saver, requests, phase } = setUp();
    saver.change('a', { ...empty, notes: 'penting' }, known);
    await vi.advanceTimersByTimeAsync(100);
    await requests[0]?.answer({ kind: 'refused', error: new AppClientError('SLIDE_NOT_FOUND') });
    expect(phase()).toBe('refused');
    saver.retry('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(requests[1]?.fields.notes).toBe('penting');
  });
});

describe('merging what two people made of the same', () => {
  it('does not call it a clash when both wrote the same', () => {
    const both = { title: 'Sama', notes: '' };
    expect(mergeFields(empty, both, both)).toEqual({ fields: both, clashes: [] });
  });

  it('keeps what only one of them changed', () => {
    expect(mergeFields(empty, { title: 'A', notes: '' }, { title: null, notes: 'b' })).toEqual({
      fields: { title: 'A', notes: 'b' },
      clashes: [],
    });
  });
});

describe('drafts on the device', () => {
  it('are not half taken up when they are not understood', () => {
    const storage = memoryStorage();
    storage.setItem('place', '{"a":{"fields":{"title":5}}}');
    expect(localDrafts('place', schema, storage).all()).toEqual({});
  });
});
