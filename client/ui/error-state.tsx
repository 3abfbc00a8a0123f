import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './state-message.module.css';

type ErrorStateProps = {
  /** What happened, in a sentence the reader understands. */
  title?: ReactNode;
  /** Replaces "Nothing was lost", where something else is true. */
  nothingLost?: ReactNode;
  whatToDo?: ReactNode;
  /** A number that support can look up. */
  reference?: string;
  onRetry?: () => void;
  retrying?: boolean;
};

/** What happened, that nothing was lost, what to do. */
export function ErrorState({ title, nothingLost, whatToDo, reference, onRetry, retrying }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.message} role="alert">
      <IconPlugConnectedX size={28} stroke={1.5} aria-hidden />
      <p className={classes.title}>{title ?? t('error.title')}</p>
      <p className={classes.text}>
        {nothingLost ?? t('error.nothingLost')} {whatToDo ?? t('error.whatToDo')}
      </p>
      {reference && <p className={classes.text}>{t('error.reference', { id: reference })}</p>}
      {onRetry && (
        <div className={classes.action}>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={retrying}
            onClick={onRetry}
          >
            {t('error.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
