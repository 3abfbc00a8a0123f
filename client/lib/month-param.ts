import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useCan, useSession } from './session.ts';

export type DataView = 'verified' | 'provisional';

const monthKey = 'bulan';
const viewKey = 'data';
const provisionalWord = 'sementara';
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

export interface MonthParam {
  /** 'YYYY-MM'; the current month when the address names none or nonsense. */
  month: string;
  view: DataView;
  /** Only staff may look at figures that nobody has verified yet; for others the view stays verified. */
  mayReadProvisional: boolean;
  /** False when the address leaves the month open, so that a page may choose a better default. */
  isMonthChosen: boolean;
  setMonth: (month: string) => void;
  setView: (view: DataView) => void;
}

/** The month and the view live in the address, so that a view can be shared as a link and the back button works. */
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
  const setView = useCallback(
    (view: DataView) =>
      setParams((old) => withParam(old, viewKey, view === 'provisional' ? provisionalWord : undefined), {
        preventScrollReset: true,
      }),
    [setParams],
  );

  return {
    month: isMonthChosen ? wanted : app.currentMonth,
    view: mayReadProvisional && params.get(viewKey) === provisionalWord ? 'provisional' : 'verified',
    mayReadProvisional,
    isMonthChosen,
    setMonth,
    setView,
  };
}

/** `?bulan=…&data=…` of the present address (or ''), to append to links between pages that show figures of a month. */
export function useMonthSearch(): string {
  const { search } = useLocation();
  return useMemo(() => {
    const kept = new URLSearchParams();
    const present = new URLSearchParams(search);
    for (const key of [monthKey, viewKey]) {
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
