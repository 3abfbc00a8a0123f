// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ComparisonView } from '#client/features/briefing/comparison-view.tsx';
import { DeckList } from '#client/features/briefing/deck-list.tsx';
import { EditionView } from '#client/features/briefing/edition-view.tsx';
import { ExportMenu } from '#client/features/export/export-menu.tsx';
import { OriginContext } from '#client/lib/origin-context.ts';
import type { EditionComparison } from '#shared/briefing/change.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import type { ExportJob } from '#shared/briefing/export.ts';
import { changesBody } from '#tests/support/briefing/work-bodies.ts';
import { deckContent, slides } from '#tests/support/briefing-fixtures.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();
afterEach(() => vi.unstubAllGlobals());

const sha256 = '4f9c1d7e58b2a36c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9aa21e';
const content = deckContent({ slides: [slides.cover, slides.issue] });

function editionOf(rest: Partial<Edition> = {}): Edition {
  return {
    head: {
      id: 'edition-1',
      deckId: 'deck-1',
      number: 2,
      title: content.title,
      month: content.month,
      data: 'verified',
      frozenAt: '2023-08-27T23:40:00.000Z',
      frozenByName: 'Ayu',
      sha256,
      slideCount: 2,
      holdsSample: false,
    },
    content,
    pictures: [],
    isIntact: true,
    computedSha256: sha256,
    ...rest,
  };
}

describe('an edition', () => {
  it('says who froze it and when, and that it is intact', () => {
    renderClient(<EditionView edition={editionOf()} onView={() => undefined} />);
    expect(screen.getByText('28 Agustus 2023 07.40 WITA oleh Ayu')).toBeInTheDocument();
    expect(screen.getByText(sha256)).toBeInTheDocument();
    expect(screen.getByText('Utuh: tanda cocok dengan isinya')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('warns when its content is not what was frozen, and shows both marks', () => {
    const computedSha256 = sha256.replace('4f', '00');
    renderClient(<EditionView edition={editionOf({ isIntact: false, computedSha256 })} onView={() => undefined} />);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Edisi ini TIDAK utuh');
    expect(alert).toHaveTextContent(computedSha256);
    expect(screen.queryByText('Utuh: tanda cocok dengan isinya')).toBeNull();
  });

  it('shows the notes when they are asked for', async () => {
    renderClient(<EditionView edition={editionOf()} onView={() => undefined} />);
    expect(screen.queryByText(slides.issue.notes)).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: /catatan pembicara/ }));
    expect(screen.getAllByText(slides.issue.notes)).toHaveLength(2);
  });

  it('leads from a figure on a slide to its origin', async () => {
    const opened = vi.fn();
    renderClient(
      <OriginContext value={opened}>
        <EditionView edition={editionOf()} onView={() => undefined} />
      </OriginContext>,
    );
    const [figure] = screen.getAllByRole('button', { name: /9\.085.*dari mana angka ini\?/ });
    if (!figure) throw new Error('The figure is no button.');
    await userEvent.click(figure);
    expect(opened).toHaveBeenCalledWith({ indicatorId: 'ST_INTERVENSI', areaId: '76', month: '2023-08' });
  });
});

function comparisonOf(rest: Partial<EditionComparison> = {}): EditionComparison {
  const side = {
    editionId: 'edition-1',
    number: 2,
    title: 'Rapat',
    month: '2023-08',
    at: '2023-08-27T23:40:00.000Z',
    sha256,
  };
  return {
    from: side,
    to: { ...side, editionId: null, number: null, sha256: null, at: '2023-09-10T00:00:00.000Z' },
    changes: changesBody.changes,
    movements: [],
    slides: { added: [], removed: [] },
    ...rest,
  };
}

