import { Menu } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RowMenu } from '#client/ui/row-menu.tsx';
import classes from './outbox.module.css';
import { setPanelOpen } from './panel-state.ts';
import { type ShownState, StateBadge } from './state-badge.tsx';

type WaitingRowProps = {
  /** What it is about, and what was typed. */
  what: string;
  value?: ReactNode;
  states: readonly ShownState[];
  when: string;
  /** Where it can be worked on. */
  to: string;
  openLabel: string;
  discardLabel: string;
  onDiscard: () => void;
  /** Why it waits for the person, and what can be done here. */
  children?: ReactNode;
};

/** One thing that has not reached the server. */
export function WaitingRow(props: WaitingRowProps) {
  const { what, value, states, when, to, openLabel, discardLabel, onDiscard, children } = props;
  const { t } = useTranslation('outbox');
  return (
    <li className={classes.row} data-states={states.join(' ')}>
      <div className={classes.rowHead}>
        <span className={classes.what}>{what}</span>
        {value !== undefined && <strong className={classes.value}>{value}</strong>}
        <RowMenu label={t('action.more', { what })}>
          <Menu.Item
            component={Link}
            to={to}
            onClick={() => setPanelOpen(false)}
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            {openLabel}
          </Menu.Item>
          <Menu.Item onClick={onDiscard} leftSection={<IconTrash size={16} aria-hidden />} c="var(--danger)">
            {discardLabel}
          </Menu.Item>
        </RowMenu>
      </div>
      <div className={classes.meta}>
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        <span>{when}</span>
      </div>
      {children}
    </li>
  );
}
