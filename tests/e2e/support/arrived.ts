import { join } from 'node:path';
import Database from 'better-sqlite3';

export type Arrived = { areaId: string; indicatorId: string; value: number | null; action: string; version: number };

/**
 * What is written in the cells of one month, read past the application: every revision, in the order in which they were
 * written.
 */
export function arrivedIn(dataDir: string, { month, issueId }: { month: string; issueId: string }): Arrived[] {
  const database = new Database(join(dataDir, 'satgas.sqlite'), { readonly: true });
  try {
    return database
      .prepare<[string, string], Arrived>(
        `select areaId, indicatorId, toValue as value, action, version from entry_revision
         where month = ? and indicatorId like ? order by at, version`,
      )
      .all(month, `${issueId}_%`);
  } finally {
    database.close();
  }
}

/** How often the report was handed in. */
export function submissionsOf(dataDir: string, reportKey: string): number {
  const database = new Database(join(dataDir, 'satgas.sqlite'), { readonly: true });
  try {
    return (
      database
        .prepare<[string], { times: number }>(
          `select count(*) as times from audit_event where event = 'report.submitted' and subjectId = ?`,
        )
        .get(reportKey)?.times ?? 0
    );
  } finally {
    database.close();
  }
}
