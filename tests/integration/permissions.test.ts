import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { AppError } from '#server/app-error.ts';
import { appRouter } from '#server/app-router.ts';
import type { Actor } from '#server/context.ts';
import { can, type Permission, permissions, type Role, roles } from '#shared/permissions.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';

interface Procedure {
  path: string;
  permission: Permission | undefined;
}

const procedures: Procedure[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  permission: permissionOf(procedure),
}));

function permissionOf(procedure: unknown): Permission | undefined {
  const meta = property(property(procedure, '_def'), 'meta');
  const permission = property(meta, 'permission');
  return typeof permission === 'string' && permission in permissions ? (permission as Permission) : undefined;
}

function property(value: unknown, name: string): unknown {
  return (typeof value === 'object' || typeof value === 'function') && value !== null
    ? Reflect.get(value, name)
    : undefined;
}

type Outcome = 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'let in';

/** Calls with no input at all: whoever is let in gets as far as a refused input, or an answer. */
async function call(caller: unknown, path: string): Promise<Outcome> {
  const procedure = path.split('.').reduce(property, caller);
  if (typeof procedure !== 'function') throw new Error(`${path} cannot be called`);
  try {
    await procedure(undefined);
    return 'let in';
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : undefined;
    const code = cause instanceof AppError ? cause.code : undefined;
    return code === 'NOT_SIGNED_IN' || code === 'NOT_ALLOWED' ? code : 'let in';
  }
}

function expected(role: Role, permission: Permission): Outcome {
  if (can(role, permission)) return 'let in';
  return role === 'public' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED';
}

it('every procedure names a permission', () => {
  expect(procedures.length).toBeGreaterThan(0);
  expect(procedures.filter(({ permission }) => permission === undefined).map(({ path }) => path)).toEqual([]);
});

it('every permission guards something: a procedure, or a plain HTTP address', () => {
  const folder = join(import.meta.dirname, '../../server');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const unused = Object.keys(permissions).filter((permission) => !source.includes(`'${permission}'`));
  expect(unused).toEqual([]);
});

onEachEngine('every procedure, called by every role and by a stranger', (open) => {
  it('is refused or let in as the table of permissions says', async () => {
    const database = await open();
    const agency = await insertAgency(database);
    const wrong: string[] = [];
    for (const role of roles) {
      const actor: Actor | null = role === 'public' ? null : await insertUser(database, { role, agencyId: agency.id });
      const caller = callerFor(database, actor);
      for (const { path, permission } of procedures) {
        if (permission === undefined) continue;
        const outcome = await call(caller, path);
        if (outcome !== expected(role, permission)) wrong.push(`${path} as ${role}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
