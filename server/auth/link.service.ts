import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database, OneTimeLinkTable } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import {
  consumeLink,
  findOpenLink,
  insertLink,
  listOpenInvitations,
  revokeLinkById,
  revokeOpenLinks,
  revokeOpenLinksAround,
} from './link.queries.ts';

export { invitationMail } from './link-mail.ts';

export type LinkKind = OneTimeLinkTable['kind'];
export type OpenLink = NonNullable<Awaited<ReturnType<typeof findOpenLink>>>;

const HOUR_MS = 3_600_000;
const lifetimeMs: Record<LinkKind, number> = {
  setup: 24 * HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
  password_reset: 24 * HOUR_MS,
};
/** The page of each kind; the token follows it. */
export const linkPagePath: Record<LinkKind, string> = {
  setup: 'penyiapan',
  invitation: 'undangan',
  password_reset: 'atur-ulang',
};

export interface MadeLink {
  id: string;
  /** The address to hand over. It is not kept anywhere: the database knows only a hash of its token. */
  url: string;
  expiresAt: string;
}

type LinkSubject = Partial<Pick<OneTimeLinkTable, 'email' | 'name' | 'role' | 'agencyId' | 'userId'>>;

/** Makes a link that works once; an earlier one for the same person or address stops working. */
export async function makeLink(
  trx: Transaction<Database>,
  config: Pick<Config, 'publicUrl'>,
  input: { kind: LinkKind; createdById: string | null; lifetimeMs?: number } & LinkSubject,
): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const { kind, email = null, name = null, role = null, agencyId = null, userId = null, createdById } = input;
  await revokeOpenLinks(trx, { kind, email, userId }, now.toISOString());
  const link = {
    id: uuid(),
    kind,
    tokenHash: hashToken(token),
    email,
    name,
    role,
    agencyId,
    userId,
    createdById,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + (input.lifetimeMs ?? lifetimeMs[kind])).toISOString(),
    usedAt: null,
    revokedAt: null,
  };
  await insertLink(trx, link);
  return { id: link.id, url: `${config.publicUrl}/${linkPagePath[kind]}/${token}`, expiresAt: link.expiresAt };
}

/** Throws LINK_INVALID for a token that is unknown, used, withdrawn, expired, or of another kind. */
export async function getOpenLink(handle: DatabaseHandle, token: string, kind?: LinkKind): Promise<OpenLink> {
  const link = await findOpenLink(handle.db, hashToken(token), new Date().toISOString());
  if (!link || (kind && link.kind !== kind)) throw new AppError('LINK_INVALID');
  if (link.kind === 'password_reset' && link.isDisabled !== 0) throw new AppError('LINK_INVALID');
  return link;
}

/** Uses the link up within the transaction that does what it is for. */
export async function useLink(trx: Transaction<Database>, link: OpenLink): Promise<void> {
  if (!(await consumeLink(trx, link.id, new Date().toISOString()))) throw new AppError('LINK_INVALID');
}

export function listInvitations(handle: DatabaseHandle) {
  return listOpenInvitations(handle.db, new Date().toISOString());
}

/** Withdraws a link that was handed over. */
export async function revokeLink(
  handle: DatabaseHandle,
  actor: { id: string },
  input: { id: string; kind: LinkKind },
): Promise<void> {
  await handle.transaction(async (trx) => {
    const isRevoked = await revokeLinkById(trx, input.id, input.kind, new Date().toISOString());
    if (!isRevoked) throw new AppError('LINK_INVALID');
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'link.revoked', subjectType: 'link', subjectId: input.id, data: { kind: input.kind } }],
      { changesFigures: false },
    );
  });
}

/** A password was set, or the account closed: no earlier link to a new password works any more. */
export function revokeLinksTo(trx: Transaction<Database>, userId: string): Promise<void> {
  return revokeOpenLinksAround(trx, userId, 'userId', new Date().toISOString());
}

/** Somebody manages no users any more: what they handed out and nobody has used yet works no longer. */
export function revokeLinksBy(trx: Transaction<Database>, userId: string): Promise<void> {
  return revokeOpenLinksAround(trx, userId, 'createdById', new Date().toISOString());
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * The link with which the first administrator is created, or null when there is one. Each call makes a new link and
 * withdraws the one before, because the address itself is kept nowhere.
 */
export async function ensureSetupLink(
  handle: DatabaseHandle,
  config: Pick<Config, 'publicUrl'>,
): Promise<string | null> {
  return handle.transaction(async (trx) => {
    if (await hasAdministrator(trx)) return null;
    const link = await makeLink(trx, config, { kind: 'setup', createdById: null });
    return link.url;
  });
}

export async function hasAdministrator(trx: Transaction<Database>): Promise<boolean> {
  const administrator = await trx
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'administrator')
    .where('isDisabled', '=', 0)
    .executeTakeFirst();
  return administrator !== undefined;
}
