// @vitest-environment jsdom

import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeckEditor } from '#client/features/briefing/deck-editor.tsx';
import { deckQuery } from '#client/features/briefing/deck-savers.ts';
import type { Deck } from '#shared/briefing/deck.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import { slides as contents, deckContent } from '#tests/support/briefing-fixtures.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();

const kinds = ['cover', 'issue', 'two_truths'] as const;

function slideOf(kind: (typeof kinds)[number], rest: Partial<Slide> = {}): Slide {
  const { id, filter } = contents[kind];
  return { id, kind, title: null, notes: '', filter, body: '', version: 1, pictureId: null, pictureAlt: '', ...rest };
}

function deckOf(rest: Partial<Deck> = {}): Deck {
  return {
    id: 'deck-1',
    title: 'Rapat koordinasi',
    month: '2023-08',
    data: 'verified',
    hideEmpty: true,
    version: 1,
    slideCount: kinds.length,
    editionCount: 0,
    createdByName: 'Ayu',
    updatedByName: 'Ayu',
    updatedAt: '2023-09-01T00:00:00.000Z',
    lastEdition: null,
    isSample: false,
    slides: kinds.map((kind) => slideOf(kind)),
    mayEdit: true,
    mayFreeze: true,
    ...rest,
  };
}

/** A server with one deck that can be edited. */
function serverWith(deck: Deck, handlers: Parameters<typeof fakeTrpc>[0] = {}) {
  let now = deck;
  let dataVersion = 7;
  const previewOf = (): DeckPreview => ({
    content: deckContent({
      slides: now.slides.map(({ kind, title }) => ({
        ...contents[kind === 'cover' ? 'cover' : kind === 'issue' ? 'issue' : 'two_truths'],
        written: title,
      })),
    }),
    pictures: [],
    dataVersion,
  });
  const fake = fakeTrpc({
    'briefing.deck': () => now,
    'briefing.preview': previewOf,
    'briefing.changeSlide': (input) => {
      const { slideId, ...fields } = Object(input);
      const known = now.slides.find(({ id }) => id === slideId);
      if (!known || known.version !== fields.version) throw new FakeAppError('VERSION_CONFLICT');
      const slide: Slide = { ...known, title: fields.title, notes: fields.notes, version: known.version + 1 };
      now = { ...now, slides: now.slides.map((each) => (each.id === slideId ? slide : each)) };
      return slide;
    },
    'briefing.moveSlide': (input) => {
      const { slideId, afterId } = Object(input);
      const moved = now.slides.filter(({ id }) => id === slideId);
      const others = now.slides.filter(({ id }) => id !== slideId);
      const place = others.findIndex(({ id }) => id === afterId) + 1;
      now = { ...now, slides: others.toSpliced(place, 0, ...moved) };
      return { slideIds: now.slides.map(({ id }) => id) };
    },
    'briefing.removeSlide': (input) => {
      now = { ...now, slides: now.slides.filter(({ id }) => id !== Object(input).slideId) };
      return null;
    },
    'briefing.restoreSlide': (input) => {
      now = { ...now, slides: deck.slides };
      return deck.slides.find(({ id }) => id === Object(input).slideId);
    },
    ...handlers,
  });
  return {
    ...fake,
    change: (next: (deck: Deck) => Deck) => {
      now = next(now);
    },
    moveData: () => {
      dataVersion += 1;
    },
  };
}

function Page() {
  const { data } = useQuery(deckQuery('deck-1'));
  return data && <DeckEditor deck={data} />;
}

const thumb = (place: number) => screen.findByRole('button', { name: new RegExp(`^Slide ${place} dari`) });
const order = () =>
  within(screen.getByRole('list', { name: 'Urutan slide' }))
    .getAllByRole('button', { name: /^Slide \d dari/ })
    .map((button) => button.getAttribute('data-slide'));

