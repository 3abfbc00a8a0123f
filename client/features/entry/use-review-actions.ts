import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useReport } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';

/** The cells in the form in which the server wants them: with the version that the verifier saw. */
export function seenCells(cells: readonly SheetCell[]) {
  return cells.flatMap(({ indicatorId, areaId, server }) =>
    server?.status === 'submitted' ? [{ indicatorId, areaId, version: server.version }] : [],
  );
}

/** Verify and return, each with a notice of what happened. */
export function useReviewActions(onDone: () => void) {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const errorText = useErrorText();
  const onError = (error: unknown) => notifyError(errorText(error));
  const { reportKey, version } = grid.report;

  const verifyCells = useMutation(
    trpc.report.verifyCells.mutationOptions({
      onSuccess: ({ verified, report }) => {
        notifySuccess(report.state === 'verified' ? t('review.allDone') : t('review.verified', { count: verified }));
        onDone();
      },
      onError,
    }),
  );
  const verifyAll = useMutation(
    trpc.report.verifyAll.mutationOptions({
      onSuccess: ({ verified, left, report }) => {
        notifySuccess(
          report.state === 'verified'
            ? t('review.allDone')
            : t('review.verifiedLeft', { count: verified, left: left.length }),
        );
        onDone();
      },
      onError,
    }),
  );
  const returnCells = useMutation(
    trpc.report.returnCells.mutationOptions({
      onSuccess: ({ returned }) => {
        notifySuccess(t('review.returned', { count: returned }));
        onDone();
      },
      onError,
    }),
  );

  return {
    isPending: verifyCells.isPending || verifyAll.isPending || returnCells.isPending,
    verify: (cells: readonly SheetCell[]) => verifyCells.mutate({ reportKey, cells: seenCells(cells) }),
    verifyAll: () => verifyAll.mutate({ reportKey, expectedVersion: version }),
    /** `reasonOf` gives each cell's own reason. */
    giveBack: (cells: readonly SheetCell[], reasonOf: (cell: SheetCell) => string) =>
      returnCells.mutate({
        reportKey,
        cells: cells.flatMap((cell) => seenCells([cell]).map((seen) => ({ ...seen, reason: reasonOf(cell) }))),
      }),
  };
}
