import type { DatabaseHandle } from '#db/connection.ts';
import type { Config } from '#server/config.ts';
import type { Actor, Context } from '#server/context.ts';
import { currentDate } from '#shared/month.ts';

/** What a request about action items, meetings and decisions stands on. */
export interface FollowUpScene {
  handle: DatabaseHandle;
  config: Pick<Config, 'timeZone' | 'dataDir' | 'provinceCode'>;
  actor: Actor;
}

/** The scene of a procedure's context. */
export function followUpScene(ctx: Pick<Context, 'config' | 'database'> & { actor: Actor }): FollowUpScene {
  return { handle: ctx.database, config: ctx.config, actor: ctx.actor };
}

export function todayIn({ config }: Pick<FollowUpScene, 'config'>): string {
  return currentDate(new Date(), config.timeZone);
}
