import { useTranslation } from 'react-i18next';
import type { KeyDeed } from './keyboard.ts';
import classes from './menu.module.css';
import { useRoom } from './room.ts';
import { StageDialog } from './stage-dialog.tsx';

const lines = [
  { name: 'next', deed: { type: 'next' } },
  { name: 'previous', deed: { type: 'previous' } },
  { name: 'first', deed: { type: 'first' } },
  { name: 'last', deed: { type: 'last' } },
  { name: 'overview', deed: { type: 'toggle', panel: 'overview' } },
  { name: 'black', deed: { type: 'blank', screen: 'black' } },
  { name: 'white', deed: { type: 'blank', screen: 'white' } },
  { name: 'pointer', deed: { type: 'pointer' } },
  { name: 'record', deed: { type: 'toggle', panel: 'record' } },
  { name: 'presenterView', deed: { type: 'presenterView' } },
  { name: 'fullScreen', deed: { type: 'fullScreen' } },
  { name: 'scheme', deed: { type: 'scheme' } },
] as const satisfies readonly { name: string; deed: KeyDeed }[];

/** Everything that can be done, with its key: help for the keyboard and the menu of a screen that is touched. */
export function Menu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('presenter');
  const { run } = useRoom();
  return (
    <StageDialog title={t('menu.title')} onClose={onClose}>
      <ul className={classes.list}>
        {lines.map(({ name, deed }) => (
          <li key={name}>
            <button
              type="button"
              className={classes.line}
              onClick={() => {
                onClose();
                run(deed);
              }}
            >
              <span>{t(`do.${name}`)}</span>
              <kbd className={classes.key}>{t(`key.${name}`)}</kbd>
            </button>
          </li>
        ))}
      </ul>
      <dl className={classes.more}>
        <dt>{t('do.jump')}</dt>
        <dd>
          <kbd className={classes.key}>{t('key.jump')}</kbd>
        </dd>
        <dt>{t('do.menu')}</dt>
        <dd>
          <kbd className={classes.key}>{t('key.menu')}</kbd>
        </dd>
      </dl>
      <p className={classes.hint}>{t('menu.figure')}</p>
      <p className={classes.hint}>{t('menu.touch')}</p>
    </StageDialog>
  );
}
