import { z } from 'zod';
import { digestSchema, owedItemSchema, settledItemSchema, waitingItemSchema } from '#shared/notification.ts';

const unnamed = { agencyAbbr: true } as const;

/** What a notice keeps: ids and counts. Names are looked up when it is read. */
export const storedOwedSchema = owedItemSchema.omit(unnamed);
export type StoredOwed = z.infer<typeof storedOwedSchema>;

export const storedWaitingSchema = waitingItemSchema.omit(unnamed);
export type StoredWaiting = z.infer<typeof storedWaitingSchema>;

export const storedSettledSchema = settledItemSchema
  .omit({ ...unnamed, byName: true })
  .extend({ byId: z.string().nullable() });
export type StoredSettled = z.infer<typeof storedSettledSchema>;

export const storedNoticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('due_soon'), items: z.array(storedOwedSchema) }),
  z.object({ kind: z.literal('overdue'), items: z.array(storedOwedSchema) }),
  z.object({ kind: z.literal('returned'), items: z.array(storedSettledSchema) }),
  z.object({ kind: z.literal('verified'), items: z.array(storedSettledSchema) }),
  z.object({ kind: z.literal('to_verify'), items: z.array(storedWaitingSchema) }),
  z.object({ kind: z.literal('digest'), digest: digestSchema }),
]);
export type StoredNotice = z.infer<typeof storedNoticeSchema>;