describe('the editor of a deck', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.unstubAllGlobals());

  it('saves a headline by itself and marks in words, at the field and on the slide, what its data do not bear out', async () => {
    const server = serverWith(deckOf());
    renderClient(<Page />, { role: 'secretariat' });
    await userEvent.click(await thumb(2));
    const field = await screen.findByLabelText('Kalimat utama');
    await waitFor(() => expect(field).toHaveAttribute('placeholder', contents.issue.proposed.id));
    await userEvent.click(field);
    await userEvent.paste('Baru 93 % sasaran dijangkau');
    expect(await screen.findByText(/Tertulis “93 %”|“93 %” tidak didukung/)).toBeInTheDocument();
    await waitFor(() => expect(server.callsTo('briefing.changeSlide')).toHaveLength(1), { timeout: 5_000 });
    expect(server.callsTo('briefing.changeSlide')[0]).toMatchObject({
      slideId: contents.issue.id,
      version: 1,
      title: 'Baru 93 % sasaran dijangkau',
    });
    expect(await screen.findByText(/^Tersimpan/)).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Pakai usulan' }));
    expect(field).toHaveValue('');
    expect(screen.queryByText(/“93 %”/)).toBeNull();
  });

  it('moves slides with the keyboard, and says where they are', async () => {
    const server = serverWith(deckOf());
    renderClient(<Page />, { role: 'secretariat' });
    (await thumb(1)).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(await screen.findByText('Slide Sampul kini di tempat 2 dari 3.')).toBeInTheDocument();
    expect(server.callsTo('briefing.moveSlide')).toEqual([
      { deckId: 'deck-1', slideId: contents.cover.id, afterId: contents.issue.id },
    ]);
    expect(order()).toEqual([contents.issue.id, contents.cover.id, contents.two_truths.id]);
    await userEvent.keyboard('{End}');
    expect(await thumb(3)).toHaveFocus();
  });

  it('drops a slide and brings it back', async () => {
    serverWith(deckOf());
    renderClient(<Page />, { role: 'secretariat' });
    await userEvent.click(await thumb(3));
    await userEvent.click(screen.getByRole('button', { name: /^Hapus slide: Dua kebenaran/ }));
    expect(await screen.findByText(/^Slide “Dua kebenaran.*” dihapus\.$/)).toBeInTheDocument();
    expect(order()).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
    await waitFor(() => expect(order()).toHaveLength(3));
  });

  it('lets the person choose where somebody else changed the same field, and sends nothing before', async () => {
    const server = serverWith(deckOf());
    renderClient(<Page />, { role: 'secretariat' });
    await userEvent.click(await thumb(2));
    server.change((deck) => ({
      ...deck,
      slides: deck.slides.map((each) => (each.kind === 'issue' ? { ...each, title: 'Judul orang', version: 2 } : each)),
    }));
    await userEvent.type(await screen.findByLabelText('Kalimat utama'), 'Judul saya');
    const alert = await screen.findByText('Orang lain mengubah hal yang sama', {}, { timeout: 5_000 });
    const box = alert.closest('[role="alert"]');
    if (!(box instanceof HTMLElement)) throw new Error('There is no choice.');
    expect(box).toHaveTextContent('Judul saya');
    expect(box).toHaveTextContent('Judul orang');
    expect(server.callsTo('briefing.changeSlide')).toHaveLength(1);
    await userEvent.click(within(box).getByRole('button', { name: 'Pakai punya orang lain' }));
    await waitFor(() => expect(screen.getByLabelText('Kalimat utama')).toHaveValue('Judul orang'));
  });

  it('says before freezing what the edition will hold, and asks again when figures moved meanwhile', async () => {
    let attempts = 0;
    const head = { id: 'e1', deckId: 'deck-1', number: 1 };
    const server = serverWith(deckOf({ slides: [slideOf('cover'), slideOf('issue')] }), {
      'briefing.freeze': () => {
        attempts += 1;
        if (attempts > 1) return head;
        server.moveData();
        server.change((deck) => ({ ...deck, slides: [...deck.slides, slideOf('two_truths')] }));
        throw new FakeAppError('EDITION_DATA_MOVED');
      },
    });
    renderClient(<Page />, { role: 'secretariat' });
    await thumb(2);
    await userEvent.click(screen.getByRole('button', { name: 'Bekukan…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Bekukan menjadi edisi' });
    expect(await within(dialog).findByText('Slide dalam edisi')).toBeInTheDocument();
    expect(dialog).toHaveTextContent('Agustus 2023');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Bekukan' }));
    expect(await within(dialog).findByText('Isi slide berubah sejak Anda melihatnya')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Bekukan dengan angka terbaru' }));
    await waitFor(() => expect(attempts).toBe(2));
    const [first, second] = server.callsTo('briefing.freeze');
    expect(first).toMatchObject({ dataVersion: 7, acceptNewer: false });
    expect(second).toMatchObject({ dataVersion: 8, acceptNewer: true });
    // One intention, one edition, however often it is asked for.
    expect(Object(second).editionId).toBe(Object(first).editionId);
  });

  it('shows those who only read a deck nothing that changes it', async () => {
    serverWith(deckOf({ mayEdit: false, mayFreeze: false, slides: [slideOf('issue', { notes: 'Sebut Mamasa.' })] }));
    renderClient(<Page />, { role: 'focal_point' });
    expect(await screen.findByText('Sebut Mamasa.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Tambah slide' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Bekukan…' })).toBeNull();
    expect(screen.queryByLabelText('Kalimat utama')).toBeNull();
  });
});
