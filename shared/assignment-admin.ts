import { z } from 'zod';
import { assignmentRoleSchema } from '#shared/assignment.ts';
import { areaLevelSchema, confidenceSchema, issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { calendarDateSchema, optionalText, rowIdSchema, rowVersionSchema } from '#shared/text.ts';

export const assignmentAdminSchema = z.object({
  id: z.string(),
  agencyId: z.string(),
  agencyAbbr: z.string(),
  agencyName: z.string(),
  /** Null: all issues. */
  issueId: issueIdSchema.nullable(),
  /** Null: the whole province. */
  areaId: z.string().nullable(),
  areaName: z.string().nullable(),
  areaLevel: areaLevelSchema.nullable(),
  /** The area above: two districts may have the same name. */
  parentName: z.string().nullable(),
  role: assignmentRoleSchema,
  legalBasis: z.string().nullable(),
  source: z.string().nullable(),
  confidence: confidenceSchema.nullable(),
  isSample: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.int(),
});
export type AssignmentAdmin = z.infer<typeof assignmentAdminSchema>;

export const listAssignmentsInput = z.object({
  agencyId: z.string().max(100).optional(),
  issueId: issueIdSchema.optional(),
  /** The area and those below it. */
  areaId: z.string().max(30).optional(),
  role: assignmentRoleSchema.optional(),
  /** Valid on that day; without it, all that ever were. */
  on: calendarDateSchema.optional(),
  limit: z.int().min(1).max(2_000).default(100),
});
export type ListAssignmentsInput = z.output<typeof listAssignmentsInput>;

export const listAssignmentsOutput = z.object({ total: z.int(), rows: z.array(assignmentAdminSchema) });

const basis = {
  legalBasis: optionalText(300),
  source: optionalText(400),
  confidence: confidenceSchema.nullable(),
};

const createChange = z.object({
  kind: z.literal('create'),
  agencyId: rowIdSchema,
  role: assignmentRoleSchema,
  issueId: issueIdSchema.nullable(),
  areaId: rowIdSchema.nullable(),
  validFrom: calendarDateSchema,
  validTo: calendarDateSchema.nullable(),
  ...basis,
});

/** A correction of what was recorded; what the assignment is about stays. */
const correctChange = z.object({
  kind: z.literal('correct'),
  id: rowIdSchema,
  version: rowVersionSchema,
  agencyId: rowIdSchema,
  validFrom: calendarDateSchema,
  validTo: calendarDateSchema.nullable(),
  ...basis,
});

const endChange = z.object({
  kind: z.literal('end'),
  id: rowIdSchema,
  version: rowVersionSchema,
  /** Last day. */
  validTo: calendarDateSchema,
});

/** The old assignment ends on the day before, a new one with the same task begins. */
const handOverChange = z.object({
  kind: z.literal('hand_over'),
  id: rowIdSchema,
  version: rowVersionSchema,
  agencyId: rowIdSchema,
  /** First day of the new agency. */
  validFrom: calendarDateSchema,
  ...basis,
});

/** Only of one that has not begun. */
const removeChange = z.object({ kind: z.literal('remove'), id: rowIdSchema, version: rowVersionSchema });

/** Everything that can be done to assignments; the same input previews it and does it. */
export const assignmentChangeSchema = z.discriminatedUnion('kind', [
  createChange,
  correctChange,
  endChange,
  handOverChange,
  removeChange,
]);
export type AssignmentChange = z.output<typeof assignmentChangeSchema>;

/** What becomes of cells that are already filled in. */
export const assignmentEffectSchema = z.object({
  /** Months from this one on have another responsible agency; null: only words change. */
  fromMonth: monthSchema.nullable(),
  /** Open cells (drafts, returned) that go from one agency's report to another's. */
  moves: z.array(z.object({ fromAgencyId: z.string(), toAgencyId: z.string(), cells: z.int() })),
  /** Cells handed in or verified that stay with the agency that was responsible then. */
  staying: z.int(),
});
export type AssignmentEffect = z.infer<typeof assignmentEffectSchema>;

export const closingEffectInput = z.object({
  agencyId: rowIdSchema,
  validTo: calendarDateSchema,
  heirId: rowIdSchema.nullable(),
});
export type ClosingEffectInput = z.infer<typeof closingEffectInput>;

export const closingEffectSchema = assignmentEffectSchema.extend({
  /** Assignments that go on beyond the agency's last day. */
  assignments: z.array(assignmentAdminSchema),
});

export const responsibilityInput = z.object({ date: calendarDateSchema });

const responsibleCellSchema = z.object({
  issueId: issueIdSchema,
  /** Null: nobody is responsible. */
  agencyId: z.string().nullable(),
  assignmentId: z.string().nullable(),
  role: assignmentRoleSchema.nullable(),
});
export type ResponsibleCell = z.infer<typeof responsibleCellSchema>;

export const responsibilityOutput = z.object({
  date: z.string(),
  coordinators: z.array(responsibleCellSchema),
  areas: z.array(
    z.object({
      areaId: z.string(),
      name: z.string(),
      parentName: z.string(),
      cells: z.array(responsibleCellSchema),
    }),
  ),
  /** The assignments that the cells rest on. */
  assignments: z.array(assignmentAdminSchema),
  agencies: z.array(z.object({ id: z.string(), abbr: z.string(), name: z.string() })),
  /** Two agencies in one role for the same task on that day. */
  overlaps: z.array(
    z.object({
      role: assignmentRoleSchema,
      issueId: issueIdSchema.nullable(),
      areaId: z.string().nullable(),
      areaName: z.string().nullable(),
      agencyIds: z.array(z.string()),
    }),
  ),
});
export type ResponsibilityOn = z.infer<typeof responsibilityOutput>;
