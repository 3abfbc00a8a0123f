import type { DatabaseHandle } from '#db/connection.ts';
import { areaPage } from '#server/area/area.service.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { issuePage } from '#server/issue/issue.service.ts';
import { overview } from '#server/overview/overview.service.ts';
import type { Permission } from '#shared/permissions.ts';
import { reference } from './reference.service.ts';

export interface ReadPage {
  /** The address within the read API, by which the answer is kept. */
  path: string;
  permission: Permission;
  /** The same for everybody and every month; it changes with the reference data alone. */
  isTimeless: boolean;
  compute(database: DatabaseHandle, scope: PageScope): Promise<unknown>;
}

const namePattern = /^[a-z0-9-]{1,60}$/;
const codePattern = /^\d{2}(\.\d{2,4}){0,3}$/;

function figurePage(path: string, compute: ReadPage['compute']): ReadPage {
  return { path, permission: 'figure.read', isTimeless: false, compute };
}

/** What a path below /api/read answers with; undefined for none. */
export function findReadPage(path: string): ReadPage | undefined {
  if (path === '/overview') return figurePage(path, overview);
  if (path === '/reference') {
    return { path, permission: 'reference.read', isTimeless: true, compute: ({ db }, scope) => reference(db, scope) };
  }
  const [, noun, name = '', ...rest] = path.split('/');
  if (rest.length > 0) return undefined;
  if (noun === 'issue' && namePattern.test(name)) {
    return figurePage(path, (database, scope) => issuePage(database, scope, name));
  }
  if (noun === 'area' && codePattern.test(name)) {
    return figurePage(path, ({ db }, scope) => areaPage(db, scope, name));
  }
  return undefined;
}
