import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#client/lib/app-error.ts';
import { notifyError } from '#client/lib/notify.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import type { Deck } from '#shared/briefing/deck.ts';
import { noFilter, type Slide, type SlideKind, slideKindFilters } from '#shared/briefing/slide.ts';
import { issueIds } from '#shared/indicator.ts';
import { patchDeck, refreshDeck } from './deck-savers.ts';
import type { DeckSaving } from './use-deck-savers.ts';
import { useSlideWords } from './use-slide-words.ts';

export interface SlideMoves {
  /** What was just done, to be read out. */
  announcement: string;
  /** The slide dropped last, which can be brought back. */
  dropped: Slide | undefined;
  forgetDropped: () => void;
  isBusy: boolean;
  add: (kind: SlideKind, afterId: string | null) => Promise<void>;
  duplicate: (slide: Slide) => Promise<void>;
  remove: (slide: Slide) => Promise<void>;
  restore: (slideId: string) => Promise<void>;
  /** To the place with this index. */
  moveTo: (slide: Slide, index: number) => Promise<void>;
}

/** What is done with whole slides. Each shows at once, is said aloud, and is taken back when the server refuses it. */
export function useSlideMoves(deck: Deck, savers: DeckSaving, onSelect: (slideId: string) => void): SlideMoves {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const words = useSlideWords();
  const [announcement, setAnnouncement] = useState('');
  const [dropped, setDropped] = useState<Slide>();
  const [isBusy, setBusy] = useState(false);

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      const isChanged = toAppError(error).code === 'VERSION_CONFLICT';
      notifyError(isChanged ? t('slide.changedMeanwhile') : errorText(error));
      await refreshDeck(deck.id);
    } finally {
      setBusy(false);
    }
  }

  const insert = async (slide: Slide, afterId: string | null) => {
    await patchDeck(deck.id, (now) => ({ ...now, slides: placed(now.slides, slide, afterId) }));
    onSelect(slide.id);
    await refreshDeck(deck.id);
  };

  return {
    announcement,
    dropped,
    forgetDropped: () => setDropped(undefined),
    isBusy,
    add: (kind, afterId) =>
      attempt(async () => {
        const filter = { ...noFilter, issueId: nextIssue(deck, kind) };
        const slide = await trpcClient.briefing.addSlide.mutate({
          deckId: deck.id,
          afterId,
          kind,
          filter,
          title: null,
          notes: '',
          body: '',
        });
        await insert(slide, afterId);
        setAnnouncement(t('announce.added', { slide: words.subject(slide) }));
      }),
    duplicate: (slide) =>
      attempt(async () => {
        // The copy is made of what the server has.
        await savers.slides.settle();
        const copy = await trpcClient.briefing.duplicateSlide.mutate({ deckId: deck.id, slideId: slide.id });
        await insert(copy, slide.id);
        setAnnouncement(t('announce.duplicated', { slide: words.subject(slide) }));
      }),
    remove: (slide) =>
      attempt(async () => {
        await savers.slides.settle();
        const known = deck.slides.findIndex(({ id }) => id === slide.id);
        const neighbour = deck.slides[known + 1] ?? deck.slides[known - 1];
        const { version } = (await currentSlide(deck.id, slide.id)) ?? slide;
        await trpcClient.briefing.removeSlide.mutate({ deckId: deck.id, slideId: slide.id, version });
        savers.slides.forget(slide.id);
        setDropped(slide);
        if (neighbour) onSelect(neighbour.id);
        await patchDeck(deck.id, (now) => ({ ...now, slides: now.slides.filter(({ id }) => id !== slide.id) }));
        setAnnouncement(t('announce.removed', { slide: words.subject(slide) }));
        await refreshDeck(deck.id);
      }),
    restore: (slideId) =>
      attempt(async () => {
        const slide = await trpcClient.briefing.restoreSlide.mutate({ deckId: deck.id, slideId });
        setDropped(undefined);
        await refreshDeck(deck.id);
        onSelect(slideId);
        setAnnouncement(t('announce.restored', { slide: words.subject(slide) }));
      }),
    moveTo: (slide, index) =>
      attempt(async () => {
        const others = deck.slides.filter(({ id }) => id !== slide.id);
        const place = Math.max(0, Math.min(index, others.length));
        if (deck.slides[place]?.id === slide.id) return;
        const afterId = others[place - 1]?.id ?? null;
        await patchDeck(deck.id, (now) => ({
          ...now,
          slides: placed(
            now.slides.filter(({ id }) => id !== slide.id),
            slide,
            afterId,
          ),
        }));
        setAnnouncement(
          t('announce.moved', { slide: words.subject(slide), place: place + 1, total: deck.slides.length }),
        );
        const { slideIds } = await trpcClient.briefing.moveSlide.mutate({
          deckId: deck.id,
          slideId: slide.id,
          afterId,
        });
        await patchDeck(deck.id, (now) => ({ ...now, slides: inOrder(now.slides, slideIds) }));
      }),
  };
}

/** After a slide that is gone: last, as on the server. */
function placed(slides: readonly Slide[], slide: Slide, afterId: string | null): Slide[] {
  if (afterId === null) return [slide, ...slides];
  const index = slides.findIndex(({ id }) => id === afterId);
  return index < 0 ? [...slides, slide] : slides.toSpliced(index + 1, 0, slide);
}

function inOrder(slides: readonly Slide[], slideIds: readonly string[]): Slide[] {
  return slides.toSorted((a, b) => slideIds.indexOf(a.id) - slideIds.indexOf(b.id));
}

async function currentSlide(deckId: string, slideId: string): Promise<Slide | undefined> {
  const { slides } = await trpcClient.briefing.deck.query({ deckId });
  return slides.find(({ id }) => id === slideId);
}

/** A slide that needs an issue begins with one that the deck has not shown in this way yet. */
function nextIssue(deck: Deck, kind: SlideKind): Slide['filter']['issueId'] {
  if (!slideKindFilters[kind].needs.includes('issueId')) return null;
  const shown = new Set(deck.slides.filter((slide) => slide.kind === kind).map(({ filter }) => filter.issueId));
  return issueIds.find((id) => !shown.has(id)) ?? issueIds[0] ?? null;
}
