import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconEyeOff,
  IconPencil,
  IconSend,
  IconShieldCheck,
  IconTrash,
  IconWorldUpload,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SmallWinAction, SmallWinDetail } from '#shared/small-win.ts';
import { useMoves } from './use-moves.ts';

const ReturnDialog = lazy(() => import('./return-dialog.tsx').then((module) => ({ default: module.ReturnDialog })));

const icons = {
  edit: IconPencil,
  remove: IconTrash,
  submit: IconSend,
  verify: IconShieldCheck,
  return: IconArrowBackUp,
  publish: IconWorldUpload,
  unpublish: IconEyeOff,
} as const satisfies Record<SmallWinAction, typeof IconPencil>;

/** The step that leads on stands out. */
const leading: readonly SmallWinAction[] = ['submit', 'verify', 'publish'];

/** What the present person may do with the record, as the server says. */
export function ReviewActions({ win }: { win: SmallWinDetail }) {
  const { t } = useTranslation('smallWins');
  const [isReturning, setReturning] = useState(false);
  const moves = useMoves(win);
  return (
    <>
      {win.actions.map((action) => {
        const Icon = icons[action];
        const look = {
          variant: leading.includes(action) ? 'filled' : 'default',
          size: 'sm',
          mih: 44,
          leftSection: <Icon size={16} aria-hidden />,
        };
        if (action === 'edit') {
          return (
            <Button key={action} {...look} component={Link} to={`/small-wins/${win.id}?ubah=1`}>
              {t('action.edit')}
            </Button>
          );
        }
        return (
          <Button
            key={action}
            {...look}
            loading={moves.running === action}
            disabled={moves.running !== undefined && moves.running !== action}
            onClick={() => (action === 'return' ? setReturning(true) : moves.run(action))}
          >
            {t(`action.${action}`)}
          </Button>
        );
      })}
      {isReturning && (
        <Suspense fallback={null}>
          <ReturnDialog win={win} onClose={() => setReturning(false)} />
        </Suspense>
      )}
    </>
  );
}
