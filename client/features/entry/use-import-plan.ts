import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { referenceQuery } from '#client/lib/reference.ts';
import { type ImportTarget, planImport } from '#shared/spreadsheet/plan.ts';
import type { ColumnGroup } from './grid-columns.ts';
import { type ConflictSide, pasteChanges } from './paste-changes.ts';
import type { PastedSheet } from './paste-clipboard.ts';
import { useReport, useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import type { WrittenReport } from './upload-written.ts';

type TargetInput = { startKey: string | undefined; rows: readonly SheetRow[]; groups: readonly ColumnGroup[] };

/** What a sheet is read into. Without the names of other areas the rows of this report are still found. */
export function useImportTarget({ startKey, rows, groups }: TargetInput): { target: ImportTarget; isPending: boolean } {
  const { sheet: entries } = useSheet();
  const reference = useQuery(referenceQuery());
  const target = useMemo(() => {
    const bpsCodes = new Map(reference.data?.areas.map(({ id, bpsCode }) => [id, bpsCode]));
    const indicators = groups.flatMap(({ columns }) =>
      columns.flatMap((column) => (column.kind === 'figure' ? [column.indicator] : [])),
    );
    const start = startKey === undefined ? undefined : entries.cell(startKey);
    return {
      areas: rows.map(({ area }) => ({ ...area, bpsCode: bpsCodes.get(area.id) ?? null })),
      indicators,
      otherAreas: reference.data?.areas ?? [],
      start: {
        row: Math.max(0, start ? rows.findIndex(({ area }) => area.id === start.areaId) : 0),
        column: Math.max(0, start ? indicators.findIndex(({ id }) => id === start.indicatorId) : 0),
      },
    };
  }, [rows, groups, startKey, entries, reference.data]);
  return { target, isPending: reference.isPending && reference.fetchStatus !== 'paused' };
}

/** What a sheet would change in the report, with the answers given so far. */
export function useImportPlan(
  sheet: PastedSheet,
  target: ImportTarget,
  rows: readonly SheetRow[],
  written: WrittenReport | undefined,
) {
  const { grid } = useReport();
  const { isEditable } = useSheet();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [choices, setChoices] = useState<Record<string, ConflictSide>>({});
  const plan = useMemo(
    () => planImport(sheet.cells, written ? { ...target, written: written.cell } : target, answers),
    [sheet, target, written, answers],
  );
  const result = useMemo(
    () => pasteChanges(plan, rows, grid, isEditable, written && { written: written.figure, choices }),
    [plan, rows, grid, isEditable, written, choices],
  );
  return {
    plan,
    result,
    answers,
    answer: (id: string, answer: string) => setAnswers((before) => ({ ...before, [id]: answer })),
    choices,
    choose: (keys: readonly string[], side: ConflictSide) =>
      setChoices((before) => ({ ...before, ...Object.fromEntries(keys.map((key) => [key, side])) })),
  };
}
