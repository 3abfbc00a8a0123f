import type { ZodType } from 'zod';

const schemas: Record<string, () => Promise<ZodType>> = {
  'session.me': async () => (await import('#shared/session.ts')).sessionSchema,
  'report.due': async () => (await import('#shared/report/due.ts')).dueOutput,
  'report.dueCount': async () => (await import('#shared/report/due.ts')).dueCountOutput,
  'report.get': async () => (await import('#shared/report.ts')).reportGridSchema,
  reference: async () => (await import('#shared/reference.ts')).referenceSchema,
};

/** Checks an answer that another build has kept, by the shape that this one reads. Undefined where it does not fit. */
export async function checkKept(name: string, answer: unknown): Promise<unknown> {
  const schema = await schemas[name.split(' ')[0] ?? '']?.();
  return schema?.safeParse(answer).data;
}
