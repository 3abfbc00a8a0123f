import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { DataScope } from '#shared/figure.ts';
import { useCan, useSession } from './session.ts';

const monthKey = 'bulan';
const scopeKey = 'data';
const provisionalWord = 'sementara';
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

export interface MonthParam {
  /** 'YYYY-MM'; the last month that is over when the address names none or nonsense. */
  month: string;
  scope: DataScope;
  /** Only staff may look at figures that nobody has verified yet; for others the scope stays verified. */
  mayReadProvisional: boolean;
  /** False when the address leaves the month open, so that a page may choose a better default. */
  isMonthChosen: boolean;
  setMonth: (month: string) => void;
  setScope: (scope: DataScope) => void;
}

/** The month and the scope of the data live in the address, so that a view can be shared as a link and the back button works. */
export function useMonthParam(): MonthParam {
  const { app } = useSession();
  const [params, setParams] = useSearchParams();
  const wanted = params.get(monthKey);
  const mayReadProvisional = useCan('figure.read_provisional');
  const isMonthChosen = wanted !== null && monthPattern.test(wanted);

  const setMonth = useCallback(
    (month: string) => setParams((old) => withParam(old, monthKey, month), { preventScrollReset: true }),
    [setParams],
  );
  const setScope = useCallback(
    (scope: DataScope) =>
      setParams((old) => withParam(old, scopeKey, scope === 'provisional' ? provisionalWord : undefined), {
        preventScrollReset: true,
      }),
    [setParams],
  );

  return {
    month: isMonthChosen ? wanted : app.defaultMonth,
    scope: mayReadProvisional && params.get(scopeKey) === provisionalWord ? 'provisional' : 'verified',
    mayReadProvisional,
    isMonthChosen,
    setMonth,
    setScope,
  };
}

/** `?bulan=…&data=…` of the present address (or ''), to append to links between pages that show figures of a month. */
export function useMonthSearch(): string {
  const { search } = useLocation();
  return useMemo(() => {
    const kept = new URLSearchParams();
    const present = new URLSearchParams(search);
    for (const key of [monthKey, scopeKey]) {
      const value = present.get(key);
      if (value !== null) kept.set(key, value);
    }
    const text = kept.toString();
    return text === '' ? '' : `?${text}`;
  }, [search]);
}

function withParam(old: URLSearchParams, key: string, value: string | undefined): URLSearchParams {
  const params = new URLSearchParams(old);
  if (value === undefined) params.delete(key);
  else params.set(key, value);
  return params;
}
