import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClipboardText } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { loadWords } from '#client/i18n/index.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { cellInAddress } from '#client/lib/cell-address.ts';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { Toggle } from '#client/ui/toggle.tsx';
import { formatMonth } from '#shared/date-format.ts';
import { isCellClosed } from '#shared/report/lock.ts';
import type { ReportGrid } from '#shared/report.ts';
import { EntryGrid } from './entry-grid.tsx';
import classes from './entry-page.module.css';
import { mainDerived, useColumnGroups } from './grid-columns.ts';
import { phoneQuery } from './phone-query.ts';
import { ReportHeader } from './report-header.tsx';
import { ReportNotice } from './report-notice.tsx';
import {
  type ReasonQuestion,
  ReportContext,
  SheetContext,
  type SheetContextValue,
  type SheetFrame,
  type SheetMode,
} from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import { checkSubmission, unsettledCells } from './submission-check.ts';
import { useCellSelection } from './use-cell-selection.ts';
import { useCellWords } from './use-cell-words.ts';
import { useDialogs } from './use-dialogs.ts';
import { useEntrySheet } from './use-entry-sheet.ts';
import { usePaste } from './use-paste.ts';

/** The cards come apart from the grid: a desk never needs them. */
const AreaCards = lazy(async () => {
  const [module] = await Promise.all([import('./area-cards.tsx'), loadWords(['entryPhone'])]);
  return { default: module.AreaCards };
});

type EntryWorkspaceProps = {
  grid: ReportGrid;
  /** The report's state and its deadline. */
  badge: ReactNode;
  deadline: ReactNode;
};

