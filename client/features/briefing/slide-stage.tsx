import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlideContent } from '#shared/briefing/content.ts';
import type { Deck } from '#shared/briefing/deck.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import classes from './deck-editor.module.css';
import { SlideKindIcon } from './slide-kind-icon.tsx';
import { SlidePaper } from './slide-paper.tsx';
import type { SlideMoves } from './use-slide-moves.ts';
import { useSlideWords } from './use-slide-words.ts';

interface SlideStageProps {
  deck: Deck;
  slide: Slide;
  index: number;
  content: SlideContent | undefined;
  preview: DeckPreview | undefined;
  isRenewing: boolean;
  moves: SlideMoves;
}

/** One slide, large. What is typed shows at once; figures follow with the next preview. */
export function SlideStage({ deck, slide, index, content, preview, isRenewing, moves }: SlideStageProps) {
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  const pages = deck.slides.length;
  const name = words.subject(slide);
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.place}>
          {t('slide.place', { place: index + 1, total: pages })} · {name}
        </span>
        <span className={classes.renewing} role="status">
          {isRenewing && preview ? t('preview.renewing') : ''}
        </span>
        {deck.mayEdit && (
          <span className={classes.tools}>
            <Tool
              label={t('slide.up', { slide: name })}
              tip={t('slide.upTip')}
              isDisabled={index === 0}
              onClick={() => void moves.moveTo(slide, index - 1)}
            >
              <IconArrowUp size={18} aria-hidden />
            </Tool>
            <Tool
              label={t('slide.down', { slide: name })}
              tip={t('slide.downTip')}
              isDisabled={index >= pages - 1}
              onClick={() => void moves.moveTo(slide, index + 1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </Tool>
            <Tool
              label={t('slide.duplicate', { slide: name })}
              tip={t('slide.duplicateTip')}
              onClick={() => void moves.duplicate(slide)}
            >
              <IconCopy size={18} aria-hidden />
            </Tool>
            <Tool
              label={t('slide.remove', { slide: name })}
              tip={t('slide.removeTip')}
              onClick={() => void moves.remove(slide)}
            >
              <IconTrash size={18} aria-hidden />
            </Tool>
          </span>
        )}
      </div>
      {content && preview ? (
        <SlidePaper
          slide={asTyped(content, slide)}
          pictures={preview.pictures}
          edition={null}
          page={index + 1}
          pages={pages}
          timeZone={preview.content.timeZone}
        />
      ) : (
        <div className={classes.waiting} role="status">
          <SlideKindIcon kind={slide.kind} size={28} />
          {t('preview.making')}
        </div>
      )}
      {content?.isEmpty && (
        <p className={classes.note}>{t(deck.hideEmpty ? 'slide.emptySkipped' : 'slide.emptyShown')}</p>
      )}
    </>
  );
}

interface ToolProps {
  label: string;
  tip: string;
  isDisabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Says that it is off without leaving the tab order: the focus must not be lost at the first or last place. */
function Tool({ label, tip, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={tip}>
      <ActionIcon
        size={40}
        aria-label={label}
        aria-disabled={isDisabled || undefined}
        data-disabled={isDisabled || undefined}
        c="var(--ink)"
        onClick={isDisabled ? undefined : onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** The preview with the words that are on their way to the server. */
function asTyped(content: SlideContent, slide: Slide): SlideContent {
  const { body } = content;
  const isSame =
    content.written === slide.title &&
    (body.kind !== 'text' || body.body === slide.body) &&
    (body.kind !== 'cover' || body.subtitle === slide.body);
  if (isSame) return content;
  const written = slide.title?.trim() || null;
  if (body.kind === 'text') return { ...content, written, body: { ...body, body: slide.body } };
  if (body.kind === 'cover') return { ...content, written, body: { ...body, subtitle: slide.body } };
  return { ...content, written };
}
