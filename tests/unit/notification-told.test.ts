import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/month.ts';
import { channelsOf, choicesFor } from '#shared/notification/choices.ts';
import { groupText, verifierText } from '#shared/notification/group-text.ts';
import { defaultSchedule } from '#shared/notification/schedule.ts';
import {
  joinNotices,
  type OwedReport,
  type Recipient,
  type Situation,
  type Telling,
  whatIsTold,
} from '#shared/notification/who-is-told.ts';
import { digestLines, isQuiet, owedLine } from '#shared/notification/words.ts';
import type { Digest } from '#shared/notification.ts';
import { accountRoles } from '#shared/permissions.ts';

const issueNames = { ST: 'Stunting', KE: 'Kemiskinan ekstrem', ATS: 'ATS', PA: 'PA', INF: 'Inflasi' };
const issueName = (id: keyof typeof issueNames) => issueNames[id];

function owed(overrides: Partial<OwedReport> = {}): OwedReport {
  const agencyId = overrides.agencyId ?? 'biro-hukum';
  return {
    reportKey: `2026-10_ST_${agencyId}`,
    issueId: 'ST',
    month: '2026-10',
    agencyId,
    askedAgencyId: agencyId,
    dueDate: '2026-11-05',
    state: 'not_started',
    missing: 18,
    returned: 0,
    returnedOn: null,
    isClosed: false,
    ...overrides,
  };
}

function recipient(id: string, overrides: Partial<Recipient> = {}): Recipient {
  return { id, agencyId: 'biro-hukum', choices: choicesFor('focal_point', []), waiting: [], ...overrides };
}

function situation(overrides: Partial<Situation> = {}): Situation {
  return {
    today: '2026-11-02',
    schedule: defaultSchedule,
    owed: [owed()],
    recipients: [recipient('andi')],
    digest: null,
    ...overrides,
  };
}

const digest: Digest = {
  date: '2026-11-09',
  month: '2026-10',
  expected: 40,
  received: 23,
  verified: 12,
  reported: [{ agencyId: 'a', agencyAbbr: 'Biro Hukum' }],
  owing: [
    { agencyId: 'b', agencyAbbr: 'Biro Umum', issueIds: ['ST', 'KE'], days: 4 },
    { agencyId: 'c', agencyAbbr: 'Disdikbud', issueIds: ['ATS'], days: 0 },
  ],
  earlierOwed: 3,
  toVerify: 6,
  toVerifyLate: 2,
  returned: 1,
  overdueActionItems: 0,
};

