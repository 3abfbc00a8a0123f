// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Bell } from '#client/features/notification/bell.tsx';
import { GroupTextsPanel } from '#client/features/notification/group-texts.tsx';
import { NotificationSettingsPanel } from '#client/features/notification/notification-settings.tsx';
import { loadWords } from '#client/i18n/index.ts';
import {
  changeNotificationSettingsInput,
  type GroupTexts,
  markReadInput,
  type Notification,
  type NotificationSettings,
} from '#shared/notification.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();

const report = { issueId: 'ST', month: '2026-10', agencyId: 'biro-hukum', agencyAbbr: 'Biro Hukum' } as const;

const returned: Notification = {
  id: 'n2',
  kind: 'returned',
  createdAt: new Date().toISOString(),
  readAt: null,
  items: [{ ...report, reportKey: '2026-10_ST_biro-hukum', cells: 2, byName: 'Ayu' }],
};

const overdue: Notification = {
  id: 'n1',
  kind: 'overdue',
  createdAt: '2026-01-03T02:00:00.000Z',
  readAt: '2026-01-03T03:00:00.000Z',
  items: ['ST', 'KE', 'PA', 'ATS', 'INF'].map((issueId) => ({
    ...report,
    issueId: issueId as 'ST',
    reportKey: `2025-11_${issueId}_biro-hukum`,
    month: '2025-11',
    dueDate: '2025-12-05',
    days: 29,
    state: 'draft',
    missing: 4,
    returned: 0,
  })),
};

beforeAll(() => loadWords(['notification', 'workErrors']));
afterEach(() => {
  vi.unstubAllGlobals();
});

function setUp(notifications: Notification[]) {
  let list = notifications;
  const unread = () => list.filter(({ readAt }) => readAt === null).length;
  const server = fakeTrpc({
    'notification.unreadCount': () => ({ unread: unread() }),
    'notification.list': () => ({ unread: unread(), notifications: list }),
    'notification.markRead': (raw) => {
      const input = markReadInput.parse(raw);
      const isMeant = (each: Notification) =>
        'ids' in input ? input.ids.includes(each.id) : each.createdAt <= input.until;
      list = list.map((each) => (isMeant(each) ? { ...each, readAt: '2026-11-22T04:00:00.000Z' } : each));
      return { unread: unread() };
    },
  });
  renderClient(<Bell />);
  return { server, user: userEvent.setup({ delay: null }) };
}

