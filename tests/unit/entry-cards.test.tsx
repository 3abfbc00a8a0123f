// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import { saveEntryInput } from '#shared/report.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { freshDevice } from '#tests/support/fresh-device.ts';
import { renderClient } from '#tests/support/render-client.tsx';
import { areas, gridCell, indicators, reportGrid, savedAnswer } from '#tests/support/report-grid.ts';

allowSlowDom();
freshDevice();

/** jsdom has no layout: the phone's media query is answered here. */
function pretendPhone() {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('47.99em'),
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

async function setUp(grid = reportGrid()) {
  pretendPhone();
  const server = fakeTrpc({
    'report.saveEntry': (raw) => {
      const { indicatorId, areaId, kind, value, baseVersion } = saveEntryInput.parse(raw);
      return savedAnswer(grid, gridCell(indicatorId, areaId, { kind, value, version: baseVersion + 1 }));
    },
  });
  renderClient(<EntryWorkspace grid={grid} badge={null} deadline={null} />);
  const bar = await screen.findByRole('region', { name: 'Pengisian laporan' });
  const values = () =>
    server.callsTo('report.saveEntry').map((input) => {
      const { kind, value } = saveEntryInput.parse(input);
      return kind === 'number' ? value : kind;
    });
  const field = (label: string, area: number) => {
    const card = screen.getAllByRole('heading', { level: 2 })[area]?.closest('details');
    if (!card) throw new Error(`no card ${area}`);
    return within(card).getByLabelText<HTMLInputElement>(new RegExp(`^${label} `));
  };
  return { values, field, bar, user: userEvent.setup({ delay: null }) };
}

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the cards of a phone', () => {
  it('take figures as they are written, in fields with a number pad', async () => {
    const { values, field, user } = await setUp();
    expect(field('Sasaran', 0)).toHaveAttribute('inputmode', 'decimal');
    await user.type(field('Sasaran', 0), '1.612');
    await user.type(field('Harga', 0), '12,5');
    await user.type(field('Sasaran', 1), '0');
    await user.tab();
    await waitFor(() => expect(values()).toEqual([1612, 1250, 0]));
    expect(field('Sasaran', 0)).toHaveValue('1.612');
    expect(field('Sasaran', 1)).toHaveValue('0');
    expect(field('Valid', 1)).toHaveValue('');
    expect(field('Valid', 1)).toHaveAttribute('placeholder', 'belum ada data');
  });

  it('ask where a number can be read in two ways, without losing the field', async () => {
    const { values, field, user } = await setUp();
    await user.type(field('Harga', 0), '1.612');
    await user.click(screen.getByRole('button', { name: '1.612,00 persen' }));
    await waitFor(() => expect(values()).toEqual([161200]));
    await waitFor(() => expect(field('Harga', 0)).toHaveValue('1.612,00'));
  });

  it('keep what cannot be read, and say why', async () => {
    const { values, field, user } = await setUp();
    await user.type(field('Sasaran', 0), 'enam');
    await user.tab();
    expect(field('Sasaran', 0)).toHaveValue('enam');
    expect(field('Sasaran', 0)).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByText(/Ini bukan angka/)).toBeInTheDocument();
    expect(values()).toEqual([]);
  });
});

/** More areas than are open from the start. */
function wideGrid() {
  const names = ['Polewali', 'Binuang', 'Anreapi', 'Matakali', 'Wonomulyo', 'Tapango'];
  const [first] = areas;
  if (!first) throw new Error('no area');
  const many = names.map((name, index) => ({ ...first, id: `76.04.0${index + 1}`, name }));
  return reportGrid({
    areas: many,
    indicators: indicators.map((each) => (each.id === 'HARGA' ? { ...each, allowsNegative: true } : each)),
    cells: [gridCell('ST_SASARAN', '76.04.02', { value: 5 })],
    previousCells: [],
  });
}

function focusedCell(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
}

