import { formatDateTime } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import type { Status } from '#shared/status.ts';
import type { Ink, SceneItem } from './scene.ts';
import { en } from './words/en.ts';
import { id, type Words } from './words/id.ts';

/** What every part of a slide is drawn with. */
export interface Kit {
  locale: Locale;
  words: Words;
  /** The slide's month. */
  month: Month;
  timeZone: string;
}

/** A part of the slide in slide units. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Shapes, with what they say; without words of its own a part is read out text by text. */
export interface Part {
  items: SceneItem[];
  words?: readonly string[];
}

export const wordsOf: Readonly<Record<Locale, Words>> = { id, en };

export function issueInk<Suffix extends '' | '-soft' | '-deep' | '-text' = ''>(issueId: IssueId, suffix?: Suffix) {
  const name = { KE: 'ke', ST: 'st', ATS: 'ats', PA: 'pa', INF: 'inf' } as const;
  return `issue-${name[issueId]}${suffix ?? ''}` as Ink;
}

export function statusInk(status: Status, suffix: '' | '-bg' | '-fg' = ''): Ink {
  const name = {
    achieved: 'achieved',
    on_track: 'on-track',
    attention: 'attention',
    critical: 'critical',
    no_data: 'no-data',
  } as const;
  return `status-${name[status]}${suffix}`;
}

/** The country's three zones by the names people use; elsewhere the distance to UTC. */
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export function momentOf(instant: string, { locale, timeZone }: Pick<Kit, 'locale' | 'timeZone'>): string {
  return formatDateTime(instant, locale, timeZone, zoneNames[timeZone] ?? utcOffset(instant, timeZone));
}

function utcOffset(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(instant),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