describe('who is told what', () => {
  test('the people of the agency that is asked for a report, with the days that are left', () => {
    const told = whatIsTold(
      situation({
        owed: [owed(), owed({ agencyId: 'dinkes', askedAgencyId: 'dinkes-p2kb' })],
        recipients: [
          recipient('andi'),
          recipient('dewi', { agencyId: 'dinkes-p2kb' }),
          recipient('eka', { agencyId: null }),
        ],
      }),
    );
    expect(told.map(({ userId, notice }) => [userId, notice.kind])).toEqual([
      ['andi', 'due_soon'],
      ['dewi', 'due_soon'],
    ]);
    expect(told[0]?.notice).toMatchObject({ items: [{ reportKey: '2026-10_ST_biro-hukum', days: 3, missing: 18 }] });
    expect(JSON.stringify(told)).not.toContain('askedAgencyId');
  });

  test('nothing that a person does not want', () => {
    const chosen = [{ kind: 'due_soon' as const, inApp: false, byMail: false, frequency: null }];
    const quiet = recipient('andi', { choices: choicesFor('focal_point', chosen) });
    expect(whatIsTold(situation({ recipients: [quiet] }))).toEqual([]);
    expect(whatIsTold(situation({ recipients: [quiet], today: '2026-11-06' }))).toHaveLength(1);
  });

  test('of no report whose figures are no longer taken', () => {
    expect(whatIsTold(situation({ owed: [owed({ isClosed: true })] }))).toEqual([]);
    expect(whatIsTold(situation({ owed: [owed({ isClosed: true })], today: '2026-11-06' }))).toEqual([]);
  });

  test('the reports on a verifier’s desk once their time has run out, anew after each submission', () => {
    const waiting = {
      reportKey: '2026-10_ST_biro-hukum',
      issueId: 'ST' as const,
      month: '2026-10',
      agencyId: 'biro-hukum',
      submittedOn: '2026-11-02',
      verifyBy: '2026-11-05',
      days: 1,
      cells: 4,
    };
    const verifier = (submittedOn: string) =>
      recipient('eka', {
        agencyId: null,
        choices: choicesFor('secretariat', []),
        waiting: [{ ...waiting, submittedOn }],
      });
    const on = (today: string, submittedOn = '2026-11-02') =>
      whatIsTold(situation({ owed: [], today, recipients: [verifier(submittedOn)] })).map(({ key }) => key);
    expect(on('2026-11-05')).toEqual([]);
    expect(on('2026-11-06')).toHaveLength(1);
    expect(on('2026-11-06')).not.toEqual(on('2026-11-06', '2026-11-03'));
  });

  test('over any days and restarts, each report at each of its steps to each person once', () => {
    const runs = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 25 });
    const reports = fc.uniqueArray(
      fc.record({ issueId: fc.constantFrom('ST', 'KE', 'PA'), due: fc.integer({ min: 0, max: 20 }) }),
      {
        selector: ({ issueId }) => issueId,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(runs, reports, (offsets, owing) => {
        const claims = new Set<string>();
        const reached: string[] = [];
        const list = owing.map(({ issueId, due }) =>
          owed({ issueId, reportKey: `2026-10_${issueId}_biro-hukum`, dueDate: addDays('2026-11-05', due) }),
        );
        for (const offset of offsets.toSorted((left, right) => left - right)) {
          const today = addDays('2026-11-01', offset);
          const recipients = [recipient('andi'), recipient('budi')];
          const fresh = whatIsTold(situation({ today, owed: list, recipients })).filter(
            ({ userId, key }) => !claims.has(`${userId} ${key}`),
          );
          for (const { userId, key } of fresh) claims.add(`${userId} ${key}`);
          reached.push(
            ...fresh.flatMap((telling) => itemsOf(telling).map((item) => `${today} ${telling.userId} ${item}`)),
          );
        }
        // At most one thing about a report on a day, and the same for colleagues.
        expect(new Set(reached).size).toBe(reached.length);
        const of = (name: string) =>
          reached.filter((line) => line.includes(name)).map((line) => line.replace(name, ''));
        expect(of('andi')).toEqual(of('budi'));
      }),
    );
  });

  test('in one notice of each kind, the nearest deadline first', () => {
    const told = whatIsTold(
      situation({
        today: '2026-11-06',
        owed: [
          owed({ issueId: 'KE', reportKey: '2026-10_KE_biro-hukum' }),
          owed({ reportKey: '2026-09_ST_biro-hukum', month: '2026-09', dueDate: '2026-10-05' }),
          owed({ issueId: 'PA', reportKey: '2026-10_PA_biro-hukum', dueDate: '2026-11-09' }),
        ],
      }),
    );
    const notices = joinNotices(told.map(({ notice }) => notice));
    expect(notices).toMatchObject([
      { kind: 'overdue', items: [{ month: '2026-09' }, { issueId: 'KE', days: 1 }] },
      { kind: 'due_soon', items: [{ issueId: 'PA', days: 3 }] },
    ]);
  });
});

function itemsOf({ notice }: Telling): string[] {
  return notice.kind === 'digest' ? ['digest'] : notice.items.map(({ reportKey }) => reportKey);
}

describe('choices', () => {
  test('are those of the role until somebody chooses', () => {
    const summary = Object.fromEntries(
      accountRoles.map((role) => {
        const { kinds, digest: chosen } = choicesFor(role, []);
        const mailed = kinds.filter(({ byMail }) => byMail).map(({ kind }) => kind);
        return [role, { kinds: kinds.length, mailed, digest: chosen?.frequency }];
      }),
    );
    expect(summary).toEqual({
      administrator: { kinds: 0, mailed: [], digest: 'none' },
      secretariat: { kinds: 1, mailed: [], digest: 'weekly' },
      issue_coordinator: { kinds: 5, mailed: ['due_soon', 'overdue', 'returned', 'to_verify'], digest: undefined },
      focal_point: { kinds: 4, mailed: ['due_soon', 'overdue', 'returned'], digest: undefined },
      leadership: { kinds: 0, mailed: [], digest: undefined },
      partner: { kinds: 0, mailed: [], digest: undefined },
    });
  });

  test('of another role than now are not followed', () => {
    const chosen = [
      { kind: 'overdue' as const, inApp: true, byMail: true, frequency: null },
      { kind: 'digest' as const, inApp: true, byMail: false, frequency: 'daily' as const },
    ];
    expect(channelsOf(choicesFor('secretariat', chosen), 'overdue')).toEqual({ inApp: false, byMail: false });
    expect(channelsOf(choicesFor('secretariat', chosen), 'digest')).toMatchObject({ inApp: true, byMail: false });
    expect(channelsOf(choicesFor('focal_point', chosen), 'digest')).toEqual({ inApp: false, byMail: false });
  });
});

