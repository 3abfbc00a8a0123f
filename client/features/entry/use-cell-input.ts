import { useEffect, useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { ReportFinding } from '#shared/report/finding.ts';
import type { GridIndicator } from '#shared/report.ts';
import { editText, type Reading, readTyped } from './read-typed.ts';
import { useSheet } from './sheet-context.ts';
import { type Figure, type SheetCell, sameFigure } from './sheet-row.ts';

export type CommitOutcome = 'done' | 'question' | 'invalid' | 'needs_reason';

export type CellInput = {
  text: string;
  setText: (text: string) => void;
  reading: Reading;
  /** The findings in the cell's row if this text were its figure. */
  findings: readonly ReportFinding[];
  commit: () => CommitOutcome;
  choose: (scaled: number) => CommitOutcome;
  /** Puts a figure that was not typed, whatever stands in the field. */
  set: (figure: Figure) => CommitOutcome;
  cancel: () => void;
  /** Puts aside what was typed and not finished. */
  keep: () => void;
  /** Takes the text afresh from the cell. */
  reset: () => void;
};

/** One cell being typed in: the same on the grid and on the phone's cards. */
export function useCellInput(cell: SheetCell, indicator: GridIndicator, initial?: string): CellInput {
  const { sheet, askReason } = useSheet();
  const locale = useLocale();
  const start = () => initial ?? editText(cell, indicator, locale);
  const [text, showText] = useState(start);
  const [seenVersion, setSeenVersion] = useState(() => versionOf(cell));
  const reading = readTyped(text, indicator, locale);
  const figureText = editText({ ...cell, rejected: undefined }, indicator, locale);
  const isUnchanged = text === figureText;
  const findings = reading.kind === 'figure' ? sheet.preview(cell.key, reading.figure) : [];

  // The key that opened the field is a keystroke, too.
  useEffect(() => {
    if (initial !== undefined) sheet.keepTyped(cell.key, initial);
  }, [sheet, cell.key, initial]);

  function setText(next: string): void {
    showText(next);
    if (next === figureText) sheet.clearRejected(cell.key);
    else sheet.keepTyped(cell.key, next);
  }

  function put(figure: Figure): CommitOutcome {
    if (sheet.commit(cell.key, figure, undefined, seenVersion) !== 'needs_reason') return 'done';
    askReason(cell.key, figure);
    return 'needs_reason';
  }

  function set(figure: Figure): CommitOutcome {
    if (!sameFigure(cell, figure)) return put(figure);
    sheet.clearRejected(cell.key);
    return 'done';
  }

  return {
    text,
    setText,
    reading,
    findings,
    commit: () => {
      if (isUnchanged && cell.rejected === undefined) return 'done';
      if (reading.kind === 'figure') return put(reading.figure);
      sheet.reject(cell.key, text);
      return reading.kind;
    },
    choose: (scaled) => set({ kind: 'number', value: scaled }),
    set,
    cancel: () => sheet.clearRejected(cell.key),
    keep: () => {
      if (!isUnchanged) sheet.reject(cell.key, text);
    },
    reset: () => {
      showText(editText(cell, indicator, locale));
      setSeenVersion(versionOf(cell));
    },
  };
}

function versionOf(cell: SheetCell): number {
  return cell.server?.version ?? 0;
}
