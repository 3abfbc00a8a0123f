import { type ClipboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaCard } from './area-card.tsx';
import classes from './area-cards.module.css';
import type { ColumnGroup } from './grid-columns.ts';
import { type ClipboardContent, contentOf, isBlock } from './paste-block.ts';
import type { SheetRow } from './sheet-row.ts';
import type { CellSelection } from './use-cell-selection.ts';

type AreaCardsProps = {
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  selection: CellSelection | undefined;
  goal: { key: string } | undefined;
  onPasteBlock: (content: ClipboardContent, key: string | undefined) => void;
};

/** The report on a phone: a card per area with fields for a thumb. The same cells and the same rules as the grid. */
export function AreaCards({ rows, groups, selection, goal, onPasteBlock }: AreaCardsProps) {
  const { t } = useTranslation('entry');
  const list = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => groups.flatMap((group) => group.columns), [groups]);

  useEffect(() => {
    if (!goal) return;
    const cell = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(goal.key)}"]`);
    const card = cell?.closest('details');
    if (card) card.open = true;
    cell?.scrollIntoView({ block: 'center' });
    (cell?.querySelector<HTMLElement>('input, button') ?? cell)?.focus();
  }, [goal]);

  function onPaste(event: ClipboardEvent): void {
    const content = contentOf(event.clipboardData);
    if (!isBlock(content.text)) return;
    event.preventDefault();
    const place = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    onPasteBlock(content, place?.getAttribute('data-key') ?? undefined);
  }

  return (
    <div ref={list} className={classes.cards} onPaste={onPaste}>
      {rows.map((row) => (
        <AreaCard key={row.area.id} row={row} columns={columns} selection={selection} isOnly={rows.length <= 4} />
      ))}
      <p className={classes.help}>{t('help.phone')}</p>
    </div>
  );
}