describe('the texts', () => {
  test('say where reporting stands, for the group', () => {
    expect(groupText(digest, { issueName, url: 'https://satgas.contoh/pelaporan' })).toBe(
      [
        'Rekap pelaporan Satgas 4+1 per 9 November 2026',
        '',
        'Laporan Oktober 2026: 23 dari 40 sudah masuk, 12 terverifikasi.',
        '',
        'Belum lengkap (2 OPD):',
        '1. Biro Umum: Stunting, Kemiskinan ekstrem (terlambat 4 hari)',
        '2. Disdikbud: ATS',
        '',
        'Sudah lengkap (1 OPD):',
        'Biro Hukum',
        '',
        'Laporan bulan-bulan sebelumnya yang belum masuk: 3',
        'Menunggu verifikasi: 6, 2 di antaranya melewati batas waktu',
        'Dikembalikan dan belum diajukan lagi: 1',
        '',
        'Mohon laporan yang belum masuk dilengkapi melalui https://satgas.contoh/pelaporan. Atas kerja sama Bapak/Ibu, kami ucapkan terima kasih.',
        '',
        'Sekretariat Satgas 4+1',
      ].join('\n'),
    );
    expect(digestLines({ ...digest, overdueActionItems: 1 }, { locale: 'en', issueName }).slice(-3)).toEqual([
      'Waiting for verification: 6, 2 of them for too long',
      'Returned and not submitted again: 1',
      'Overdue action items: 1',
    ]);
  });

  test('name what waits for a verifier', () => {
    const item = {
      reportKey: '2026-10_ST_biro-hukum',
      issueId: 'ST' as const,
      month: '2026-10',
      agencyId: 'biro-hukum',
      agencyAbbr: 'Biro Hukum',
      submittedOn: '2026-11-02',
      verifyBy: '2026-11-05',
      days: 2,
      cells: 4,
    };
    const text = verifierText({
      name: 'Dewi',
      agencyName: 'Dinas Kesehatan',
      items: [item],
      issueName,
      url: 'https://x',
    });
    expect(text).toContain('Yth. Bapak/Ibu Dewi (Dinas Kesehatan),');
    expect(text).toContain(
      '1. Stunting, Oktober 2026 (Biro Hukum) – diajukan 2 November 2026, batas verifikasi 5 November 2026, terlambat 2 hari kerja',
    );
  });

  test.each([
    ['id', {}, 'belum diisi, 18 angka ditunggu (tenggat 5 November 2026, 3 hari lagi)'],
    [
      'id',
      { days: 0, state: 'draft' },
      'belum diajukan, 18 angka belum terisi (tenggat 5 November 2026, jatuh tempo hari ini)',
    ],
    ['en', { days: 1, state: 'draft', missing: 0 }, 'filled in, not submitted (due 5 November 2026, in 1 day)'],
    ['en', { state: 'returned', returned: 1 }, '1 figure returned for correction (due 5 November 2026, in 3 days)'],
  ] as const)('write an owed report in %s: %o', (locale, overrides, expected) => {
    const { askedAgencyId: _asked, returnedOn: _on, isClosed: _closed, ...report } = owed();
    const item = { ...report, agencyAbbr: 'Biro Hukum', days: 3, ...overrides };
    const line = owedLine(item, 'due_soon', { locale, issueName });
    expect(line.split(' – ')[1]).toBe(expected);
  });

  test('are not written where there is nothing to say', () => {
    expect(isQuiet(digest)).toBe(false);
    const nothing = { expected: 0, earlierOwed: 0, toVerify: 0, returned: 0, overdueActionItems: 0 };
    expect(isQuiet({ ...digest, ...nothing })).toBe(true);
  });
});
