import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '#shared/briefing/edition.ts';
import classes from './edition.module.css';
import { EditionProof } from './edition-proof.tsx';
import { EditionSlide } from './edition-slide.tsx';

interface EditionViewProps {
  edition: Edition;
  /** Told which slide is in view. */
  onView: (slide: { id: string; page: number }) => void;
}

/** An edition as it was frozen: every slide in its order, with its proof. */
export function EditionView({ edition, onView }: EditionViewProps) {
  const { t } = useTranslation('briefing');
  const [withNotes, setWithNotes] = useState(false);
  const { head, content, pictures } = edition;
  const hasNotes = content.slides.some(({ notes }) => notes.trim() !== '');

  // A link to one slide (`#slide-…`) finds it only now that the slides are there.
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (id.startsWith('slide-')) document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, []);

  return (
    <>
      <EditionProof edition={edition} />
      <div className={classes.controls} data-no-print>
        <Switch
          label={t('edition.notes')}
          description={hasNotes ? undefined : t('edition.noNotes')}
          checked={withNotes}
          disabled={!hasNotes}
          onChange={(event) => setWithNotes(event.currentTarget.checked)}
        />
      </div>
      <ol className={classes.slides} aria-label={t('edition.slides')}>
        {content.slides.map((slide, index) => (
          <EditionSlide
            key={slide.id}
            slide={slide}
            head={head}
            pictures={pictures}
            page={index + 1}
            pages={content.slides.length}
            timeZone={content.timeZone}
            withNotes={withNotes}
            onView={onView}
          />
        ))}
      </ol>
    </>
  );
}
