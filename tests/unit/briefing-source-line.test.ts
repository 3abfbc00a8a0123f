import { describe, expect, test } from 'vitest';
import { footnotesOf, holdsSample } from '#shared/briefing/footnotes.ts';
import { sourceLineOf } from '#shared/briefing/source-line.ts';
import { card, cascade, figure, headline, month, province } from '#tests/support/figure-answers.ts';
import {
  actionItem,
  completenessBody,
  inflationBody,
  issueBody,
  situationBody,
  trajectory,
} from '#tests/support/slide-bodies.ts';

describe('the source line', () => {
  test('of reported figures says whose, whether verified, and the cut-off that the reports name', () => {
    expect(sourceLineOf(issueBody({ outcome: null }), month)).toEqual({
      id: 'Sumber: laporan OPD penanggung jawab wilayah, terverifikasi · s.d. minggu II Agustus 2023',
      en: 'Source: reports of the agencies responsible for the areas, verified · up to 14 August 2023',
    });
  });

  test('says provisional as soon as one figure is', () => {
    const provisional = card({ headline: headline({ figure: figure({ basis: 'provisional' }) }) });
    expect(sourceLineOf(situationBody({ cards: [provisional, card()] }), month).id).toContain('wilayah, sementara');
  });

  test('names the publications beside the reports, each once', () => {
    expect(sourceLineOf(issueBody(), month).id).toBe(
      'Sumber: laporan OPD penanggung jawab wilayah, terverifikasi; SSGI, Kementerian Kesehatan · s.d. minggu II Agustus 2023',
    );
    expect(sourceLineOf(inflationBody(3.2, 2.1), month).id).toBe('Sumber: BPS · Agustus 2023');
  });

  test('of lists says what they were read from', () => {
    expect(sourceLineOf(completenessBody(41, 47, 6), month).id).toBe(
      'Sumber: catatan pelaporan Satgas 4+1 · tenggat 5 September 2023',
    );
    expect(sourceLineOf({ kind: 'action_items', asOf: '2023-09-11', items: [actionItem()] }, month).en).toBe(
      'Source: follow-up list of the coordination meetings · as of 11 September 2023',
    );
  });

  test('is empty where nothing has a source', () => {
    const cover = { kind: 'cover', province, subtitle: '', pictureSha256: null, pictureAlt: '' } as const;
    expect(sourceLineOf(cover, month)).toEqual({ id: '', en: '' });
    expect(sourceLineOf(situationBody({ cards: [] }), month)).toEqual({ id: '', en: '' });
  });
});

describe('footnotes', () => {
  test('say how many districts a figure covers', () => {
    expect(footnotesOf(issueBody({ outcome: null }), month)).toEqual([
      { id: 'Data 58 dari 69 kecamatan', en: 'Data of 58 of 69 districts' },
    ]);
  });

  test('say that a share was left out only where a stage shows none', () => {
    const made = cascade({ target: 16_377, reached: 9085, left: 1054 });
    const note = 'Sebagian tahap tidak mencakup wilayah yang sama; bagian di antaranya tidak dihitung';
    // Of those reached there is a share, though not of the target group.
    const both = [
      {
        id: 'leftOfReached' as const,
        part: 'left' as const,
        whole: 'reached' as const,
        value: 11.6,
        isComparable: true,
      },
      {
        id: 'leftOfTarget' as const,
        part: 'left' as const,
        whole: 'target_group' as const,
        value: 6.4,
        isComparable: false,
      },
    ];
    const notesOf = (shares: typeof made.shares) =>
      footnotesOf(issueBody({ cascade: { ...made, shares }, outcome: null }), month).map(({ id }) => id);
    expect(notesOf(both)).not.toContain(note);
    expect(notesOf(both.map((share) => ({ ...share, isComparable: false })))).toContain(note);
    expect(notesOf([])).not.toContain(note);
  });

  test('say nothing of a complete figure', () => {
    const complete = figure({ held: 69 });
    const body = situationBody({
      cards: [card({ headline: headline({ figure: complete }), reached: null, left: null })],
    });
    expect(footnotesOf(body, month)).toEqual([]);
  });

  test('tell of age, sample and provisional data, and breaks', () => {
    const old = figure({ month: '2023-06', held: 69, isSample: true, basis: 'provisional' });
    const breaks = [
      { indicatorId: 'ST_INTERVENSI', month: '2023-05', labelId: 'cara hitung baru', labelEn: 'new method' },
    ];
    const body = issueBody({
      headline: { ...headline({ figure: old }), trajectory: { ...trajectory, series: [], breaks } },
      outcome: null,
      cascade: null,
    });
    expect(footnotesOf(body, month).map((note) => note.id)).toEqual([
      'Angka terakhir: Diintervensi Juni 2023',
      'Memuat data contoh',
      'Memuat angka sementara yang belum diverifikasi',
      'Putus deret Mei 2023: cara hitung baru',
    ]);
    expect(holdsSample(body)).toBe(true);
  });

  test('do not call a missing sample figure sample data', () => {
    const missing = figure({ value: null, isSample: true });
    expect(
      holdsSample(situationBody({ cards: [card({ headline: headline({ figure: missing }), reached: null })] })),
    ).toBe(false);
  });
});
