import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type IssueId, issueIds } from '#shared/indicator.ts';
import { type News, newsKinds, type SmallWinState, smallWinStates } from '#shared/small-win.ts';

export interface FeedFilter {
  issueId?: IssueId;
  areaId?: string;
  news?: News;
  state?: SmallWinState;
  from?: string;
  to?: string;
  text?: string;
}

const keys = {
  issueId: 'isu',
  areaId: 'wilayah',
  news: 'kabar',
  state: 'keadaan',
  from: 'dari',
  to: 'sampai',
  text: 'cari',
} as const satisfies Record<keyof FeedFilter, string>;

const datePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const areaPattern = /^\d{2}(\.\d{2,4}){0,2}$/;

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text);
}

function matching(pattern: RegExp, text: string | null): string | undefined {
  return text !== null && pattern.test(text) ? text : undefined;
}

/** What is nonsense in the address is as if it were not there. */
export function readFeedFilter(params: URLSearchParams): FeedFilter {
  const text = params.get(keys.text)?.trim().slice(0, 100);
  const filter: FeedFilter = {
    issueId: oneOf(issueIds, params.get(keys.issueId)),
    areaId: matching(areaPattern, params.get(keys.areaId)),
    news: oneOf(newsKinds, params.get(keys.news)),
    state: oneOf(smallWinStates, params.get(keys.state)),
    from: matching(datePattern, params.get(keys.from)),
    to: matching(datePattern, params.get(keys.to)),
    text: text === '' ? undefined : text,
  };
  return filter;
}

/** The filters live in the address: a view can be shared as a link, and the back button undoes one. */
export function useFeedFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFeedFilter(params), [params]);
  const change = useCallback(
    (patch: Partial<FeedFilter>, options: { replace?: boolean } = {}) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries({ ...readFeedFilter(old), ...patch })) {
            const key = keys[name as keyof FeedFilter];
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { preventScrollReset: true, ...options },
      ),
    [setParams],
  );
  const clear = useCallback(() => setParams({}, { preventScrollReset: true }), [setParams]);
  const { state: _, ...content } = filter;
  const count = Object.values(content).filter(Boolean).length;
  return { filter, change, clear, count };
}
