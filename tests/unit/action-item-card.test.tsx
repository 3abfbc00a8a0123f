// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ItemCard } from '#client/features/action-item/item-card.tsx';
import type { FollowedFigure } from '#shared/action-item-brief.ts';
import type { ActionItem } from '#shared/meeting.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();
afterEach(() => vi.unstubAllGlobals());

const figure: FollowedFigure = {
  indicatorId: 'ST_KELUAR',
  nameId: 'Anak yang keluar dari status stunting',
  nameEn: 'Children who left stunting',
  unitId: 'anak',
  unitEn: 'children',
  decimals: 0,
  direction: 'higher',
  isPercentage: false,
  areaId: '76.04',
  areaName: 'Polewali Mandar',
  before: { month: '2023-07', value: 1054 },
  now: { month: '2023-08', value: 1120 },
  isComparable: true,
  moved: 'better',
};

function makeItem(overrides: Partial<ActionItem> = {}): ActionItem {
  return {
    id: 'item-1',
    text: 'Pinjamkan alat ukur',
    state: 'in_progress',
    issueId: 'ST',
    ownerAgencyId: 'biro-hukum',
    ownerAbbr: 'Biro Hukum',
    ownerName: 'Biro Hukum Setda',
    dueDate: '2023-08-20',
    daysLate: 12,
    meetingTitle: 'Rapat bulanan',
    meetingDate: '2023-07-20',
    figure,
    isSample: false,
    meetingId: 'meeting-1',
    decisionId: null,
    decisionText: null,
    slide: null,
    closingNote: null,
    closedOn: null,
    notes: [],
    mayProgress: true,
    mayChange: false,
    mayRemove: false,
    createdAt: '2023-07-20T02:00:00.000Z',
    version: 3,
    ...overrides,
  };
}

describe('an action item', () => {
  it('says in words that it is late, how it stands, and where its figure went', () => {
    renderClient(<ItemCard item={makeItem()} />);
    const card = screen.getByRole('listitem');
    expect(card).toHaveTextContent('terlambat 12 hari');
    expect(card).toHaveTextContent('Dikerjakan');
    expect(card).toHaveTextContent('Polewali Mandar');
    expect(card).toHaveTextContent('1.054 anak (Jul 2023)1.120 anak (Agt 2023)membaik');
    expect(within(card).getByRole('link', { name: 'Dari Rapat bulanan, 20 Juli 2023' })).toHaveAttribute(
      'href',
      '/koordinasi/meeting-1',
    );
  });

  it('does not judge a figure whose coverage changed, nor one without a later month', () => {
    const { unmount } = renderClient(
      <ItemCard item={makeItem({ figure: { ...figure, isComparable: false, moved: null } })} />,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent('cakupannya berbeda, belum dapat dibandingkan');
    expect(screen.getByRole('listitem')).not.toHaveTextContent('membaik');
    unmount();
    renderClient(<ItemCard item={makeItem({ figure: { ...figure, now: null, moved: null } })} />);
    expect(screen.getByRole('listitem')).toHaveTextContent('belum ada angka sesudahnya');
  });

  it('is closed to those who may only read it', () => {
    renderClient(<ItemCard item={makeItem({ mayProgress: false })} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('sends nothing without a reason when it is dropped, and the reason with what was seen', async () => {
    const server = fakeTrpc({ 'actionItem.progress': () => ({ version: 4 }) });
    const person = userEvent.setup();
    renderClient(<ItemCard item={makeItem()} />);
    await person.click(screen.getByRole('button', { name: 'Tindakan lain untuk “Pinjamkan alat ukur”' }));
    await person.click(await screen.findByRole('menuitem', { name: 'Batalkan' }));
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: 'Batalkan tindak lanjut' });
    await person.click(send);
    expect(within(dialog).getByText('Tulis dahulu alasannya.')).toBeVisible();
    expect(server.callsTo('actionItem.progress')).toEqual([]);
    await person.type(within(dialog).getByRole('textbox', { name: /^Alasan/ }), 'Alat dari pusat tiba.');
    await person.click(send);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('actionItem.progress')).toEqual([
      { id: 'item-1', version: 3, to: 'dropped', note: 'Alat dari pusat tiba.' },
    ]);
  });

  it('offers to take up again what is closed, and says how it ended', () => {
    renderClient(
      <ItemCard
        item={makeItem({ state: 'dropped', daysLate: 0, closedOn: '2023-08-25', closingNote: 'Tidak perlu lagi.' })}
      />,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent('Dibatalkan 25 Agustus 2023');
    expect(screen.getByRole('listitem')).toHaveTextContent('Tidak perlu lagi.');
    expect(screen.getByRole('button', { name: 'Buka lagi' })).toBeVisible();
  });
});
