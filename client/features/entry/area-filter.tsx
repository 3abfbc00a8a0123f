import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './area-cards.module.css';
import { isFlagged } from './card-order.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';

const kinds = ['all', 'open', 'flagged'] as const;
type Kind = (typeof kinds)[number];

type AreaFilterProps = {
  rows: readonly SheetRow[];
  /** The areas that are shown; undefined shows all. */
  shown: ReadonlySet<string> | undefined;
  onShow: (areaIds: ReadonlySet<string> | undefined) => void;
};

/**
 * Finds an area among many, or those that still need something. An area that is completed meanwhile stays until the
 * choice is made anew: a card must not vanish from under the thumb.
 */
export function AreaFilter({ rows, shown, onShow }: AreaFilterProps) {
  const { t } = useTranslation('entryPhone');
  const { frame } = useSheet();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const isHeld: Record<Kind, (row: SheetRow) => boolean> = {
    all: () => true,
    open: (row) => row.answered < row.cells.size,
    flagged: (row) => [...row.cells.values()].some((cell) => isFlagged(cell, row, frame.rules)),
  };

  function choose(nextText: string, nextKind: Kind): void {
    setText(nextText);
    setKind(nextKind);
    const wanted = plain(nextText);
    if (wanted === '' && nextKind === 'all') {
      onShow(undefined);
      return;
    }
    const held = rows.filter((row) => isHeld[nextKind](row) && wordsOf(row).some((word) => word.includes(wanted)));
    onShow(new Set(held.map(({ area }) => area.id)));
  }

  // Somebody was led to a cell that was not shown: everything is shown again.
  const isNarrowed = shown !== undefined;
  return (
    <search className={classes.filter} aria-label={t('filter.label')}>
      <TextInput
        type="search"
        size="md"
        enterKeyHint="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={isNarrowed ? text : ''}
        onChange={(event) => choose(event.currentTarget.value, isNarrowed ? kind : 'all')}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('filter.kind')}
        value={isNarrowed ? kind : 'all'}
        onChange={(value) => choose(isNarrowed ? text : '', kinds.find((each) => each === value) ?? 'all')}
        data={kinds.map((each) => ({
          value: each,
          label: t(`filter.${each}`, { count: rows.filter(isHeld[each]).length }),
        }))}
      />
      <p className={classes.found} role="status">
        {isNarrowed && t(shown.size === 0 ? 'filter.none' : 'filter.found', { count: shown.size, all: rows.length })}
      </p>
    </search>
  );
}

function wordsOf({ area }: SheetRow): string[] {
  return [area.name, area.id, area.parentName ?? '', ...area.aliases].map(plain);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
