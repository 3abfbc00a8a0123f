// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import { saveEntryInput } from '#shared/report.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';
import { gridCell, reportGrid, savedAnswer } from '#tests/support/report-grid.ts';

allowSlowDom();

/** jsdom has no layout: the phone's media query is answered here. */
function pretendPhone() {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('47.99em'),
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

function setUp() {
  pretendPhone();
  const grid = reportGrid();
  const server = fakeTrpc({
    'report.saveEntry': (raw) => {
      const { indicatorId, areaId, kind, value, baseVersion } = saveEntryInput.parse(raw);
      return savedAnswer(grid, gridCell(indicatorId, areaId, { kind, value, version: baseVersion + 1 }));
    },
  });
  renderClient(<EntryWorkspace grid={grid} badge={null} deadline={null} />);
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
  return { values, field, user: userEvent.setup({ delay: null }) };
}

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the cards of a phone', () => {
  it('take figures as they are written, in fields with a number pad', async () => {
    const { values, field, user } = setUp();
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
    const { values, field, user } = setUp();
    await user.type(field('Harga', 0), '1.612');
    await user.click(screen.getByRole('button', { name: '1.612,00 persen' }));
    await waitFor(() => expect(values()).toEqual([161200]));
    await waitFor(() => expect(field('Harga', 0)).toHaveValue('1.612,00'));
  });

  it('keep what cannot be read, and say why', async () => {
    const { values, field, user } = setUp();
    await user.type(field('Sasaran', 0), 'enam');
    await user.tab();
    expect(field('Sasaran', 0)).toHaveValue('enam');
    expect(field('Sasaran', 0)).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByText(/Ini bukan angka/)).toBeInTheDocument();
    expect(values()).toEqual([]);
  });
});
