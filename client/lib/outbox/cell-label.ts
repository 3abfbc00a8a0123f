import type { GridIndicator } from '#shared/report.ts';
import type { CellLabel } from './outbox-item.ts';

export function cellLabel(area: { name: string }, indicator: GridIndicator): CellLabel {
  const { id, shortNameId, shortNameEn, decimals, unitId, unitEn } = indicator;
  return { areaName: area.name, indicatorId: id, shortNameId, shortNameEn, decimals, unitId, unitEn };
}
