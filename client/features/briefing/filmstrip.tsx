import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  horizontalListSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import classes from './filmstrip.module.css';
import { FilmstripItem } from './filmstrip-item.tsx';
import { useSlideWords } from './use-slide-words.ts';

interface FilmstripProps {
  slides: readonly Slide[];
  preview: DeckPreview | undefined;
  selectedId: string | undefined;
  mayEdit: boolean;
  unsavedIds: ReadonlySet<string>;
  onSelect: (slideId: string) => void;
  onMove: (slide: Slide, index: number) => void;
  onRemove: (slide: Slide) => void;
}

/**
 * All slides in their order, small. One of them is in the tab order; the arrow keys go through them, with Alt they move
 * the slide. Dragging works with mouse, finger and keyboard, and says where the slide is.
 */
export function Filmstrip(props: FilmstripProps) {
  const { slides, preview, selectedId, mayEdit, unsavedIds, onSelect, onMove, onRemove } = props;
  const { t } = useTranslation('briefing');
  const isLyingFlat = useMediaQuery('(max-width: 61.99em)') ?? false;
  const announcements = useAnnouncements(slides);
  const list = useRef<HTMLOListElement>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    // A finger that moves at once is scrolling.
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const contents = useMemo(() => new Map(preview?.content.slides.map((slide) => [slide.id, slide])), [preview]);

  function drop({ active, over }: DragEndEvent): void {
    const slide = slides.find(({ id }) => id === active.id);
    const index = slides.findIndex(({ id }) => id === over?.id);
    if (slide && index >= 0) onMove(slide, index);
  }

  function press(event: KeyboardEvent, slide: Slide, index: number): void {
    const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (step !== undefined && event.altKey && mayEdit) {
      event.preventDefault();
      onMove(slide, index + step);
      return;
    }
    if (event.key === 'Delete' && mayEdit) {
      event.preventDefault();
      onRemove(slide);
      return;
    }
    const target =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? slides.length - 1
          : step === undefined
            ? undefined
            : index + step;
    const next = target === undefined ? undefined : slides[target];
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-slide="${next.id}"]`)?.focus();
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('filmstrip.instructions') } }}
    >
      <SortableContext
        items={slides.map(({ id }) => id)}
        strategy={isLyingFlat ? horizontalListSortingStrategy : verticalListSortingStrategy}
      >
        <ol ref={list} className={classes.strip} aria-label={t('filmstrip.label')}>
          {slides.map((slide, index) => (
            <FilmstripItem
              key={slide.id}
              slide={slide}
              content={contents.get(slide.id)}
              preview={preview}
              page={index + 1}
              pages={slides.length}
              isSelected={slide.id === selectedId}
              isUnsaved={unsavedIds.has(slide.id)}
              mayMove={mayEdit}
              onSelect={onSelect}
              onPress={(event) => press(event, slide, index)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

/** What is read out while a slide is carried, in the language of the screen. */
function useAnnouncements(slides: readonly Slide[]): Announcements {
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  return useMemo(() => {
    const nameOf = (id: unknown) => {
      const slide = slides.find((each) => each.id === id);
      return slide ? words.subject(slide) : '';
    };
    const placeOf = (id: unknown) => slides.findIndex((each) => each.id === id) + 1;
    const total = slides.length;
    return {
      onDragStart: ({ active }) =>
        t('filmstrip.lifted', { slide: nameOf(active.id), place: placeOf(active.id), total }),
      onDragOver: ({ active, over }) =>
        over ? t('filmstrip.over', { slide: nameOf(active.id), place: placeOf(over.id), total }) : undefined,
      onDragEnd: ({ active, over }) =>
        t('filmstrip.laid', { slide: nameOf(active.id), place: placeOf((over ?? active).id), total }),
      onDragCancel: ({ active }) =>
        t('filmstrip.cancelled', { slide: nameOf(active.id), place: placeOf(active.id), total }),
    };
  }, [slides, words, t]);
}
