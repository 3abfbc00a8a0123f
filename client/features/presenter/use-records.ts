import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLiveState } from '#client/lib/live.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { useCan, useSession } from '#client/lib/session.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import { useToday } from '#client/lib/use-today.ts';
import type { Invitee, MeetingBrief } from '#shared/meeting.ts';
import type { Presentation } from './presentation.ts';
import type { RecordDraft } from './record-draft.ts';
import { type OutboxEntry, type OutboxState, outboxPlace, RecordOutbox } from './record-outbox.ts';

const retryMs = 10_000;
/** A network that swallows requests must not hold up the next try. */
const sendLimitMs = 20_000;

/** A decision or action item that was recorded at a slide, wherever it is now. */
export interface RecordedAtSlide {
  id: string;
  slideId: string;
  what: 'decision' | 'actionItem';
  text: string;
  owner: string | null;
  dueDate: string | null;
  state: 'kept' | 'waiting' | 'refused';
}

export interface Records {
  /** Whether this person may record at these slides at all. */
  isPossible: boolean;
  outbox: RecordOutbox;
  state: OutboxState;
  recorded: readonly RecordedAtSlide[];
  meetings: readonly MeetingBrief[];
  agencies: readonly Invitee[];
  /** Forms that were closed with words in them, by slide. */
  drafts: Map<string, RecordDraft>;
}

/**
 * What is recorded during a presentation, and what it needs: meetings and agencies are fetched as the presentation
 * opens, for later there may be no network.
 */
export function useRecords(presentation: Presentation): Records {
  const { user } = useSession();
  const live = useLiveState();
  const today = useToday();
  const mayRecord = useCan('decision.record');
  const mayRead = useCan('meeting.read');
  const { edition } = presentation;
  const isPossible = edition !== null && mayRecord;
  const userId = user?.id ?? '';

  const [outbox] = useState(
    () =>
      new RecordOutbox({
        userId,
        storage: storage(),
        send: (input) => trpcClient.meeting.recordAtSlide.mutate(input, { signal: AbortSignal.timeout(sendLimitMs) }),
      }),
  );
  const [drafts] = useState(() => new Map<string, RecordDraft>());
  const state = useSyncExternalStore(outbox.subscribe, outbox.state);
  const waits = state.waiting.some(({ problem }) => problem === null);

  // The browser hears of its own network only; a server that comes back is found by trying.
  useEffect(() => {
    if (!waits) return;
    if (live === 'live') void outbox.flush();
    const timer = setInterval(() => void outbox.flush(), retryMs);
    const now = () => void outbox.flush();
    window.addEventListener('online', now);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', now);
    };
  }, [waits, live, outbox]);

  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === outboxPlace(userId)) outbox.reread();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [outbox, userId]);

  // The lists of meetings and action items, opened afterwards, show what was recorded here.
  const sentCount = state.sent.length;
  useEffect(() => {
    if (sentCount === 0) return;
    void queryClient.invalidateQueries(trpc.meeting.pathFilter());
    void queryClient.invalidateQueries(trpc.actionItem.pathFilter());
  }, [sentCount]);

  const editionId = edition?.id ?? null;
  const kept = useQuery({
    queryKey: ['presenter', 'recorded', editionId],
    queryFn: () => recordedBefore(editionId ?? ''),
    enabled: editionId !== null && mayRead,
    staleTime: 'static',
    gcTime: 0,
  });
  const choices = useQuery({
    queryKey: ['presenter', 'choices', today],
    queryFn: async () => {
      const [meetings, agencies] = await Promise.all([
        trpcClient.meeting.list.query({ span: 'all' }),
        trpcClient.meeting.invitees.query({ date: today }),
      ]);
      return { meetings, agencies };
    },
    enabled: isPossible && mayRead,
    staleTime: 'static',
    gcTime: 0,
  });

  const agencies = choices.data?.agencies ?? none;
  const recorded = useMemo(() => {
    const abbrOf = new Map(agencies.map(({ agencyId, abbr }) => [agencyId, abbr]));
    const own = [
      ...state.sent.flatMap((entry) => recordsOf(entry, 'kept', abbrOf)),
      ...state.waiting
        .filter(({ input }) => input.editionId === editionId)
        .flatMap((entry) => recordsOf(entry, entry.problem === null ? 'waiting' : 'refused', abbrOf)),
    ];
    const ids = new Set(own.map(({ id }) => id));
    return [...(kept.data ?? []).filter(({ id }) => !ids.has(id)), ...own];
  }, [kept.data, state.sent, state.waiting, agencies, editionId]);

  return { isPossible, outbox, state, recorded, agencies, meetings: choices.data?.meetings ?? none, drafts };
}

const none: never[] = [];

async function recordedBefore(editionId: string): Promise<RecordedAtSlide[]> {
  const [decisions, items] = await Promise.all([
    trpcClient.meeting.decisions.query({}),
    trpcClient.actionItem.list.query({ state: 'all' }),
  ]);
  return [
    ...decisions.flatMap(({ id, slide, text }): RecordedAtSlide[] =>
      slide?.editionId === editionId
        ? [{ id, slideId: slide.slideId, what: 'decision', text, owner: null, dueDate: null, state: 'kept' }]
        : [],
    ),
    ...items.flatMap(({ id, slide, text, ownerAbbr: owner, dueDate }): RecordedAtSlide[] =>
      slide?.editionId === editionId
        ? [{ id, slideId: slide.slideId, what: 'actionItem', text, owner, dueDate, state: 'kept' }]
        : [],
    ),
  ];
}

function recordsOf(
  { input: { slideId, decision, actionItem } }: OutboxEntry,
  state: RecordedAtSlide['state'],
  abbrOf: ReadonlyMap<string, string>,
): RecordedAtSlide[] {
  const records: RecordedAtSlide[] = [];
  if (decision)
    records.push({
      id: decision.id,
      slideId,
      what: 'decision',
      text: decision.text,
      owner: null,
      dueDate: null,
      state,
    });
  if (actionItem) {
    const { id, text, ownerAgencyId, dueDate } = actionItem;
    const owner = abbrOf.get(ownerAgencyId) ?? ownerAgencyId;
    records.push({ id, slideId, what: 'actionItem', text, owner, dueDate, state });
  }
  return records;
}

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
