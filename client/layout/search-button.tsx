import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './top-bar.module.css';

const loadPalette = () => import('./search-palette.tsx');
const SearchPalette = lazy(() => loadPalette().then((module) => ({ default: module.SearchPalette })));

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette that goes anywhere. Its code is fetched with the first use, or when the pointer comes near. */
export function SearchButton() {
  const { t } = useTranslation('shell');
  const [openings, setOpenings] = useState(0);
  const open = () => setOpenings((count) => count + 1);
  // Also from within a field: that is where the hands are.
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <button
        type="button"
        className={classes.search}
        onClick={open}
        onPointerEnter={loadPalette}
        onFocus={loadPalette}
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
      >
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <span className={classes.searchWords}>{t('search.button')}</span>
        <kbd className={classes.key} aria-hidden>
          {isApple ? '⌘ K' : 'Ctrl K'}
        </kbd>
      </button>
      {openings > 0 && (
        <Suspense fallback={null}>
          <SearchPalette openings={openings} />
        </Suspense>
      )}
    </>
  );
}
