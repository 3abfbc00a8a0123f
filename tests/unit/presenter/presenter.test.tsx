// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AudienceRoom } from '#client/features/presenter/audience-room.tsx';
import {
  type Presentation,
  presentationOfEdition,
  presentationOfPreview,
} from '#client/features/presenter/presentation.ts';
import { OriginContext } from '#client/lib/origin-context.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { type Invitee, type RecordAtSlideInput, recordAtSlideInput } from '#shared/meeting.ts';
import type { Role } from '#shared/permissions.ts';
import { deckContent, slideOf, slides } from '#tests/support/briefing-fixtures.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

const shown = [slides.cover, slides.situation, slides.issue, slides.regencies, slides.text];
const content = deckContent({ slides: shown });
const edition: Edition = {
  head: {
    id: 'edition-1',
    deckId: 'deck-1',
    number: 2,
    title: content.title,
    month: content.month,
    data: 'verified',
    frozenAt: '2023-08-27T23:40:00.000Z',
    frozenByName: 'Sekretariat',
    sha256: '4f9c1d7e58b2a36c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9aa21e',
    slideCount: shown.length,
    holdsSample: false,
  },
  content,
  pictures: [],
  isIntact: true,
  computedSha256: '4f9c1d7e58b2a36c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9aa21e',
};
const agencies: Invitee[] = [
  { agencyId: 'dinkes', abbr: 'Dinkes', name: 'Dinas Kesehatan', issueIds: ['ST'] },
  { agencyId: 'bps', abbr: 'BPS', name: 'Badan Pusat Statistik', issueIds: ['INF'] },
];

/** What the server is asked while a presentation is open; `record` may be a network that is down. */
function serverWith(record: (input: unknown) => unknown) {
  return fakeTrpc({
    'meeting.list': () => [],
    'meeting.invitees': () => agencies,
    'meeting.decisions': () => [],
    'actionItem.list': () => [],
    'meeting.recordAtSlide': record,
  });
}

function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{search}</output>;
}

const openOrigin = vi.fn();

function present(
  presentation: Presentation = presentationOfEdition(edition),
  { role = 'secretariat', address = '/' }: { role?: Role; address?: string } = {},
) {
  return renderClient(
    <OriginContext value={openOrigin}>
      <AudienceRoom presentation={presentation} isOriginOpen={false} closeOrigin={() => undefined} />
      <Address />
    </OriginContext>,
    { role, address },
  );
}

