import type { DeckContent, SlideContent } from '#shared/briefing/content.ts';
import type { DeckPreview, Edition, EditionHead, Picture } from '#shared/briefing/edition.ts';
import type { SlideMark } from '#shared/briefing/scene/scene.ts';
import type { DataScope } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';

/** Everything that is needed to present, in memory: from here on the network may go. */
export interface Presentation {
  kind: 'edition' | 'deck';
  id: string;
  title: string;
  slides: readonly SlideContent[];
  pictures: readonly Picture[];
  timeZone: string;
  data: DataScope;
  /** Null for a live deck, which is a preview. */
  edition: EditionHead | null;
  /** False where the edition's content does not match its hash any more. */
  isIntact: boolean;
}

export function presentationOfEdition({ head, content, pictures, isIntact }: Edition): Presentation {
  return { ...common(content, pictures), kind: 'edition', id: head.id, title: head.title, edition: head, isIntact };
}

/** Of a live deck; `hideEmpty` leaves out what has nothing to say. */
export function presentationOfPreview({ content, pictures }: DeckPreview, hideEmpty: boolean): Presentation {
  const shown = common(content, pictures);
  return {
    ...shown,
    slides: hideEmpty ? shown.slides.filter(({ isEmpty }) => !isEmpty) : shown.slides,
    kind: 'deck',
    id: content.deckId,
    title: content.title,
    edition: null,
    isIntact: true,
  };
}

function common({ slides, timeZone, data }: DeckContent, pictures: readonly Picture[]) {
  return { slides, timeZone, data, pictures };
}

/** What is printed at the foot of a slide. */
export function markOf({ edition, slides, timeZone }: Presentation, index: number): SlideMark {
  return { edition, page: index + 1, pages: slides.length, timeZone };
}

export function headlineOf(slide: SlideContent, locale: Locale): string {
  return slide.written ?? slide.proposed[locale];
}

/** The page that a presentation was opened from. */
export function homeOf({ kind, id }: Pick<Presentation, 'kind' | 'id'>): string {
  return kind === 'edition' ? `/briefing/edisi/${id}` : `/briefing/dek/${id}`;
}

/** The address of a window of the presentation, at a slide. */
export function windowAddress(
  presentation: Pick<Presentation, 'kind' | 'id'>,
  place: 'audience' | 'desk',
  { index, session, startedAt }: { index: number; session: string; startedAt: number },
): string {
  const search = new URLSearchParams({ slide: String(index + 1), sesi: session, mulai: String(startedAt) });
  return `${homeOf(presentation)}/tayang${place === 'desk' ? '/pembicara' : ''}?${search}`;
}