/** One report on screen: typed in, reviewed or read, as a grid or as cards. Give it `key={reportKey}`. */
export function EntryWorkspace({ grid, badge, deadline }: EntryWorkspaceProps) {
  const { t } = useTranslation('entry');
  const locale = useLocale();
  const { sheet, snapshot } = useEntrySheet(grid);
  const { report, permissions } = grid;
  const isPhone = useMediaQuery(phoneQuery, undefined, { getInitialValueInEffect: false });
  const [isCorrecting, setCorrecting] = useState(false);
  const [showPrevious, setShowPrevious] = useState(true);
  const [findingsFirst, setFindingsFirst] = useState(true);
  const [details, setDetails] = useState<string>();
  const [question, setQuestion] = useState<ReasonQuestion>();
  const [goal, setGoal] = useState<{ key: string }>();
  const location = useLocation();
  const [dialog, setDialog] = useState<'submit' | 'verifyAll'>();
  // The way from a list elsewhere to one cell, also while its report is open already.
  useEffect(() => {
    const key = cellInAddress(location);
    if (key !== undefined) setGoal({ key });
  }, [location]);
  const selection = useCellSelection();

  const [showsAllDerived, setShowsAllDerived] = useState(false);
  const { areas, indicators, derived, rules, previousMonth } = grid;
  const frame = useMemo<SheetFrame>(
    () => ({ areas, indicators, derived, rules, previousMonth }),
    [areas, indicators, derived, rules, previousMonth],
  );
  const words = useCellWords(frame);
  const groups = useColumnGroups(frame, words, showsAllDerived);

  const mode: SheetMode = permissions.canVerify ? 'review' : permissions.canEdit ? 'enter' : 'read';
  const { isLocked: isPastLock, state } = report;
  const isLocked = state === 'verified' && !report.hasPendingCorrections && !isCorrecting;

  // What was handed in is what was seen: it changes only once the submission is taken back.
  const isHandedIn = snapshot.submission?.problem === null;

  const isEditable = useCallback(
    ({ server }: SheetCell) =>
      mode === 'enter' &&
      !isLocked &&
      !isHandedIn &&
      server?.status !== 'submitted' &&
      !isCellClosed({ isLocked: isPastLock, state }, server?.status),
    [mode, isLocked, isHandedIn, isPastLock, state],
  );
  const canType = useMemo(
    () => snapshot.rows.some((row) => [...row.cells.values()].some(isEditable)),
    [snapshot.rows, isEditable],
  );
  const paste = usePaste(canType);
  const closeAll = () => {
    setDetails(undefined);
    if (question) sheet.leaveTyped(question.key);
    setQuestion(undefined);
    setDialog(undefined);
    paste.close();
  };
  const endQuestion = () => {
    if (question?.figure) sheet.clearRejected(question.key);
    setQuestion(undefined);
  };
  const isDialogWanted = [details, question, dialog, paste.request].some((wanted) => wanted !== undefined);
  const { dialogs, mayOpen } = useDialogs(isDialogWanted, closeAll);
  const context = useMemo<SheetContextValue>(() => {
    const byId = new Map(frame.indicators.map((indicator) => [indicator.id, indicator]));
    return {
      frame,
      words,
      sheet,
      mode,
      showPrevious,
      indicatorOf: (id) => byId.get(id),
      isEditable,
      openDetails: setDetails,
      askReason: (key, figure) => setQuestion({ key, figure }),
      goTo: (key) => setGoal({ key }),
    };
  }, [frame, words, sheet, mode, showPrevious, isEditable]);

  const current = useMemo(() => ({ grid, snapshot }), [grid, snapshot]);

  const rows = useMemo(() => {
    if (mode !== 'review' || !findingsFirst) return snapshot.rows;
    return snapshot.rows.toSorted((a, b) => b.findings.length - a.findings.length);
  }, [snapshot.rows, mode, findingsFirst]);

  const summary = useMemo(() => checkSubmission(grid, snapshot), [grid, snapshot]);
  const unsettled = useMemo(() => unsettledCells(snapshot), [snapshot]);
  const canSubmit = summary.canSubmit && unsettled.length === 0;
  const mayHandIn = mode === 'enter' && !isLocked && report.state !== 'submitted' && !isHandedIn;
  const chosen = mode === 'review' ? selection : undefined;

  return (
    <SheetContext value={context}>
      <ReportContext value={current}>
        <ReportHeader
          badge={badge}
          deadline={deadline}
          isLocked={isLocked}
          canSubmit={canSubmit}
          // On a phone it is under the thumb, whatever part of the report is on screen.
          hasSubmit={mayHandIn && !isPhone}
          onSubmit={() => setDialog('submit')}
          onVerifyAll={() => setDialog('verifyAll')}
        />
        {dialogs && snapshot.summary.conflicts > 0 && <dialogs.ConflictNotice />}
        {dialogs && snapshot.submission && <dialogs.SubmissionNotice item={snapshot.submission} />}
        <ReportNotice isCorrecting={isCorrecting} onCorrect={() => setCorrecting(true)} />
        <div className={classes.tools}>
          {canType && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconClipboardText size={16} aria-hidden />}
              onClick={paste.ask}
            >
              {t('tools.paste')}
            </Button>
          )}
          {dialogs ? (
            <dialogs.UploadMenu rows={rows} groups={groups} canType={canType} />
          ) : (
            <Button variant="default" size="compact-sm" disabled>
              {t('tools.file')}
            </Button>
          )}
          <Toggle
            label={t('tools.previous', { month: formatMonth(previousMonth, locale) })}
            checked={showPrevious}
            onChange={setShowPrevious}
          />
          {mainDerived(frame).length < derived.length && (
            <Toggle label={t('tools.allDerived')} checked={showsAllDerived} onChange={setShowsAllDerived} />
          )}
          {mode === 'review' && (
            <Toggle label={t('tools.findingsFirst')} checked={findingsFirst} onChange={setFindingsFirst} />
          )}
        </div>
        {isPhone ? (
          <Suspense fallback={<TableSkeleton rows={8} />}>
            <AreaCards
              rows={rows}
              groups={groups}
              selection={chosen}
              goal={goal}
              onPasteBlock={paste.take}
              submission={
                mayHandIn
                  ? { canSubmit, isCorrection: report.state === 'verified', onSubmit: () => setDialog('submit') }
                  : undefined
              }
            />
          </Suspense>
        ) : (
          <EntryGrid
            label={t('gridLabel')}
            rows={rows}
            groups={groups}
            selection={chosen}
            goal={goal}
            onPasteBlock={paste.take}
          />
        )}
        {mode === 'review' && dialogs && <dialogs.ReviewBar selection={selection} />}
        <div className={classes.below} data-before-submit tabIndex={-1}>
          {mayHandIn && dialogs && <dialogs.BeforeSubmit summary={summary} unsettled={unsettled} />}
          {mode === 'review' && dialogs && <dialogs.ReviewFindings />}
        </div>
        {dialogs && (
          <>
            {paste.request && (
              <dialogs.PasteDialog
                key={paste.request.id}
                request={paste.request}
                rows={rows}
                groups={groups}
                onClose={paste.close}
              />
            )}
            <dialogs.CellPanel cellId={mayOpen ? details : undefined} onClose={() => setDetails(undefined)} />
            <dialogs.ReasonDialog question={mayOpen ? question : undefined} onClose={endQuestion} />
            <dialogs.SubmitDialog
              opened={mayOpen && dialog === 'submit'}
              summary={summary}
              onClose={() => setDialog(undefined)}
            />
            <dialogs.VerifyAllDialog
              opened={mayOpen && dialog === 'verifyAll'}
              onClose={() => setDialog(undefined)}
              onDone={selection.clear}
            />
          </>
        )}
      </ReportContext>
    </SheetContext>
  );
}
