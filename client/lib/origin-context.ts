import { createContext, use } from 'react';
import type { Month } from '#shared/month.ts';

/** What a number is a number of: enough to ask the server where it comes from. */
export interface OriginKey {
  indicatorId: string;
  areaId: string;
  month: Month;
}

export type OpenOrigin = (key: OriginKey) => void;

/** Opens the origin of a number. Provided by the pages, so that every feature can use it without knowing the drawer. */
export const OriginContext = createContext<OpenOrigin | undefined>(undefined);

/** Undefined where no drawer is at hand: numbers are plain text there. */
export function useOrigin(): OpenOrigin | undefined {
  return use(OriginContext);
}

/** The part of the address that names the number whose origin lies open. */
export const originParam = 'asal';

/** The address's form of a key, `ST_INTERVENSI.76.04.2023-08`: indicators have no dot, areas may have several. */
export function originAddress({ indicatorId, areaId, month }: OriginKey): string {
  return `${indicatorId}.${areaId}.${month}`;
}

export function parseOriginAddress(text: string | null): OriginKey | undefined {
  const match = /^([A-Z][A-Z0-9_]{1,59})\.(ID|\d{2}(?:\.\d{2,4}){0,3})\.(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(text ?? '');
  const [, indicatorId, areaId, month] = match ?? [];
  return indicatorId && areaId && month ? { indicatorId, areaId, month } : undefined;
}