/** At once: letter by letter says no more and takes a second. */
async function write(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

const place = () => screen.getByTestId('address').textContent;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  openOrigin.mockReset();
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener(type: string, listener: () => void) {
        if (type === 'open' && navigator.onLine) queueMicrotask(listener);
      }
      close() {}
    },
  );
  // jsdom draws dialogs and does not open them.
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
  serverWith(() => ({ decisionId: null, actionItemId: null }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('presenting', () => {
  test('walks the slides by keyboard, and the address follows', async () => {
    present();
    const user = userEvent.setup();
    await user.keyboard('{ArrowRight}{PageDown}');
    await waitFor(() => expect(place()).toContain('slide=3'));
    expect(screen.getByText(/^Slide 3 dari 5: Separuh lebih sasaran/)).toBeInTheDocument();
    await user.keyboard('5{Enter}');
    await waitFor(() => expect(place()).toContain('slide=5'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(place()).toContain('slide=1'));
  });

  test('begins at the slide in the address, and at the first for nonsense', async () => {
    const { unmount } = present(undefined, { address: '/?slide=4' });
    expect(screen.getByText(/^Slide 4 dari 5/)).toBeInTheDocument();
    unmount();
    present(undefined, { address: '/?slide=x' });
    expect(screen.getByText(/^Slide 1 dari 5/)).toBeInTheDocument();
  });

  test('goes black and back to the same slide', async () => {
    present(undefined, { address: '/?slide=3' });
    const user = userEvent.setup();
    await user.keyboard('b');
    expect(screen.getByText(/^Layar dihitamkan/)).toBeInTheDocument();
    await user.keyboard(' ');
    expect(screen.getByText(/^Slide 3 dari 5/)).toBeInTheDocument();
  });

  test('has an overview that the arrow keys walk', async () => {
    present();
    const user = userEvent.setup();
    await user.keyboard('o');
    const overview = await screen.findByRole('dialog', { name: 'Ikhtisar slide' });
    expect(within(overview).getAllByRole('button', { name: /^Slide \d/ })).toHaveLength(5);
    expect(within(overview).getByRole('button', { name: /^Slide 1 / })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(place()).toContain('slide=4'));
  });

  test('every control has a name, and does what its key does', async () => {
    present();
    const user = userEvent.setup();
    const controls = screen.getByRole('toolbar', { name: 'Kendali tayangan' });
    for (const button of within(controls).getAllByRole('button')) expect(button).toHaveAccessibleName();
    await user.click(within(controls).getByRole('button', { name: 'Slide berikutnya' }));
    await waitFor(() => expect(place()).toContain('slide=2'));
    await user.click(within(controls).getByRole('button', { name: 'Menu dan daftar tombol' }));
    await user.click(await screen.findByRole('button', { name: /^Slide terakhir/ }));
    await waitFor(() => expect(place()).toContain('slide=5'));
  });

  test('leads from a figure to its origin', async () => {
    present(undefined, { address: '/?slide=3' });
    const [figure] = screen.getAllByRole('button', { name: /dari mana angka ini/ });
    if (!figure) throw new Error('There is no figure on the slide.');
    await userEvent.click(figure);
    expect(openOrigin).toHaveBeenCalledWith(expect.objectContaining({ indicatorId: expect.stringMatching(/^ST_/) }));
  });

  test('says that the origin needs the network, when there is none', async () => {
    present(undefined, { address: '/?slide=3' });
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText('Tanpa jaringan')).toBeInTheDocument();
    const [figure] = screen.getAllByRole('button', { name: /dari mana angka ini/ });
    if (!figure) throw new Error('There is no figure on the slide.');
    await userEvent.click(figure);
    expect(screen.getByText(/^Asal angka memerlukan jaringan/)).toBeInTheDocument();
    expect(openOrigin).not.toHaveBeenCalled();
    onLine.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.queryByText('Tanpa jaringan')).toBeNull());
  });

  test('says that an edition whose hash does not match is not what was frozen', () => {
    present(presentationOfEdition({ ...edition, isIntact: false }));
    expect(screen.getByText(/tidak cocok dengan sidiknya/)).toBeInTheDocument();
  });

  test('shows the speaker’s screen in the same window where a second one is blocked', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null);
    present(undefined, { address: '/?slide=3' });
    await userEvent.keyboard('p');
    expect(screen.getByText(/memblokir jendela kedua/)).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Catatan pembicara' })).toHaveTextContent(/Sebutkan dulu yang membaik/);
    expect(screen.getByRole('timer')).toHaveTextContent(/^\d+\.\d\d$/);
    await userEvent.keyboard('{ArrowRight}');
    const list = screen.getByRole('navigation', { name: 'Daftar slide' });
    expect(within(list).getByRole('button', { current: true })).toHaveTextContent(/^4/);
    await userEvent.keyboard('p');
    expect(screen.queryByText(/memblokir jendela kedua/)).toBeNull();
  });
});

