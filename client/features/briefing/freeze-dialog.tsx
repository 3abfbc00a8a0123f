import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import form from '#client/ui/form.module.css';
import { FormError } from '#client/ui/form-error.tsx';
import type { Deck } from '#shared/briefing/deck.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import classes from './freeze-dialog.module.css';
import { FreezeFacts } from './freeze-facts.tsx';
import { freezeSummary } from './freeze-summary.ts';
import { MovedFigures } from './moved-figures.tsx';
import { freshPreview } from './use-deck-preview.ts';
import type { DeckSaving } from './use-deck-savers.ts';
import { useFreeze } from './use-freeze.ts';

interface FreezeDialogProps {
  deck: Deck;
  /** What is on the screen; undefined where that is behind what the deck holds. */
  preview: DeckPreview | undefined;
  savers: DeckSaving;
  onClose: () => void;
}

/** What will be frozen, in numbers and warnings; what is typed goes to the server first. */
export function FreezeDialog({ deck, preview, savers, onClose }: FreezeDialogProps) {
  const { t } = useTranslation(['briefing', 'common']);
  const errorText = useErrorText();
  const { slides, settings } = savers;
  const { seen, problem } = useSeen(deck.id, preview, slides, settings);
  const { state, freeze, freezeAnyway } = useFreeze(deck.id, seen);

  const problemText =
    problem === 'unsaved' ? t('freeze.unsaved') : problem === undefined ? undefined : errorText(problem);
  const summary = seen && freezeSummary(seen.content, deck.hideEmpty);
  const isFreezing = state.phase === 'freezing';
  return (
    <Dialog opened onClose={onClose} title={t('freeze.title')} size="lg">
      <div className={form.form}>
        <p className={form.note}>{t('freeze.lead')}</p>
        <FormError>{problemText}</FormError>
        {seen && summary ? (
          state.phase === 'moved' ? (
            <MovedFigures moved={state.moved} />
          ) : (
            <FreezeFacts content={seen.content} summary={summary} />
          )
        ) : (
          problem === undefined && (
            <p className={form.note} role="status">
              {t('preview.making')}
            </p>
          )
        )}
        <FormError>{state.phase === 'failed' ? errorText(state.error) : undefined}</FormError>
        <div className={classes.buttons}>
          <Button variant="default" mih={44} onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            mih={44}
            loading={isFreezing}
            disabled={!summary || summary.kept.length === 0}
            leftSection={<IconSnowflake size={18} aria-hidden />}
            onClick={() => void (state.phase === 'moved' ? freezeAnyway() : freeze())}
          >
            {t(state.phase === 'moved' ? 'freeze.anyway' : 'freeze.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/**
 * The preview that the person looks at while deciding: it does not change under the dialog. What is still typed goes to
 * the server first, and is then in it.
 */
function useSeen(
  deckId: string,
  preview: DeckPreview | undefined,
  slides: DeckSaving['slides'],
  settings: DeckSaving['settings'],
) {
  const [seen, setSeen] = useState<DeckPreview>();
  const [problem, setProblem] = useState<unknown>();
  const onScreen = useRef(preview);

  useEffect(() => {
    async function prepare(): Promise<void> {
      const shown = slides.hasUnsaved() || settings.hasUnsaved() ? undefined : onScreen.current;
      const isSaved = (await Promise.all([slides.settle(), settings.settle()])).every(Boolean);
      if (!isSaved) setProblem('unsaved');
      else setSeen(shown ?? (await freshPreview(deckId)));
    }
    prepare().catch(setProblem);
  }, [deckId, slides, settings]);

  return { seen, problem };
}
