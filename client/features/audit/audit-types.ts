import type { RouterOutput } from '#client/lib/trpc.ts';

export type AuditPage = RouterOutput['audit']['list'];
export type AuditLine = AuditPage['lines'][number];
/** Names by id of what the lines refer to. */
export type AuditNames = AuditPage['names'];
