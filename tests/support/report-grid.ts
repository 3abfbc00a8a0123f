import type { GridArea, GridCell, GridIndicator, PreviousCell, ReportGrid, SaveEntryOutput } from '#shared/report.ts';

function indicator(id: string, shortNameId: string, rest: Partial<GridIndicator> = {}): GridIndicator {
  return {
    id,
    nameId: shortNameId,
    nameEn: shortNameId,
    shortNameId,
    shortNameEn: shortNameId,
    unitId: 'anak',
    unitEn: 'children',
    decimals: 0,
    definitionId: `Definisi ${shortNameId}`,
    definitionEn: `Definition of ${shortNameId}`,
    source: 'e-PPGBM',
    measure: 'stock',
    aggregation: 'sum',
    direction: 'higher',
    stage: null,
    allowsNegative: false,
    plausibleMin: null,
    plausibleMax: null,
    ...rest,
  };
}

export const indicators: GridIndicator[] = [
  indicator('ST_SASARAN', 'Sasaran', { stage: 'target_group' }),
  indicator('ST_VALID', 'Valid', { stage: 'valid' }),
  indicator('ST_INTERVENSI', 'Diintervensi', { stage: 'reached', measure: 'cumulative' }),
  indicator('ST_KELUAR', 'Keluar status', { stage: 'left', measure: 'cumulative' }),
  indicator('HARGA', 'Harga', { decimals: 2, measure: 'rate', aggregation: 'none', unitId: 'persen' }),
];

function area(id: string, name: string): GridArea {
  return {
    id,
    name,
    level: 'district',
    parentId: '76.04',
    parentName: 'Polewali Mandar',
    aliases: [],
    indicatorIds: indicators.map((each) => each.id),
  };
}

export const areas = [area('76.04.04', 'Polewali'), area('76.04.06', 'Binuang'), area('76.04.13', 'Anreapi')];

export function gridCell(indicatorId: string, areaId: string, rest: Partial<GridCell> = {}): GridCell {
  return {
    indicatorId,
    areaId,
    kind: 'number',
    value: 0,
    status: 'draft',
    verifiedKind: null,
    verifiedValue: null,
    version: 1,
    note: null,
    source: null,
    reason: null,
    isSample: false,
    enteredAt: '2023-09-01T04:00:00.000Z',
    enteredByName: 'Rahmat',
    verifiedAt: null,
    verifiedByName: null,
    ...rest,
  };
}

export function previousCell(indicatorId: string, areaId: string, value: number): PreviousCell {
  return { indicatorId, areaId, kind: 'number', value, status: 'verified' };
}

/** A report on stunting for three districts, empty unless cells are given. */
export function reportGrid(overrides: Partial<ReportGrid> = {}): ReportGrid {
  const rule = { issueId: 'ST', rightMonth: 'same', requiresReason: false } as const;
  return {
    report: {
      reportKey: '2023-08_ST_biro-hukum',
      agency: { id: 'biro-hukum', abbr: 'Biro Hukum', name: 'Biro Hukum' },
      issueId: 'ST',
      month: '2023-08',
      state: 'draft',
      version: 1,
      dueDate: '2023-09-05',
      daysOverdue: 0,
      isLocked: false,
      cutOffDate: null,
      cutOffLabel: null,
      counters: { expected: 15, filled: 0, notApplicable: 0, verified: 0, returned: 0, edited: 0 },
      hasPendingCorrections: false,
      firstSubmittedAt: null,
      submittedAt: null,
      submittedByName: null,
      verifiedAt: null,
      verifiedByName: null,
      returnedAt: null,
      returnedByName: null,
      isSample: false,
    },
    permissions: {
      canEdit: true,
      whyNotEdit: null,
      canSubmit: true,
      whyNotSubmit: null,
      canVerify: false,
      whyNotVerify: 'NOT_ALLOWED',
      canReply: true,
    },
    previousMonth: '2023-07',
    areas,
    indicators,
    derived: [
      { kind: 'remaining', formula: 'valid_minus_left' },
      { kind: 'share', formula: 'reachedOfValid' },
    ],
    cells: [],
    previousCells: [previousCell('ST_INTERVENSI', '76.04.04', 367), previousCell('ST_INTERVENSI', '76.04.06', 126)],
    earlierCells: [],
    comments: [],
    rules: [
      {
        ...rule,
        id: 'valid',
        left: ['ST_VALID'],
        operator: '<=',
        right: ['ST_SASARAN'],
        severity: 'warn',
        messageId: 'Valid melebihi sasaran.',
        messageEn: 'Valid exceeds the target group.',
      },
      {
        ...rule,
        id: 'reached',
        left: ['ST_INTERVENSI'],
        operator: '<=',
        right: ['ST_VALID'],
        severity: 'block',
        messageId: 'Diintervensi melebihi yang valid.',
        messageEn: 'Reached exceeds valid.',
      },
      {
        ...rule,
        id: 'falls',
        left: ['ST_INTERVENSI'],
        operator: '>=',
        right: ['ST_INTERVENSI'],
        rightMonth: 'previous',
        severity: 'warn',
        requiresReason: true,
        messageId: 'Angka kumulatif turun: beri alasan.',
        messageEn: 'The cumulative figure fell: give the reason.',
      },
    ],
    findings: [],
    inRangePercent: 20,
    ...overrides,
  };
}

/** What the server answers to a save. */
export function savedAnswer(grid: ReportGrid, cell: GridCell): SaveEntryOutput {
  const { state, counters, hasPendingCorrections, version } = grid.report;
  return { cell, findings: [], report: { state, version: version + 1, counters, hasPendingCorrections } };
}
