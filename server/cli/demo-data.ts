import type { DatabaseHandle } from '#db/connection.ts';
import { type DemoOptions, seedDemo } from '#db/demo/seed-demo.ts';
import { currentDate } from '#shared/month.ts';
import { recordAudit } from '../audit.ts';
import type { Config } from '../config.ts';

const KEY = 'demo.loadedAt';

async function holdsDemoData({ db }: DatabaseHandle): Promise<boolean> {
  const row = await db.selectFrom('setting').select('key').where('key', '=', KEY).executeTakeFirst();
  return row !== undefined;
}

/** Loads the sample figures once and for all, in one transaction: a start that was interrupted leaves none of them. */
export async function ensureDemoData(database: DatabaseHandle, config: Config): Promise<void> {
  if (await holdsDemoData(database)) return;
  const now = new Date();
  const { timeZone, provinceCode } = config;
  const userIds = await sampleUserIds(database, currentDate(now, timeZone));
  await database.transaction(async (trx) => {
    await seedDemo(trx, { now, timeZone, provinceCode, userIds });
    await trx
      .insertInto('setting')
      .values({ key: KEY, value: now.toISOString(), updatedAt: now.toISOString() })
      .execute();
    await recordAudit(trx, null, [
      { event: 'data.seeded', subjectType: 'database', subjectId: 'demo', data: { provinceCode } },
    ]);
  });
}

/** The demo accounts in whose names the sample's history is written. */
async function sampleUserIds({ db }: DatabaseHandle, today: string): Promise<DemoOptions['userIds']> {
  const accounts = await db.selectFrom('user').select(['id', 'role', 'agencyId']).where('isSample', '=', 1).execute();
  const coordinations = await db
    .selectFrom('assignment')
    .select(['issueId', 'agencyId'])
    .where('role', '=', 'issue_coordinator')
    .where('validFrom', '<=', today)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
    .execute();
  const idsOf = (role: string) =>
    accounts.flatMap((account): [string, string][] =>
      account.role === role && account.agencyId ? [[account.agencyId, account.id]] : [],
    );
  const verifierOf = new Map(idsOf('issue_coordinator'));
  return {
    secretariat: accounts.find((account) => account.role === 'secretariat')?.id,
    focalByAgency: Object.fromEntries(idsOf('focal_point')),
    verifierByIssue: Object.fromEntries(
      coordinations.flatMap(({ issueId, agencyId }) => {
        const id = verifierOf.get(agencyId);
        return issueId && id ? [[issueId, id]] : [];
      }),
    ),
  };
}
