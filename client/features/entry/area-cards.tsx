import { type ClipboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { AreaCard } from './area-card.tsx';
import classes from './area-cards.module.css';
import { AreaFilter } from './area-filter.tsx';
import { type CardFields, CardFieldsContext, type OpenField } from './card-fields.ts';
import { cardOrder } from './card-order.ts';
import type { ColumnGroup } from './grid-columns.ts';
import { keepInSight } from './keep-in-sight.ts';
import { type ClipboardContent, contentOf, isBlock } from './paste-block.ts';
import { useReport, useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import { ThumbBar } from './thumb-bar.tsx';
import type { CellSelection } from './use-cell-selection.ts';
import { useKeyboardInset } from './use-keyboard-inset.ts';
import { useOpenCards } from './use-open-cards.ts';
import { useStable } from './use-stable.ts';

type AreaCardsProps = {
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  selection: CellSelection | undefined;
  goal: { key: string } | undefined;
  onPasteBlock: (content: ClipboardContent, key: string | undefined) => void;
  /** Undefined where nothing is to be handed in. */
  submission: { canSubmit: boolean; isCorrection: boolean; onSubmit: () => void } | undefined;
};

/** Up to so many cards are open from the start; with more, they can be searched and narrowed down. */
const fewCards = 4;

/** The report on a phone: a card per area with fields for a thumb. The same cells and the same rules as the grid. */
export function AreaCards({ rows, groups, selection, goal, onPasteBlock, submission }: AreaCardsProps) {
  const { t } = useTranslation('entry');
  const { frame, isEditable } = useSheet();
  const { grid } = useReport();
  const list = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const here = useRef<string>(undefined);
  const columns = useMemo(() => groups.flatMap((group) => group.columns), [groups]);
  const areaIds = useMemo(() => rows.map(({ area }) => area.id), [rows]);
  const cards = useOpenCards(grid.report.reportKey, areaIds, rows.length <= fewCards);
  const [openField, setOpenField] = useState<OpenField>();
  const [shown, setShown] = useState<ReadonlySet<string>>();
  const inset = useKeyboardInset();
  const shownRows = useMemo(() => (shown ? rows.filter(({ area }) => shown.has(area.id)) : rows), [rows, shown]);
  const order = useMemo(
    () => cardOrder(shownRows, columns, frame.rules, isEditable),
    [shownRows, columns, frame.rules, isEditable],
  );

  const cellElement = (key: string) => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

  /** Opens the cell's card and puts the focus there: at once, or a phone would not keep its keyboard up. */
  function goTo(key: string, to: 'field' | 'cell' = 'field'): void {
    const areaId = rows.find((row) => [...row.cells.values()].some((cell) => cell.key === key))?.area.id;
    if (areaId === undefined) return;
    flushSync(() => {
      if (shown && !shown.has(areaId)) setShown(undefined);
      cards.show(areaId);
    });
    here.current = key;
    const cell = cellElement(key);
    if (!cell) return;
    const field = cell.querySelector<HTMLElement>(to === 'field' ? 'input, button' : '[data-candidate], button');
    (field ?? cell).focus({ preventScroll: true });
    keepInSight(cell, bar.current);
  }

  const goToGoal = useStable(goTo);
  useEffect(() => {
    // Not within the drawing that asked for it: the card has to be opened first.
    if (goal) queueMicrotask(() => goToGoal(goal.key));
  }, [goal, goToGoal]);

  // The keyboard comes up after the focus, and may come to lie over the field.
  useEffect(() => {
    const cell = document.activeElement?.closest<HTMLElement>('[data-key]');
    if (inset > 0 && cell) keepInSight(cell, bar.current);
  }, [inset]);

  const step = useStable((fromKey: string, by: 1 | -1): boolean => {
    const next = order.fields[order.fields.indexOf(fromKey) + by];
    if (next !== undefined) goTo(next);
    return next !== undefined;
  });
  const onOpen = useStable((field: OpenField) => {
    here.current = field.key;
    setOpenField(field);
    const cell = cellElement(field.key);
    if (cell) keepInSight(cell, bar.current);
  });
  const onClose = useStable((key: string) => setOpenField((open) => (open?.key === key ? undefined : open)));
  const lastKey = order.fields.at(-1);
  const fields = useMemo<CardFields>(
    () => ({ onOpen, onClose, step, isLast: (key) => key === lastKey }),
    [onOpen, onClose, step, lastKey],
  );

  function onPaste(event: ClipboardEvent): void {
    const content = contentOf(event.clipboardData);
    if (!isBlock(content.text)) return;
    event.preventDefault();
    const place = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    onPasteBlock(content, place?.getAttribute('data-key') ?? undefined);
  }

  return (
    <CardFieldsContext value={fields}>
      <div ref={list} className={classes.cards} onPaste={onPaste}>
        {rows.length > fewCards && <AreaFilter rows={rows} onShow={setShown} shown={shown} />}
        {shownRows.map((row) => (
          <AreaCard
            key={row.area.id}
            row={row}
            columns={columns}
            selection={selection}
            isOpen={cards.isOpen(row.area.id)}
            onToggle={cards.toggle}
          />
        ))}
        {submission && <p className={classes.help}>{t('help.phone')}</p>}
      </div>
      {submission && (
        <ThumbBar
          ref={bar}
          rows={rows}
          order={order}
          here={here}
          openField={openField}
          inset={inset}
          submission={submission}
          onGo={goTo}
          onStep={step}
        />
      )}
    </CardFieldsContext>
  );
}
