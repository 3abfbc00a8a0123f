// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CalendarPanel } from '#client/features/calendar/calendar-panel.tsx';
import { AttendanceForm } from '#client/features/meeting/attendance-form.tsx';
import { MeetingForm } from '#client/features/meeting/meeting-form.tsx';
import type { Meeting } from '#shared/meeting.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();
afterEach(() => vi.unstubAllGlobals());

const meeting: Meeting = {
  id: 'meeting-1',
  version: 4,
  title: 'Rapat bulanan',
  date: '2023-08-21',
  startTime: '09:00',
  endTime: '11:00',
  place: 'Ruang Theater',
  kind: 'formal',
  direction: 'horizontal',
  editionId: null,
  edition: null,
  agenda: ['Situasi', 'Tindak lanjut'],
  summary: '',
  decisionCount: 0,
  actionItems: { total: 0, closed: 0, overdue: 0 },
  presentCount: 0,
  invitedCount: 1,
  isSample: false,
  attendance: [
    { id: '0190a000-0000-7000-8000-000000000001', agencyId: 'biro-hukum', name: 'Biro Hukum Setda', isPresent: false },
  ],
  decisions: [],
  items: [],
  carriedOver: [],
  documents: [],
  mayEdit: true,
  mayRecord: true,
};

describe('the form of a meeting', () => {
  it('says which field is wrong before anything is sent, and takes the agenda line by line', async () => {
    const server = fakeTrpc({ 'meeting.change': () => ({ version: 5 }), 'briefing.editions': () => [] });
    const person = userEvent.setup();
    const onDone = vi.fn();
    renderClient(<MeetingForm meeting={meeting} onDone={onDone} />, { role: 'secretariat' });
    const end = screen.getByLabelText('Selesai');
    await person.clear(end);
    await person.type(end, '08:00');
    await person.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(screen.getByText(/^Waktu selesai mendahului waktu mulai\./)).toBeVisible();
    expect(server.callsTo('meeting.change')).toEqual([]);

    await person.clear(end);
    const agenda = screen.getByRole('textbox', { name: 'Agenda' });
    await person.clear(agenda);
    await person.type(agenda, ' Situasi {enter}{enter}Anggaran{enter}');
    await person.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(server.callsTo('meeting.change')).toEqual([
      expect.objectContaining({
        id: 'meeting-1',
        version: 4,
        startTime: '09:00',
        endTime: null,
        agenda: ['Situasi', 'Anggaran'],
      }),
    ]);
  });

  it('stays open with what was typed when somebody else was faster', async () => {
    fakeTrpc({
      'meeting.change': () => {
        throw new FakeAppError('VERSION_CONFLICT');
      },
      'briefing.editions': () => [],
    });
    const person = userEvent.setup();
    const onDone = vi.fn();
    renderClient(<MeetingForm meeting={meeting} onDone={onDone} />, { role: 'secretariat' });
    await person.type(screen.getByRole('textbox', { name: /^Tempat/ }), ' lantai 2');
    await person.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /^Tempat/ })).toHaveValue('Ruang Theater lantai 2');
    expect(onDone).not.toHaveBeenCalled();
  });
});

describe('the attendance', () => {
  it('invites every agency of the day once, takes a guest with Enter, and marks who came', async () => {
    const server = fakeTrpc({
      'meeting.invitees': () => [
        { agencyId: 'biro-hukum', abbr: 'Biro Hukum', name: 'Biro Hukum Setda', issueIds: ['ST'] },
        { agencyId: 'distapang', abbr: 'Distapang', name: 'Dinas Ketahanan Pangan', issueIds: ['INF'] },
      ],
      'meeting.setAttendance': () => ({ version: 5 }),
    });
    const person = userEvent.setup();
    const onDone = vi.fn();
    renderClient(<AttendanceForm meeting={meeting} onDone={onDone} />, { role: 'secretariat' });
    const all = screen.getByRole('button', { name: 'Undang semua OPD' });
    await waitFor(() => expect(all).not.toHaveAttribute('data-loading'));
    await person.click(all);
    await person.click(all);
    await person.type(screen.getByRole('textbox', { name: /^Tamu/ }), 'Universitas Sulawesi Barat{enter}');
    expect(screen.getByRole('heading', { name: 'Diundang (3)' })).toBeVisible();
    await person.click(screen.getByRole('checkbox', { name: 'Dinas Ketahanan Pangan' }));
    await person.click(screen.getByRole('button', { name: 'Hapus Biro Hukum Setda dari daftar' }));
    expect(server.callsTo('meeting.setAttendance')).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Simpan daftar hadir' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(server.callsTo('meeting.setAttendance')).toEqual([
      {
        id: 'meeting-1',
        version: 4,
        attendance: [
          expect.objectContaining({ agencyId: 'distapang', isPresent: true }),
          expect.objectContaining({ agencyId: null, name: 'Universitas Sulawesi Barat', isPresent: false }),
        ],
      },
    ]);
  });
});

describe('the calendar link', () => {
  it('is shown once it is made, to be copied', async () => {
    let isMade = false;
    fakeTrpc({
      'calendar.status': () => ({ isMade, madeAt: isMade ? '2023-08-21T02:00:00.000Z' : null }),
      'calendar.make': () => {
        isMade = true;
        return { address: 'https://satgas.contoh.test/api/calendar/rahasia.ics' };
      },
    });
    const person = userEvent.setup();
    renderClient(<CalendarPanel />);
    const panel = await screen.findByRole('region', { name: 'Kalender' });
    expect(within(panel).queryByRole('button', { name: 'Cabut tautan' })).toBeNull();
    await person.click(within(panel).getByRole('button', { name: 'Buat tautan kalender' }));
    expect(await screen.findByRole('textbox', { name: 'Alamat kalender Anda' })).toHaveValue(
      'https://satgas.contoh.test/api/calendar/rahasia.ics',
    );
    expect(await screen.findByRole('button', { name: 'Cabut tautan' })).toBeVisible();
  });
});
