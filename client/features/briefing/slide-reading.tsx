import { useTranslation } from 'react-i18next';
import type { Slide } from '#shared/briefing/slide.ts';
import { SlideKindIcon } from './slide-kind-icon.tsx';
import classes from './slide-settings.module.css';
import { useSlideWords } from './use-slide-words.ts';

/** For those who read decks and do not make them: what the slide is, and the speaker's notes. */
export function SlideReading({ slide }: { slide: Slide }) {
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  return (
    <section className={classes.settings} aria-label={t('settings.label')}>
      <div className={classes.kind}>
        <SlideKindIcon kind={slide.kind} size={20} />
        <div>
          <h2>{words.kind(slide.kind)}</h2>
          <p>{words.hint(slide.kind)}</p>
        </div>
      </div>
      <div className={classes.readOnly}>
        <h3>{t('settings.notes')}</h3>
        <p>{slide.notes || t('settings.noNotes')}</p>
      </div>
    </section>
  );
}
