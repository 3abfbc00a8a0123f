import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import type { DeckBrief } from '#shared/briefing/deck.ts';

/** Takes a deck off the list, after asking; its editions stay. */
export function useDeleteDeck(): (deck: DeckBrief) => Promise<void> {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const { mutate } = useMutation(
    trpc.briefing.deleteDeck.mutationOptions({
      onSuccess: () => notifySuccess(t('delete.done')),
      onError: (error) => notifyError(errorText(error)),
    }),
  );
  return async ({ id, version, title, editionCount }) => {
    const isSure = await confirmAction({
      title: t('delete.title'),
      message: `${t('delete.text', { title })} ${editionCount > 0 ? t('delete.editionsStay', { count: editionCount }) : t('delete.noEditions')}`,
      confirmLabel: t('delete.confirm'),
      isDangerous: true,
    });
    if (isSure) mutate({ deckId: id, version });
  };
}
