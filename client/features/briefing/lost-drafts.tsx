import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/briefing/deck.ts';
import classes from './deck-editor.module.css';
import type { DeckSaving } from './use-deck-savers.ts';

interface LostDraftsProps {
  deck: Deck;
  savers: DeckSaving;
  onRestore: (slideId: string) => Promise<void>;
}

/** Words for slides that somebody else dropped meanwhile: they are kept, and can be saved with the slide put back. */
export function LostDrafts({ deck, savers, onRestore }: LostDraftsProps) {
  const { t } = useTranslation('briefing');
  const known = new Set(deck.slides.map(({ id }) => id));
  const lost = [...savers.slideStates].filter(([id, state]) => !known.has(id) && state.phase === 'refused');

  async function restore(slideId: string): Promise<void> {
    await onRestore(slideId);
    savers.slides.retry(slideId);
  }

  return lost.map(([slideId, state]) => (
    <div key={slideId} className={classes.notice} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{t('lost.text', { words: 'fields' in state ? wordsOf(state.fields) : '' })}</span>
      <Button size="xs" mih={36} onClick={() => void restore(slideId)}>
        {t('lost.restore')}
      </Button>
      <Button size="xs" mih={36} variant="default" onClick={() => savers.slides.forget(slideId)}>
        {t('lost.forget')}
      </Button>
    </div>
  ));
}

function wordsOf({ title, body, notes }: { title: string | null; body: string; notes: string }): string {
  const [first = ''] = [title, body, notes].flatMap((each) => each || []);
  return first.length > 60 ? `${first.slice(0, 60)}…` : first;
}
