import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportFailedError, failureOf } from '#server/export/export-failure.ts';
import { exportFileName } from '#server/export/export-name.ts';
import { progressLine } from '#server/export/progress-line.ts';
import { lineWidth, runsOf } from '#server/export/type-face.ts';
import { trueTypeOf } from '#server/export/woff.ts';
import { writeWhole } from '#server/export/write-whole.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';

describe('the name of a file', () => {
  const head = { title: 'Rapat Koordinasi Agustus 2026', month: '2026-08', number: 2 };
  it.each([
    ['pptx', 'id', 'A4', null, 'Rapat Koordinasi Agustus 2026 – Edisi 2.pptx'],
    ['pptx', 'en', 'A4', null, 'Rapat Koordinasi Agustus 2026 – Edition 2.pptx'],
    ['pdf', 'id', 'A4', null, 'Rapat Koordinasi Agustus 2026 – Edisi 2.pdf'],
    ['handout', 'id', 'A4', null, 'Rapat Koordinasi Agustus 2026 – Edisi 2 – Handout.pdf'],
    ['recap', 'id', 'A4', null, 'Rekapitulasi Penanganan 4+1 Agustus 2026 – Edisi 2.pdf'],
    ['recap', 'id', 'F4', null, 'Rekapitulasi Penanganan 4+1 Agustus 2026 – Edisi 2 – F4.pdf'],
    ['xlsx', 'id', 'A4', null, 'Rapat Koordinasi Agustus 2026 – Edisi 2.xlsx'],
    ['png', 'id', 'A4', null, 'Rapat Koordinasi Agustus 2026 – Edisi 2 – Gambar slide.zip'],
    ['png', 'id', 'A4', 3, 'Rapat Koordinasi Agustus 2026 – Edisi 2 – Slide 3.png'],
  ] as const)('of %s in %s on %s', (kind, locale, paper, slide, name) => {
    expect(exportFileName(head, { kind, locale, paper }, slide)).toBe(name);
  });

  it('keeps the edition of a deck with a long or unruly title', () => {
    const settings = { kind: 'pdf', locale: 'id', paper: 'A4' } as const;
    expect(exportFileName({ ...head, title: 'Rapat 10/08/2026: "stunting"' }, settings, null)).toBe(
      'Rapat 10-08-2026 stunting – Edisi 2.pdf',
    );
    const long = exportFileName({ ...head, title: 'Rapat '.repeat(26) }, settings, null);
    expect(long).toMatch(/… – Edisi 2\.pdf$/);
    expect([...long].length).toBeLessThan(100);
  });
});

describe('letters', () => {
  it('are as wide as the layout of slides reckons', () => {
    for (const text of ['Separuh lebih sasaran, 16.377 anak (55,5 %)', 'Penanganan 4+1 – “Édisi” … ↑↓−']) {
      for (const weight of [400, 700] as const) {
        expect(lineWidth(text, 46, weight)).toBeCloseTo(textWidth(text, 46, weight), 5);
      }
    }
  });

  it('come from the face that has them; what none has is set as its nearest', () => {
    const set = (text: string) => runsOf(text, 400).map((run) => [run.face.name, run.text]);
    expect(set('Mamuju')).toEqual([['arimo-latin-400', 'Mamuju']]);
    expect(set('aǔb')).toEqual([
      ['arimo-latin-400', 'a'],
      ['arimo-latin-ext-400', 'ǔ'],
      ['arimo-latin-400', 'b'],
    ]);
    expect(
      runsOf('≥ 5 \u200b→ 🎉', 400)
        .map(({ text }) => text)
        .join(''),
    ).toBe('>= 5 –› ?');
  });

  it('are refused from a file that is no WOFF font', () => {
    expect(() => trueTypeOf(Buffer.from('not a font at all'))).toThrow('not a WOFF font');
  });
});

describe('what went wrong', () => {
  it('is told from the code of the system', async () => {
    expect(failureOf(new ExportFailedError('INTERRUPTED', 'stopped'))).toBe('INTERRUPTED');
    expect(failureOf(Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))).toBe('TOO_LARGE');
    expect(failureOf(new Error('x'))).toBe('INTERNAL');
    // A device that is always full, where there is one.
    const full = await writeWhole('/dev/full', new Uint8Array(10)).catch((error: unknown) => error);
    if (process.platform === 'linux') expect(failureOf(full)).toBe('OUT_OF_SPACE');
    else expect(full).toBeInstanceOf(Error);
  });
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'satgas-whole-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written whole', async () => {
    await writeWhole(join(folder, 'a'), new TextEncoder().encode('content'));
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('content');
  });
});

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is noted seldom, never backwards, and as a sign of life when there is no news', async () => {
    const noted: number[] = [];
    const line = progressLine(
      async (value) => void noted.push(value),
      5000,
      () => {},
    );
    for (const value of [0.1, 0.2, 0.3]) line.report(value);
    await vi.advanceTimersByTimeAsync(300);
    line.report(0.25);
    await vi.advanceTimersByTimeAsync(3000);
    expect(noted).toEqual([0.3]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(noted).toEqual([0.3, 0.3]);
    await line.end();
    line.report(0.9);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(noted).toEqual([0.3, 0.3]);
  });
});
