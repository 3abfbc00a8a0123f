import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Menu } from './menu.tsx';
import { Overview } from './overview.tsx';
import { homeOf } from './presentation.ts';
import classes from './record-dialog.module.css';
import { RecordDialog } from './record-dialog.tsx';
import { RecordsDialog } from './records-dialog.tsx';
import { useRoom } from './room.ts';
import { StageDialog } from './stage-dialog.tsx';

/** Whatever lies over this window. */
export function Panels() {
  const { place, presenter } = useRoom();
  const { panel } = presenter.state;
  if (panel?.place !== place) return null;
  const close = () => presenter.give({ type: 'close' }, place);
  switch (panel.name) {
    case 'overview':
      return <Overview onClose={close} />;
    case 'menu':
      return <Menu onClose={close} />;
    case 'record':
      return <RecordDialog onClose={close} />;
    case 'records':
      return <RecordsDialog onClose={close} />;
    case 'leave':
      return <LeaveDialog onClose={close} />;
  }
}

/** Asked only where leaving costs something. */
function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('presenter');
  const navigate = useNavigate();
  const { presenter, records, isOffline } = useRoom();
  const waiting = records.state.waiting.length;
  return (
    <StageDialog title={t('leave.title')} onClose={onClose}>
      {isOffline && <p>{t('leave.offline')}</p>}
      {waiting > 0 && <p>{t('leave.waiting', { count: waiting })}</p>}
      <div className={classes.buttons}>
        <Button mih={44} data-autofocus onClick={onClose}>
          {t('leave.stay')}
        </Button>
        <Button mih={44} variant="default" onClick={() => void navigate(homeOf(presenter.presentation))}>
          {t('leave.go')}
        </Button>
      </div>
    </StageDialog>
  );
}
