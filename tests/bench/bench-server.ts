import { openDatabase } from '#db/connection.ts';
import { appRouter } from '#server/app-router.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';
import { permitted, router } from '#server/trpc.ts';

/** The application as it is served, with one more procedure, which does nothing: what the framework alone costs. */
const benchRouter = router({
  ...appRouter._def.record,
  bench: router({ empty: permitted('session.read').query(() => null) }),
});

const config = readConfig(process.env);
const server = await startServer({ config, database: openDatabase(config.databaseUrl, config), router: benchRouter });

/** Peak memory of this process in MB. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

process.on('message', (question) => {
  if (question === 'memory') process.send?.({ memory: peakMemory() });
});
process.on('SIGTERM', () => {
  server.stop().then(() => process.exit(0));
});
process.send?.({ url: server.url });