describe('the bell', () => {
  it('says how many notices are unread, and lists them by day with a way to each report', async () => {
    const { user } = setUp([returned, overdue]);
    await user.click(await screen.findByRole('button', { name: 'Pemberitahuan, 1 belum dibaca' }));
    const panel = await screen.findByRole('dialog', { name: /^Pemberitahuan/ });
    const today = await within(panel).findByRole('region', { name: 'Hari ini' });
    expect(within(today).getByText(/1 laporan dikembalikan untuk diperbaiki\./)).toHaveTextContent('Baru');
    const link = within(today).getByRole('link', {
      name: 'Stunting, Oktober 2026 (Biro Hukum) – 2 angka dikembalikan untuk diperbaiki oleh Ayu',
    });
    expect(link).toHaveAttribute('href', '/pelaporan/2026-10_ST_biro-hukum');
    const old = within(panel).getByRole('region', { name: '3 Januari 2026' });
    expect(within(old).getByText('5 laporan melewati tenggat dan belum diajukan.')).toBeInTheDocument();
    expect(within(old).getAllByRole('link')).toHaveLength(5);
    expect(within(old).getByRole('link', { name: '1 laporan lain' })).toHaveAttribute('href', '/pelaporan');
  });

  it('takes one notice as read when its report is opened, and gives the focus back', async () => {
    const { server, user } = setUp([returned, overdue]);
    const bell = await screen.findByRole('button', { name: 'Pemberitahuan, 1 belum dibaca' });
    await user.click(bell);
    await user.click(await screen.findByRole('link', { name: /oleh Ayu$/ }));
    await waitFor(() => expect(bell).toHaveAccessibleName('Pemberitahuan, semua sudah dibaca'));
    expect(server.callsTo('notification.markRead')).toEqual([{ ids: ['n2'] }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bell).toHaveFocus();
  });

  it('takes all as read up to the newest that was seen', async () => {
    const { server, user } = setUp([returned, { ...overdue, readAt: null }]);
    await user.click(await screen.findByRole('button', { name: 'Pemberitahuan, 2 belum dibaca' }));
    await user.click(await screen.findByRole('button', { name: 'Tandai semua dibaca' }));
    expect(await screen.findByRole('button', { name: 'Pemberitahuan, semua sudah dibaca' })).toBeInTheDocument();
    expect(server.callsTo('notification.markRead')).toEqual([{ until: returned.createdAt }]);
    await waitFor(() => expect(screen.queryByText('Baru')).toBeNull());
  });

  it('says so when there is nothing', async () => {
    const { user } = setUp([]);
    await user.click(await screen.findByRole('button', { name: 'Pemberitahuan, semua sudah dibaca' }));
    expect(await screen.findByText('Belum ada pemberitahuan')).toBeInTheDocument();
  });
});

function settings(overrides: Partial<NotificationSettings> = {}): NotificationSettings {
  return {
    mail: 'ready',
    address: 'ayu@contoh.example',
    kinds: [
      { kind: 'due_soon', inApp: true, byMail: true },
      { kind: 'returned', inApp: true, byMail: true },
    ],
    digest: null,
    ...overrides,
  };
}

function setUpSettings(start: NotificationSettings) {
  let kept = start;
  const server = fakeTrpc({
    'notification.settings': () => kept,
    'notification.changeSettings': (raw) => {
      const { kinds = kept.kinds, digest = kept.digest } = changeNotificationSettingsInput.parse(raw);
      kept = { ...kept, kinds, digest };
      return kept;
    },
  });
  renderClient(<NotificationSettingsPanel />);
  return { server, user: userEvent.setup({ delay: null }) };
}

describe('the choice of notifications', () => {
  it('offers what the role gets, and saves both ways of each kind', async () => {
    const { server, user } = setUpSettings(settings());
    expect(await screen.findByText('Surel dikirim ke ayu@contoh.example.')).toBeInTheDocument();
    expect(screen.queryByText('Rekap pelaporan')).toBeNull();
    expect(screen.getByRole('button', { name: 'Simpan pemberitahuan' })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'Laporan dikembalikan: Di aplikasi' }));
    await user.click(screen.getByRole('checkbox', { name: 'Tenggat mendekat: Lewat surel' }));
    await user.click(screen.getByRole('button', { name: 'Simpan pemberitahuan' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Simpan pemberitahuan' })).toBeDisabled());
    expect(server.callsTo('notification.changeSettings')).toEqual([
      {
        kinds: [
          { kind: 'due_soon', inApp: true, byMail: false },
          { kind: 'returned', inApp: false, byMail: true },
        ],
      },
    ]);
  });

  it('says why no mail comes, and keeps that choice closed', async () => {
    setUpSettings(settings({ mail: 'not_configured' }));
    const box = await screen.findByRole('checkbox', { name: 'Laporan dikembalikan: Lewat surel' });
    expect(box).toBeDisabled();
    expect(box).not.toBeChecked();
    expect(box).toHaveAccessibleDescription(/Surel belum disiapkan di peladen ini/);
  });

  it('lets the secretariat choose how often the digest comes', async () => {
    const { server, user } = setUpSettings(
      settings({ kinds: [], digest: { frequency: 'none', inApp: true, byMail: true } }),
    );
    expect(await screen.findByText('Rekap pelaporan')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: 'Lewat surel' })).toBeNull();
    await user.click(screen.getByText('Tiap minggu'));
    await user.click(screen.getByRole('checkbox', { name: 'Lewat surel' }));
    await user.click(screen.getByRole('button', { name: 'Simpan pemberitahuan' }));
    await waitFor(() =>
      expect(server.callsTo('notification.changeSettings')).toEqual([
        { kinds: [], digest: { frequency: 'weekly', inApp: true, byMail: false } },
      ]),
    );
  });

  it('keeps what was chosen where it could not be saved, and says so', async () => {
    fakeTrpc({
      'notification.settings': () => settings(),
      'notification.changeSettings': () => {
        throw new FakeAppError('BAD_INPUT');
      },
    });
    renderClient(<NotificationSettingsPanel />);
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('checkbox', { name: 'Laporan dikembalikan: Di aplikasi' }));
    await user.click(screen.getByRole('button', { name: 'Simpan pemberitahuan' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Laporan dikembalikan: Di aplikasi' })).not.toBeChecked();
    expect(screen.getByRole('button', { name: 'Simpan pemberitahuan' })).toBeEnabled();
  });
});

describe('texts for WhatsApp', () => {
  it('can be copied, and opened where a number is known', async () => {
    const texts: GroupTexts = {
      digest: {
        date: '2026-11-22',
        month: '2026-10',
        expected: 40,
        received: 12,
        verified: 3,
        reported: [],
        owing: [],
        earlierOwed: 0,
        toVerify: 9,
        toVerifyLate: 1,
        returned: 0,
        overdueActionItems: 0,
      },
      text: 'Rekap pelaporan Satgas 4+1',
      verifiers: [
        {
          userId: 'u1',
          name: 'Ayu',
          agencyAbbr: null,
          phone: null,
          text: 'Yth. Bapak/Ibu Ayu,',
          whatsappUrl: null,
          items: [],
        },
      ],
    };
    fakeTrpc({ 'notification.groupTexts': () => texts });
    const user = userEvent.setup({ delay: null });
    renderClient(<GroupTextsPanel />, { role: 'secretariat' });
    await user.click(await screen.findByRole('button', { name: 'Salin teks WhatsApp rekap pelaporan' }));
    expect(await navigator.clipboard.readText()).toBe('Rekap pelaporan Satgas 4+1');
    expect(screen.getByRole('link', { name: 'Buka WhatsApp rekap pelaporan' })).toHaveAttribute(
      'href',
      'https://wa.me/?text=Rekap%20pelaporan%20Satgas%204%2B1',
    );
    expect(screen.getByText('nomor belum diisi')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Salin surat Ayu' }));
    expect(await navigator.clipboard.readText()).toBe('Yth. Bapak/Ibu Ayu,');
  });
});