describe('a live deck', () => {
  const empty = slideOf(slides.unavailable.body, { id: 'slide-empty' });
  const preview = {
    content: deckContent({ slides: [slides.cover, empty, slides.text] }),
    pictures: [],
    dataVersion: 4,
  };

  test('leaves out what has nothing to say, if asked to', () => {
    expect(presentationOfPreview(preview, true).slides.map(({ id }) => id)).toEqual(['slide-cover', 'slide-text']);
    expect(presentationOfPreview(preview, false).slides).toHaveLength(3);
  });

  test('is marked as a preview, and records nothing', async () => {
    present(presentationOfPreview(preview, true));
    expect(screen.getByText('Pratinjau, belum dibekukan')).toBeInTheDocument();
    await userEvent.keyboard('r');
    expect(screen.getByText(/^Keputusan dicatat pada edisi yang dibekukan/)).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('recording at a slide', () => {
  async function openItemForm(user: ReturnType<typeof userEvent.setup>) {
    await user.keyboard('r');
    const dialog = await screen.findByRole('dialog', { name: 'Catat pada slide 3' });
    await user.click(within(dialog).getByRole('radio', { name: 'Tindak lanjut' }));
    await within(dialog).findByRole('option', { name: 'Dinkes – Dinas Kesehatan' });
    return within(dialog);
  }

  test('asks for what is missing, and prefills issue, figure and due date', async () => {
    present(undefined, { address: '/?slide=3' });
    const user = userEvent.setup();
    const form = await openItemForm(user);
    expect(form.getByLabelText('Isu')).toHaveValue('ST');
    expect(form.getByRole('combobox', { name: 'Angka yang harus bergerak' })).toHaveValue('ST_INTERVENSI|76');
    await user.click(form.getByRole('button', { name: 'Catat' }));
    expect(form.getByText('Isian ini wajib diisi.')).toBeInTheDocument();
    expect(form.getByText('Pilih salah satu.')).toBeInTheDocument();
  });

  test('keeps it while the network is away, and sends it once when it is back', async () => {
    let isDown = true;
    const kept: RecordAtSlideInput[] = [];
    serverWith((input) => {
      if (isDown) throw new TypeError('Failed to fetch');
      kept.push(recordAtSlideInput.parse(input));
      return { decisionId: null, actionItemId: null };
    });
    present(undefined, { address: '/?slide=3' });
    const user = userEvent.setup();
    const form = await openItemForm(user);
    await write(user, form.getByLabelText(/^Yang harus dikerjakan/), 'Kunjungi 7.292 sasaran');
    await user.selectOptions(form.getByRole('combobox', { name: /^OPD penanggung jawab/ }), 'dinkes');
    await user.click(form.getByRole('button', { name: 'Catat' }));
    expect(await screen.findByRole('button', { name: '1 catatan menunggu jaringan' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();

    isDown = false;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText(/menunggu jaringan/)).toBeNull());
    window.dispatchEvent(new Event('online'));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      editionId: 'edition-1',
      slideId: 'slide-issue',
      decision: null,
      actionItem: { text: 'Kunjungi 7.292 sasaran', ownerAgencyId: 'dinkes', issueId: 'ST' },
    });
    await user.click(screen.getByRole('button', { name: '1 tindak lanjut' }));
    const records = within(await screen.findByRole('dialog', { name: 'Catatan pada slide 3' }));
    expect(records.getByText('Kunjungi 7.292 sasaran')).toBeInTheDocument();
    expect(records.getByText('tersimpan')).toBeInTheDocument();
  });

  test('leaves the text in the form when the server refuses', async () => {
    serverWith(() => {
      throw new FakeAppError('MEETING_NOT_FOUND');
    });
    present(undefined, { address: '/?slide=3' });
    const user = userEvent.setup();
    await user.keyboard('r');
    const form = within(await screen.findByRole('dialog'));
    await write(user, form.getByLabelText(/^Isi keputusan/), 'Verval diulang di dua kabupaten');
    await user.click(form.getByRole('button', { name: 'Catat' }));
    expect(await form.findByRole('alert')).toHaveTextContent(/^Rapat ini tidak ditemukan/);
    expect(form.getByLabelText(/^Isi keputusan/)).toHaveValue('Verval diulang di dua kabupaten');
    expect(screen.getByRole('button', { name: '1 catatan ditolak', hidden: true })).toBeInTheDocument();
  });

  test('a form closed by mistake still holds its words', async () => {
    present(undefined, { address: '/?slide=3' });
    const user = userEvent.setup();
    await user.keyboard('r');
    await write(user, within(await screen.findByRole('dialog')).getByLabelText(/^Isi keputusan/), 'Belum selesai');
    await user.click(screen.getByRole('button', { name: 'Batal' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('r');
    expect(within(await screen.findByRole('dialog')).getByLabelText(/^Isi keputusan/)).toHaveValue('Belum selesai');
  });

  test('is refused in words to those who may not', async () => {
    present(undefined, { role: 'focal_point' });
    await userEvent.keyboard('r');
    expect(screen.getByText('Peran Anda tidak mencakup pencatatan keputusan.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Catat keputusan/ })).toBeNull();
  });
});