describe('what changed', () => {
  it('names every figure with its reason from the ledger, and who and what it did to the province', () => {
    renderClient(<ComparisonView comparison={comparisonOf()} />);
    const explained = changesBody.changes.find(({ reasons }) => reasons.length > 0);
    const [reason] = explained?.reasons ?? [];
    if (!explained || !reason) throw new Error('The sample has no reason.');
    const row = screen.getAllByText(`“${reason.reason}”`)[0]?.closest('tr');
    expect(row).toHaveTextContent(explained.areaName);
    expect(row).toHaveTextContent('dikoreksi');
    expect(row).toHaveTextContent(reason.correctedByName ?? '');
    expect(row).toHaveTextContent('Jumlah provinsi:');
    expect(screen.getAllByRole('row')).toHaveLength(changesBody.changes.length + 1);
  });

  it('does not call a figure corrected that the ledger does not know', () => {
    const changes = changesBody.changes.map((change) => ({ ...change, kind: 'corrected' as const, reasons: [] }));
    renderClient(<ComparisonView comparison={comparisonOf({ changes })} />);
    expect(screen.getAllByText('nilainya berubah')).toHaveLength(changes.length);
    expect(screen.queryByText('dikoreksi')).toBeNull();
  });

  it('says so when nothing changed', () => {
    renderClient(<ComparisonView comparison={comparisonOf({ changes: [] })} />);
    expect(screen.getByText('Tidak ada angka yang berubah')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

function jobOf(rest: Partial<ExportJob> = {}): ExportJob {
  return {
    id: 'job-1',
    editionId: 'edition-1',
    kind: 'pdf',
    locale: 'id',
    state: 'running',
    progress: 0.4,
    fileName: 'Rapat – Edisi 2.pdf',
    byteSize: null,
    failure: null,
    createdAt: '2023-08-28T00:00:00.000Z',
    ...rest,
  };
}

describe('the files of an edition', () => {
  it('shows how far a file is, and downloads it when it is ready', async () => {
    const downloaded: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      downloaded.push(this.getAttribute('href') ?? '');
    });
    let jobs: ExportJob[] = [];
    fakeTrpc({
      'export.list': () => jobs,
      'export.start': () => {
        jobs = [jobOf()];
        return jobs[0];
      },
    });
    renderClient(<ExportMenu editionId="edition-1" />, { role: 'secretariat' });
    await userEvent.click(screen.getByRole('button', { name: 'Unduh berkas' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Buat PDF' }));
    expect(await screen.findByText('Sedang dibuat, 40 %')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: /Rapat – Edisi 2\.pdf/ })).toHaveAttribute('aria-valuenow', '40');
    jobs = [jobOf({ state: 'done', progress: 1, byteSize: 250_000 })];
    expect(await screen.findByText(/^Siap, 250 kB/)).toBeInTheDocument();
    expect(downloaded).toEqual(['/api/exports/job-1']);
    expect(screen.getByRole('link', { name: 'Unduh Rapat – Edisi 2.pdf' })).toHaveAttribute(
      'href',
      '/api/exports/job-1',
    );
  });

  it('says what went wrong and makes the file again', async () => {
    const server = fakeTrpc({
      'export.list': () => [jobOf({ state: 'failed', failure: 'OUT_OF_SPACE' })],
      'export.start': () => jobOf({ id: 'job-2', state: 'queued' }),
    });
    renderClient(<ExportMenu editionId="edition-1" />, { role: 'secretariat' });
    await userEvent.click(screen.getByRole('button', { name: 'Unduh berkas' }));
    const item = (await screen.findByRole('alert')).closest('li');
    if (!item) throw new Error('The failure stands in no item.');
    expect(item).toHaveTextContent('Ruang simpan peladen penuh');
    await userEvent.click(within(item).getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(server.callsTo('export.start')).toHaveLength(1));
    expect(server.callsTo('export.start')[0]).toMatchObject({ editionId: 'edition-1', kind: 'pdf', locale: 'id' });
  });
});

describe('the list of decks', () => {
  it('offers to begin one to those who may, and tells the others who does', () => {
    const { unmount } = renderClient(<DeckList decks={[]} onNew={() => undefined} />, { role: 'secretariat' });
    expect(screen.getByRole('button', { name: 'Bahan rapat baru' })).toBeInTheDocument();
    unmount();
    renderClient(<DeckList decks={[]} onNew={() => undefined} />, { role: 'focal_point' });
    expect(screen.queryByRole('button', { name: 'Bahan rapat baru' })).toBeNull();
    expect(screen.getByText(/disusun oleh sekretariat/)).toBeInTheDocument();
  });
});
