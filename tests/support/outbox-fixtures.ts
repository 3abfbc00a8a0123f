import type { CellLabel, KeptText, OutboxProblem, SaveItem, SubmitItem } from '#client/lib/outbox/outbox-item.ts';
import type { GridCell } from '#shared/report.ts';

export const reportKey = '2023-08_ST_biro-hukum';
/** 4 September 2023 10.12 WITA. */
export const typedAt = Date.parse('2023-09-04T02:12:00.000Z');

export const reachedLabel: CellLabel = {
  areaName: 'Polewali',
  indicatorId: 'ST_INTERVENSI',
  shortNameId: 'Diintervensi',
  shortNameEn: 'Reached',
  decimals: 0,
  unitId: 'anak',
  unitEn: 'children',
};

let count = 0;
export function newItemId(): string {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

export function saveItem(overrides: Partial<SaveItem> = {}): SaveItem {
  return {
    id: newItemId(),
    format: 1,
    userId: 'user-1',
    reportKey,
    typedAt,
    problem: null,
    kind: 'save',
    areaId: '76.04.04',
    indicatorId: 'ST_INTERVENSI',
    label: reachedLabel,
    change: { kind: 'number', value: 1402 },
    baseVersion: 3,
    ...overrides,
  };
}

export function submitItem(overrides: Partial<SubmitItem> = {}): SubmitItem {
  return {
    id: newItemId(),
    format: 1,
    userId: 'user-1',
    reportKey,
    typedAt,
    problem: null,
    kind: 'submit',
    expectedVersion: 7,
    acceptMissing: false,
    figures: '',
    ...overrides,
  };
}

export function keptText(overrides: Partial<KeptText> = {}): KeptText {
  return {
    format: 1,
    userId: 'user-1',
    reportKey,
    cell: 'ST_INTERVENSI 76.04.06',
    label: { ...reachedLabel, areaName: 'Binuang' },
    text: '12x',
    typedAt,
    ...overrides,
  };
}

export function theirCell(overrides: Partial<GridCell> = {}): GridCell {
  return {
    indicatorId: 'ST_INTERVENSI',
    areaId: '76.04.04',
    kind: 'number',
    value: 398,
    status: 'draft',
    verifiedKind: null,
    verifiedValue: null,
    version: 5,
    note: null,
    source: null,
    reason: null,
    isSample: false,
    enteredAt: '2023-09-04T03:00:00.000Z',
    enteredByName: 'Sitti Aminah',
    verifiedAt: null,
    verifiedByName: null,
    ...overrides,
  };
}

export function refused(code: string): OutboxProblem {
  return { kind: 'refused', code, params: {} };
}
