import { z } from 'zod';
import { confidenceSchema } from '#shared/indicator.ts';
import { calendarDateSchema, optionalText, requiredText, rowIdSchema, rowVersionSchema } from '#shared/text.ts';

export const agencyTypes = ['dinas', 'badan', 'biro', 'sekretariat', 'inspektorat', 'satuan', 'rsud', 'other'] as const;
export const agencyTypeSchema = z.enum(agencyTypes);

export const agencySuccessorSchema = z.object({ agencyId: rowIdSchema, note: optionalText(300) });

export const agencyAdminSchema = z.object({
  id: z.string(),
  abbr: z.string(),
  name: z.string(),
  type: z.string(),
  validFrom: z.string(),
  /** Last day of existence. */
  validTo: z.string().nullable(),
  source: z.string().nullable(),
  confidence: confidenceSchema.nullable(),
  note: z.string().nullable(),
  version: z.int(),
  successors: z.array(z.object({ agencyId: z.string(), note: z.string().nullable() })),
  /** What refers to the agency: an agency in use is closed, never removed. */
  usage: z.object({ assignments: z.int(), reports: z.int(), users: z.int(), smallWins: z.int() }),
});
export type AgencyAdmin = z.infer<typeof agencyAdminSchema>;

export const createAgencyInput = z.object({
  abbr: requiredText(40),
  name: requiredText(160),
  type: agencyTypeSchema,
  validFrom: calendarDateSchema,
  source: optionalText(400),
  confidence: confidenceSchema.nullable(),
  note: optionalText(500),
});
export type CreateAgencyInput = z.output<typeof createAgencyInput>;

export const updateAgencyInput = createAgencyInput.extend({ id: rowIdSchema, version: rowVersionSchema });
export type UpdateAgencyInput = z.output<typeof updateAgencyInput>;

export const closeAgencyInput = z.object({
  id: rowIdSchema,
  version: rowVersionSchema,
  /** Last day of existence. */
  validTo: calendarDateSchema,
  /** None: dissolved. One: merged or renamed. Several: split. */
  successors: z.array(agencySuccessorSchema).max(10),
  /** Who takes over the assignments from the next day on; null: they end. */
  heirId: rowIdSchema.nullable(),
});
export type CloseAgencyInput = z.output<typeof closeAgencyInput>;

export const agencyRefInput = z.object({ id: rowIdSchema, version: rowVersionSchema });
export type AgencyRefInput = z.infer<typeof agencyRefInput>;
