import { z } from 'zod';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';

/** Reads what an event carries. Lines are read back years later, so nothing is taken for granted. */
const cellSchema = z.object({ indicatorId: z.string(), areaId: z.string(), month: monthSchema });
const figureSchema = z.object({ kind: z.string().nullable(), value: z.number().nullable() });
const changesSchema = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }));

const namelessKeys = /^(slideId|editionId|decisionId|importId)$/;

type Data = Record<string, unknown>;
export type AuditFigure = z.infer<typeof figureSchema>;

export function cellOf(data: Data) {
  return cellSchema.safeParse(data).data;
}

/** What a cell held before and after. */
export function figuresOf(data: Data): { from: AuditFigure; to: AuditFigure } | undefined {
  return z.object({ from: figureSchema, to: figureSchema }).safeParse(data).data;
}

/** A figure among the facts of an event: what was set aside, and what it lost to. */
export function figureOf(value: unknown): AuditFigure | undefined {
  return figureSchema.safeParse(value).data;
}

/** Field → from and to, for rows that were changed. */
export function changesOf(data: Data): [string, { from: unknown; to: unknown }][] {
  const changes = changesSchema.safeParse(data.changes);
  return changes.success ? Object.entries(changes.data) : [];
}

/** What an event says beside its cell, its figures and its changes. */
export function factsOf(data: Data): [string, unknown][] {
  const isCell = cellOf(data) !== undefined;
  const isFigure = figuresOf(data) !== undefined;
  return Object.entries(data).filter(([key, value]) => {
    if (key === 'changes' || value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return false;
    // The ids of what has no name of its own tell a reader nothing.
    if (namelessKeys.test(key)) return false;
    if (isFigure && (key === 'from' || key === 'to')) return false;
    return !(isCell && (key === 'indicatorId' || key === 'areaId' || key === 'month'));
  });
}

/** The parts of a report's key, `2023-08_ST_biro-hukum`. */
export function reportPartsOf(reportKey: string) {
  const [month, issueId, ...agencyId] = reportKey.split('_');
  const parsed = z
    .object({ month: monthSchema, issueId: issueIdSchema, agencyId: z.string().min(1) })
    .safeParse({ month, issueId, agencyId: agencyId.join('_') });
  return parsed.data;
}

/** The indicator whose decimals the figures of an event have. */
export function indicatorIdOf(line: { subjectType: string; subjectId: string; data: Data }): string | undefined {
  if (typeof line.data.indicatorId === 'string') return line.data.indicatorId;
  return line.subjectType === 'indicator' ? line.subjectId : undefined;
}
