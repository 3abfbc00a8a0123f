import type { Insertable } from 'kysely';
import type { ConsistencyRuleTable } from '#db/schema.ts';
import type { IssueId } from '#shared/indicator.ts';

type RuleRow = Insertable<ConsistencyRuleTable>;

/**
 * `left <= right` in one area and month. Blocked where the right side contains the left by definition; a warning where
 * the field can surprise the list: more children found than listed, more weighed than estimated.
 */
function atMost(
  issueId: IssueId,
  severity: RuleRow['severity'],
  left: readonly string[],
  right: string,
  messageId: string,
  messageEn: string,
): RuleRow {
  return {
    id: `${left.join('+')}<=${right}`,
    issueId,
    leftIds: left.join('+'),
    operator: '<=',
    rightIds: right,
    rightMonth: 'same',
    severity,
    requiresReason: 0,
    messageId,
    messageEn,
    isActive: 1,
  };
}

/** A cumulative figure may fall, for instance after a duplicate was found, but it says why. */
function neverFalls(issueId: IssueId, indicatorId: string): RuleRow {
  return {
    id: `${indicatorId}>=previous`,
    issueId,
    leftIds: indicatorId,
    operator: '>=',
    rightIds: indicatorId,
    rightMonth: 'previous',
    severity: 'warn',
    requiresReason: 1,
    messageId: 'Angka kumulatif turun dari angka terakhir: beri alasan.',
    messageEn: 'The cumulative figure is lower than the last one: give the reason.',
    isActive: 1,
  };
}

function cascade(issueId: IssueId, target: string, valid: string, reached: string, gone: readonly string[]): RuleRow[] {
  const isReferredToo = gone.length > 1;
  return [
    atMost(issueId, 'warn', [valid], target, 'Valid melebihi sasaran.', 'Valid exceeds the target group.'),
    atMost(issueId, 'block', [reached], valid, 'Diintervensi melebihi yang valid.', 'Reached exceeds valid.'),
    atMost(
      issueId,
      'block',
      gone,
      reached,
      isReferredToo
        ? 'Keluar status + rujukan melebihi yang diintervensi.'
        : 'Keluar status melebihi yang diintervensi.',
      isReferredToo ? 'Left the status + referred exceeds reached.' : 'Left the status exceeds reached.',
    ),
    ...[reached, ...gone].map((indicatorId) => neverFalls(issueId, indicatorId)),
  ];
}

export const consistencyRules: readonly RuleRow[] = [
  ...cascade('KE', 'KE_SASARAN', 'KE_VALID', 'KE_INTERVENSI', ['KE_KELUAR']),

  ...cascade('ST', 'ST_SASARAN', 'ST_VALID', 'ST_INTERVENSI', ['ST_KELUAR', 'ST_RUJUKAN']),
  atMost(
    'ST',
    'warn',
    ['ST_DITIMBANG'],
    'ST_BALITA',
    'Balita ditimbang (D) melebihi sasaran balita (S).',
    'More under-fives weighed (D) than expected (S).',
  ),
  atMost(
    'ST',
    'warn',
    ['ST_DIUKUR'],
    'ST_DITIMBANG',
    'Balita diukur melebihi balita ditimbang.',
    'More under-fives measured than weighed.',
  ),
  atMost(
    'ST',
    'block',
    ['ST_ANAK'],
    'ST_DIUKUR',
    'Balita stunting melebihi balita yang diukur.',
    'More stunted under-fives than were measured.',
  ),

  atMost(
    'ATS',
    'warn',
    ['ATS_REKONFIRMASI'],
    'ATS_TERDATA',
    'Direkonfirmasi melebihi yang terdata.',
    'More children checked than listed.',
  ),
  atMost(
    'ATS',
    'block',
    ['ATS_VALID'],
    'ATS_REKONFIRMASI',
    'Valid ATS melebihi yang direkonfirmasi.',
    'More children confirmed as out of school than were checked.',
  ),
  atMost(
    'ATS',
    'block',
    ['ATS_INTERVENSI'],
    'ATS_VALID',
    'Diintervensi melebihi yang valid.',
    'Reached exceeds valid.',
  ),
  // A child can go back to school before anyone has reached it.
  atMost(
    'ATS',
    'warn',
    ['ATS_KEMBALI'],
    'ATS_INTERVENSI',
    'Kembali sekolah melebihi yang diintervensi.',
    'More children back at school than were reached.',
  ),
  ...['ATS_REKONFIRMASI', 'ATS_INTERVENSI', 'ATS_KEMBALI'].map((id) => neverFalls('ATS', id)),

  ...cascade('PA', 'PA_SASARAN', 'PA_VALID', 'PA_INTERVENSI', ['PA_CEGAH']),
];
