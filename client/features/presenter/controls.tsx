import { ActionIcon } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconDeviceDesktop,
  IconDoorExit,
  IconGavel,
  IconLayoutGrid,
  IconMaximize,
  IconMenu2,
  IconMinimize,
  IconPointer,
  IconSquareFilled,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './controls.module.css';
import { useRoom } from './room.ts';

/** The same as the keys, for hands on a mouse or a screen. They fade, but never leave the keyboard's reach. */
export function Controls({ isFaded = false }: { isFaded?: boolean }) {
  const { t } = useTranslation('presenter');
  const { presenter, records, fullScreen, isDeskOpen, place, run, leave } = useRoom();
  const { show, count } = presenter.state;
  const isBlack = show.screen === 'black';
  return (
    <div className={classes.controls} role="toolbar" aria-label={t('controls')} data-faded={isFaded}>
      <Control label={t('do.previous')} onClick={() => run({ type: 'previous' })}>
        <IconArrowLeft />
      </Control>
      <button
        type="button"
        className={classes.place}
        onClick={() => run({ type: 'toggle', panel: 'overview' })}
        aria-label={`${t('place', { number: show.index + 1, count })}, ${t('do.overview')}`}
      >
        {t('place', { number: show.index + 1, count })}
      </button>
      <Control label={t('do.next')} onClick={() => run({ type: 'next' })}>
        <IconArrowRight />
      </Control>
      <Control label={t('do.overview')} onClick={() => run({ type: 'toggle', panel: 'overview' })} isSecondary>
        <IconLayoutGrid />
      </Control>
      <Control label={t('do.black')} isOn={isBlack} onClick={() => run({ type: 'blank', screen: 'black' })} isSecondary>
        <IconSquareFilled />
      </Control>
      <Control label={t('do.pointer')} isOn={show.isPointerOn} onClick={() => run({ type: 'pointer' })} isSecondary>
        <IconPointer />
      </Control>
      {records.isPossible && (
        <Control label={t('do.record')} onClick={() => run({ type: 'toggle', panel: 'record' })}>
          <IconGavel />
        </Control>
      )}
      <Control
        label={place === 'desk' || isDeskOpen ? t('do.closePresenterView') : t('do.presenterView')}
        onClick={() => run({ type: 'presenterView' })}
        isSecondary
      >
        <IconDeviceDesktop />
      </Control>
      {fullScreen.isPossible && (
        <Control
          label={fullScreen.isOn ? t('do.leaveFullScreen') : t('do.fullScreen')}
          onClick={() => run({ type: 'fullScreen' })}
        >
          {fullScreen.isOn ? <IconMinimize /> : <IconMaximize />}
        </Control>
      )}
      <Control label={t('do.menu')} onClick={() => run({ type: 'toggle', panel: 'menu' })}>
        <IconMenu2 />
      </Control>
      <Control label={t('do.leave')} onClick={leave}>
        <IconDoorExit />
      </Control>
    </div>
  );
}

interface ControlProps {
  label: string;
  onClick: () => void;
  isOn?: boolean;
  /** Left out on a narrow screen, where the menu has it. */
  isSecondary?: boolean;
  children: ReactNode;
}

function Control({ label, onClick, isOn, isSecondary, children }: ControlProps) {
  return (
    <ActionIcon
      size={44}
      variant={isOn ? 'filled' : 'subtle'}
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={onClick}
      className={isSecondary ? classes.secondary : undefined}
    >
      {children}
    </ActionIcon>
  );
}
