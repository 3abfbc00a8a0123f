import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import form from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import type { DeckBrief } from '#shared/briefing/deck.ts';
import { maxTitle } from '#shared/briefing/slide.ts';

/** The same slides and pictures in a deck of its own: last month's meeting is this month's beginning. */
export function DuplicateDeck({ deck, onClose }: { deck: DeckBrief; onClose: () => void }) {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [title, setTitle] = useState(() => t('duplicate.proposed', { title: deck.title }).slice(0, maxTitle));
  const [isAsked, setAsked] = useState(false);
  const copy = useMutation(
    trpc.briefing.duplicateDeck.mutationOptions({
      onSuccess: ({ deckId }) => navigate(`/briefing/dek/${deckId}`),
    }),
  );
  const isBlank = title.trim() === '';
  return (
    <Dialog opened onClose={onClose} title={t('duplicate.title')}>
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isBlank) copy.mutate({ deckId: deck.id, title });
        }}
      >
        <p className={form.note}>{t('duplicate.text')}</p>
        <TextInput
          label={t('deck.title')}
          value={title}
          maxLength={maxTitle}
          required
          data-autofocus
          error={isAsked && isBlank ? t('deck.titleNeeded') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <FormFooter
          onCancel={onClose}
          submitLabel={t('duplicate.do')}
          isPending={copy.isPending}
          error={copy.error ? errorText(copy.error) : undefined}
        />
      </form>
    </Dialog>
  );
}
