import type { Insertable } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { AgencyTable, UserTable } from '#db/schema.ts';
import type { Actor } from '#server/context.ts';
import { makeActor } from './caller.ts';

export async function insertAgency(
  database: DatabaseHandle,
  overrides: Partial<Insertable<AgencyTable>> = {},
): Promise<Insertable<AgencyTable>> {
  const id = uuid();
  const agency = {
    id,
    abbr: `OPD ${id.slice(-6)}`,
    name: `Dinas Uji ${id.slice(-6)}`,
    type: 'dinas',
    validFrom: '2020-01-01',
    validTo: null,
    source: null,
    confidence: null,
    note: null,
    version: 1,
    ...overrides,
  };
  await database.transaction((trx) => trx.insertInto('agency').values(agency).execute());
  return agency;
}

/** A person without a password, and the actor they are when signed in. */
export async function insertUser(
  database: DatabaseHandle,
  overrides: Partial<Insertable<UserTable>> & { role: Actor['role'] },
): Promise<Actor> {
  const id = uuid();
  const now = new Date().toISOString();
  const user = {
    id,
    name: `Orang ${id.slice(-6)}`,
    email: `${id}@contoh.test`,
    emailVerified: 1 as const,
    image: null,
    username: id,
    displayUsername: null,
    agencyId: null,
    locale: 'id',
    isDisabled: 0 as const,
    isSample: 0 as const,
    phone: null,
    twoFactorEnabled: 0 as const,
    createdAt: now,
    updatedAt: now,
    ...overrides,
  };
  await database.transaction((trx) => trx.insertInto('user').values(user).execute());
  return makeActor({ id: user.id, name: user.name, role: overrides.role, agencyId: user.agencyId });
}