describe('one thumb', () => {
  it('goes on with the keyboard from card to card, and says where it is', async () => {
    const { bar, values, user } = await setUp(wideGrid());
    expect(screen.queryByRole('textbox', { name: /^Sasaran / })).toBeNull();
    await user.click(within(bar).getByRole('button', { name: 'Ke sel kosong berikutnya; 29 sel belum ada data' }));
    expect(focusedCell()).toBe('ST_SASARAN 76.04.01');
    for (const text of ['10', '9', '8', '7', '-1,25']) await user.keyboard(`${text}{Enter}`);
    expect(focusedCell()).toBe('ST_SASARAN 76.04.02');
    expect(within(screen.getByRole('region', { name: 'Pengisian sel ini' })).getByText('Binuang')).toBeInTheDocument();
    act(() => (document.activeElement as HTMLElement).blur());
    expect(within(bar).getByText('1 dari 6 wilayah lengkap')).toBeInTheDocument();
    await user.click(within(bar).getByRole('button', { name: /^Ke sel kosong berikutnya/ }));
    expect(focusedCell()).toBe('ST_VALID 76.04.02');
    await waitFor(() => expect(values()).toEqual([10, 9, 8, 7, -125]));
  });

  it('says that there is no figure, and turns a figure negative, without letters', async () => {
    const { bar, values, user } = await setUp(wideGrid());
    await user.click(within(bar).getByRole('button', { name: /^Ke sel kosong berikutnya/ }));
    await user.keyboard('12');
    await user.click(within(bar).getByRole('button', { name: 'Tidak berlaku' }));
    expect(focusedCell()).toBe('ST_VALID 76.04.01');
    expect(document.querySelector('[data-key="ST_SASARAN 76.04.01"] input')).toHaveAttribute(
      'placeholder',
      'tidak berlaku',
    );
    for (let step = 0; step < 3; step += 1) await user.click(within(bar).getByRole('button', { name: 'Berikutnya' }));
    expect(focusedCell()).toBe('HARGA 76.04.01');
    await user.keyboard('3,5');
    await user.click(within(bar).getByRole('button', { name: 'Ubah tanda plus atau minus' }));
    expect(document.activeElement).toHaveValue('-3,5');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(values()).toEqual(['not_applicable', -350]));
  });

  it('leads to what needs a look, and to what stands in the way of handing in', async () => {
    const { bar, values, user } = await setUp();
    const sasaran = screen.getAllByLabelText<HTMLInputElement>(/^Sasaran /)[0];
    if (!sasaran) throw new Error('no field');
    await user.type(sasaran, '5{Enter}9');
    await user.keyboard('{Enter}');
    act(() => (document.activeElement as HTMLElement).blur());
    await user.click(within(bar).getByRole('button', { name: 'Ke sel berikutnya yang perlu dilihat; 1 sel' }));
    expect(focusedCell()).toBe('ST_VALID 76.04.04');
    expect(screen.getAllByText('melebihi Sasaran 5').length).toBeGreaterThan(0);
    await waitFor(() => expect(values()).toEqual([5, 9]));
  });

  it('finds an area by name or code, and leaves a card that was completed under the thumb', async () => {
    const { user } = await setUp(wideGrid());
    await user.type(screen.getByRole('searchbox', { name: 'Cari wilayah atau kode' }), 'wono');
    expect(screen.getByText('Ditampilkan 1 dari 6 wilayah.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /Wonomulyo/ })).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: /Polewali/ })).toBeNull();
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByText('Belum lengkap 6'));
    await user.click(screen.getByRole('heading', { name: /Polewali/ }));
  });

  it('finds the bar above the keyboard', async () => {
    const viewport = Object.assign(new EventTarget(), { height: window.innerHeight, offsetTop: 0, scale: 1 });
    vi.stubGlobal('visualViewport', viewport);
    const { bar } = await setUp();
    expect(bar.style.getPropertyValue('--keyboard')).toBe('');
    act(() => {
      viewport.height -= 300;
      viewport.dispatchEvent(new Event('resize'));
    });
    expect(bar.style.getPropertyValue('--keyboard')).toBe('300px');
    act(() => {
      viewport.scale = 2;
      viewport.dispatchEvent(new Event('resize'));
    });
    expect(bar.style.getPropertyValue('--keyboard')).toBe('');
  });
});
