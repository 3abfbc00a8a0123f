import { IconArrowBackUp, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ResponsibleCell } from '#shared/assignment-admin.ts';
import classes from './assignment.module.css';

interface ResponsibleCellViewProps {
  now: ResponsibleCell;
  before: ResponsibleCell | undefined;
  isChanged: boolean;
  /** The row of the coordinators themselves: nothing falls to them there. */
  isCoordinatorRow?: boolean;
  span?: number;
  label: string;
  abbrOf: (agencyId: string) => string;
  onOpen: () => void;
}

/** The responsible agency, by word and icon: an owner, a coordinator that the area falls to, or another than before. */
export function ResponsibleCellView(props: ResponsibleCellViewProps) {
  const { now, before, isChanged, isCoordinatorRow, span, label, abbrOf, onOpen } = props;
  const { t } = useTranslation('assignments');
  const name = (cell: ResponsibleCell) => (cell.agencyId === null ? t('day.nobody') : abbrOf(cell.agencyId));
  const isFallback = !isCoordinatorRow && now.role === 'issue_coordinator';
  // The label stands for all that the button shows.
  const said = [
    name(now),
    ...(isFallback ? [t('day.fallback')] : []),
    ...(isChanged && before ? [t('day.before', { agency: name(before) })] : []),
  ];
  return (
    <td colSpan={span} className={isChanged ? classes.changed : undefined}>
      <button type="button" className={classes.cell} onClick={onOpen} aria-label={`${said.join(', ')}. ${label}`}>
        <span>{name(now)}</span>
        {isFallback && (
          <span className={classes.small} title={t('day.fallbackHint')}>
            <IconUsersGroup size={13} aria-hidden />
            {t('day.fallback')}
          </span>
        )}
        {isChanged && before && (
          <span className={classes.small}>
            <IconArrowBackUp size={13} aria-hidden />
            {t('day.before', { agency: name(before) })}
          </span>
        )}
      </button>
    </td>
  );
}
