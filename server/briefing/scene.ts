import type { DatabaseHandle } from '#db/connection.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';

/** What a request to this noun stands on. */
export interface BriefingScene {
  handle: DatabaseHandle;
  config: Pick<Config, 'timeZone' | 'dataDir' | 'provinceCode'>;
  actor: Actor;
}
