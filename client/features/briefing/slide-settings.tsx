import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SlideContent } from '#shared/briefing/content.ts';
import { maxBody, maxNotes, type Slide } from '#shared/briefing/slide.ts';
import { takesWords } from '#shared/briefing/templates.ts';
import type { SaveState } from './field-saver.ts';
import { FilterFields } from './filter-fields.tsx';
import { HeadlineField } from './headline-field.tsx';
import { PictureField } from './picture-field.tsx';
import { SlideConflict } from './slide-conflict.tsx';
import type { SlideFields } from './slide-fields.ts';
import { SlideKindIcon } from './slide-kind-icon.tsx';
import classes from './slide-settings.module.css';
import { useSlideWords } from './use-slide-words.ts';
import { useTypedText } from './use-typed-text.ts';

interface SlideSettingsProps {
  deckId: string;
  /** With what was typed and is not saved yet. */
  slide: Slide;
  content: SlideContent | undefined;
  state: SaveState<SlideFields> | undefined;
  onChange: (change: Partial<SlideFields>) => void;
  onChoose: (choice: 'mine' | 'theirs') => void;
}

/** What a person decides about one slide. Everything is saved by itself. */
export function SlideSettings({ deckId, slide, content, state, onChange, onChoose }: SlideSettingsProps) {
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  const body = useTypedText(slide.body, (text) => onChange({ body: text }));
  const notes = useTypedText(slide.notes, (text) => onChange({ notes: text }));
  return (
    <section className={classes.settings} aria-label={t('settings.label')}>
      <div className={classes.kind}>
        <SlideKindIcon kind={slide.kind} size={20} />
        <div>
          <h2>{words.kind(slide.kind)}</h2>
          <p>{words.hint(slide.kind)}</p>
        </div>
      </div>
      {state?.phase === 'conflict' && <SlideConflict state={state} onChoose={onChoose} />}
      <HeadlineField title={slide.title} content={content} onChange={(title) => onChange({ title })} />
      {takesWords(slide.kind) && (
        <Textarea
          label={t(slide.kind === 'cover' ? 'settings.subtitle' : 'settings.body')}
          description={slide.kind === 'cover' ? undefined : t('settings.bodyHint')}
          maxLength={maxBody}
          autosize
          minRows={slide.kind === 'cover' ? 2 : 5}
          maxRows={14}
          {...body}
        />
      )}
      <FilterFields kind={slide.kind} filter={slide.filter} onChange={(filter) => onChange({ filter })} />
      {takesWords(slide.kind) && (
        <PictureField deckId={deckId} slide={slide} onAltChange={(pictureAlt) => onChange({ pictureAlt })} />
      )}
      <Textarea
        label={t('settings.notes')}
        description={t('settings.notesHint')}
        maxLength={maxNotes}
        autosize
        minRows={4}
        maxRows={14}
        {...notes}
      />
    </section>
  );
}
