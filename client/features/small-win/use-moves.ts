import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { toAppError } from '#client/lib/app-error.ts';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import type { SmallWinAction, SmallWinDetail } from '#shared/small-win.ts';
import { useClaimText } from './claim-text.ts';

export type SimpleMove = Exclude<SmallWinAction, 'edit' | 'return'>;

/** Carries out a step of a record's life, asking first where it cannot be taken back or the public sees it. */
export function useMoves(win: Pick<SmallWinDetail, 'id' | 'version' | 'claim'>) {
  const { t } = useTranslation('smallWins');
  const errorText = useErrorText();
  const claimText = useClaimText();
  const navigate = useNavigate();
  const [running, setRunning] = useState<SimpleMove>();

  function isConfirmed(move: SimpleMove): Promise<boolean> {
    if (move !== 'remove' && move !== 'publish' && move !== 'unpublish') return Promise.resolve(true);
    return confirmAction({
      title: t(`confirm.${move}Title`),
      message: move === 'publish' ? publishWarning() : t(`confirm.${move}`),
      confirmLabel: t(`action.${move}`),
      isDangerous: move === 'remove',
    });
  }

  function publishWarning(): string {
    const { claim } = win;
    if (claim?.result !== 'differs') return t('confirm.publish');
    return t('confirm.publishDiffers', {
      claimed: claimText.value(claim.claimed, claim.indicator),
      held: claimText.value(claim.figure?.value ?? null, claim.indicator),
    });
  }

  async function run(move: SimpleMove): Promise<void> {
    if (!(await isConfirmed(move))) return;
    setRunning(move);
    try {
      await trpcClient.smallWin[move].mutate({ id: win.id, version: win.version });
      notifySuccess(t(`done.${move}`));
      if (move === 'remove') {
        await navigate('/small-wins');
        queryClient.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(win.id) });
      }
    } catch (error) {
      const { fields } = toAppError(error);
      notifyError(fields.story === 'STORY_SHORT' ? t('problem.STORY_SHORT') : errorText(error));
    } finally {
      setRunning(undefined);
      void queryClient.invalidateQueries();
    }
  }

  return { run, running };
}
