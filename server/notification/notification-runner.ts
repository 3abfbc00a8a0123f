import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Config } from '#server/config.ts';
import { onWaitingMail } from './notice-signal.ts';
import { deleteBefore, hasAnyBefore } from './notification.queries.ts';
import { sendWaitingMails } from './send-mails.ts';
import { tellWhatIsDue } from './tell.ts';

export interface NotificationRunner {
  /** Lets the mail that is under way end, for a while, and begins no other. */
  stop(): Promise<void>;
  /** Resolves once this process has nothing to do. */
  idle(): Promise<void>;
}

export interface NotificationRunnerParts {
  database: DatabaseHandle;
  config: Pick<Config, 'timeZone' | 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'isDemo'>;
  logger: Pick<Logger, 'error' | 'info'>;
  now?: () => Date;
}

/** How often a process looks for mails whose time has come, and for what is to be told. */
const LOOK_MS = 60_000;
const TELL_MS = 5 * 60_000;
const CLEANING_MS = 24 * 3600_000;
/** Notices are kept for a year and a little. */
const KEPT_MS = 400 * 24 * 3600_000;
/** How long a mail that is under way may take when the application stops. */
const STOP_GRACE_MS = 10_000;

/**
 * Tells people what they are to be told and sends the mails. Several processes on one database may do so at once: what is
 * told is claimed in the database, and so is each mail.
 */
export function startNotificationRunner(parts: NotificationRunnerParts): NotificationRunner {
  const { database, config, logger, now = () => new Date() } = parts;
  const stopping = new AbortController();
  const sender = { database, config, workerId: uuid(), now, signal: stopping.signal };
  let working: Promise<void> | undefined;
  let isAnnounced = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  let cleanedAt = Number.NEGATIVE_INFINITY;

  const look = () => {
    isAnnounced = true;
    working ??= work().finally(() => {
      working = undefined;
      // Announced in the moment in which the last look ended.
      if (isAnnounced && !stopping.signal.aborted) look();
    });
  };
  const unsubscribe = onWaitingMail(look);
  const timer = setInterval(look, LOOK_MS).unref();
  look();

  async function work(): Promise<void> {
    try {
      while (isAnnounced && !stopping.signal.aborted) {
        isAnnounced = false;
        if (isTime(toldAt, TELL_MS)) {
          toldAt = now().getTime();
          await tellWhatIsDue(database, config, now());
        }
        await sendWaitingMails(sender);
        if (isTime(cleanedAt, CLEANING_MS)) {
          cleanedAt = now().getTime();
          await clean();
        }
      }
    } catch (error) {
      // The database does not answer: the next look comes by itself.
      isAnnounced = false;
      logger.error({ err: error }, 'cannot tell people what they are to be told');
    }
  }

  function isTime(last: number, every: number): boolean {
    return !stopping.signal.aborted && now().getTime() - last >= every;
  }

  async function clean(): Promise<void> {
    const before = new Date(now().getTime() - KEPT_MS).toISOString();
    if (await hasAnyBefore(database.db, before)) await database.transaction((trx) => deleteBefore(trx, before));
  }

  return {
    async stop() {
      clearInterval(timer);
      unsubscribe();
      stopping.abort();
      await Promise.race([working, new Promise<void>((resolve) => setTimeout(resolve, STOP_GRACE_MS).unref())]);
    },
    async idle() {
      while (working) await working;
    },
  };
}
