import type { Edition } from '#shared/briefing/edition.ts';
import { momentOf } from '#shared/briefing/scene/kit.ts';
import type { Locale } from '#shared/locale.ts';

/** The edition's mark on papers: number, moment and the beginning and end of its hash. */
export function editionLine({ head, content }: Edition, locale: Locale): string {
  const moment = momentOf(head.frozenAt, { locale, timeZone: content.timeZone });
  const hash = `${head.sha256.slice(0, 12)}…${head.sha256.slice(-12)}`;
  return locale === 'id'
    ? `Edisi ${head.number}, dibekukan ${moment} · SHA-256 ${hash}`
    : `Edition ${head.number}, frozen ${moment} · SHA-256 ${hash}`;
}
