import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import type { Deck } from '#shared/briefing/deck.ts';
import { maxSlides, type Slide } from '#shared/briefing/slide.ts';
import { AddSlideMenu } from './add-slide-menu.tsx';
import classes from './deck-editor.module.css';
import { DeckHeader } from './deck-header.tsx';
import { DroppedSlide } from './dropped-slide.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { LostDrafts } from './lost-drafts.tsx';
import { keptSlide, type SlideFields } from './slide-fields.ts';
import { SlideReading } from './slide-reading.tsx';
import { SlideSettings } from './slide-settings.tsx';
import { SlideStage } from './slide-stage.tsx';
import { useDeckPreview } from './use-deck-preview.ts';
import { useDeckSavers, withDraft } from './use-deck-savers.ts';
import { useSelectedSlide } from './use-selected-slide.ts';
import { useSlideMoves } from './use-slide-moves.ts';

/** The order of the slides, one slide large, and what is decided about it. */
export function DeckEditor({ deck }: { deck: Deck }) {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const locale = useLocale();
  const savers = useDeckSavers(deck);
  const preview = useDeckPreview(deck);
  const { selected, select } = useSelectedSlide(deck.slides);
  const moves = useSlideMoves(deck, savers, select);
  const slide = selected && withDraft(selected, savers.slideStates.get(selected.id));
  const index = deck.slides.findIndex(({ id }) => id === selected?.id);
  const content = preview.data?.content.slides.find(({ id }) => id === slide?.id);
  const unsavedIds = new Set([...savers.slideStates].flatMap(([id, { phase }]) => (phase === 'saved' ? [] : [id])));

  function change(target: Slide, part: Partial<SlideFields>): void {
    const original = deck.slides.find(({ id }) => id === target.id);
    if (!original) return;
    savers.slides.change(target.id, part, keptSlide(original));
  }

  return (
    <>
      <DeckHeader deck={deck} savers={savers} preview={preview.isBehind ? undefined : preview.data} />
      <p className="sr-only" role="status">
        {moves.announcement}
      </p>
      {moves.dropped && (
        <DroppedSlide
          slide={moves.dropped}
          isBusy={moves.isBusy}
          onRestore={moves.restore}
          onClose={moves.forgetDropped}
        />
      )}
      <LostDrafts deck={deck} savers={savers} onRestore={moves.restore} />
      <div className={classes.editor} lang={locale}>
        <div className={classes.film}>
          {deck.mayEdit && (
            <div className={classes.add}>
              <AddSlideMenu
                isFull={deck.slides.length >= maxSlides}
                isBusy={moves.isBusy}
                onAdd={(kind) => void moves.add(kind, selected?.id ?? deck.slides.at(-1)?.id ?? null)}
              />
            </div>
          )}
          <Filmstrip
            slides={deck.slides}
            preview={preview.data}
            selectedId={selected?.id}
            mayEdit={deck.mayEdit}
            unsavedIds={unsavedIds}
            onSelect={select}
            onMove={(each, place) => void moves.moveTo(each, place)}
            onRemove={(each) => void moves.remove(each)}
          />
        </div>
        <div className={classes.stage}>
          {preview.error && (
            <ErrorState
              title={t('preview.failed')}
              whatToDo={errorText(preview.error)}
              retrying={preview.isFetching}
              onRetry={() => void preview.refetch()}
            />
          )}
          {slide ? (
            <SlideStage
              deck={deck}
              slide={slide}
              index={index}
              content={content}
              preview={preview.data}
              isRenewing={preview.isFetching}
              moves={moves}
            />
          ) : (
            <EmptyState title={t('deck.emptyTitle')}>
              {t(deck.mayEdit ? 'deck.emptyText' : 'deck.emptyRead')}
            </EmptyState>
          )}
        </div>
        {slide && (
          <div className={classes.side}>
            {deck.mayEdit ? (
              <SlideSettings
                key={slide.id}
                deckId={deck.id}
                slide={slide}
                content={content}
                state={savers.slideStates.get(slide.id)}
                onChange={(part) => change(slide, part)}
                onChoose={(choice) => savers.slides.choose(slide.id, choice)}
              />
            ) : (
              <SlideReading slide={slide} />
            )}
          </div>
        )}
      </div>
    </>
  );
}
