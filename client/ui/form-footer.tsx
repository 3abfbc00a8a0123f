import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from './form-error.tsx';
import classes from './form-footer.module.css';

interface FormFooterProps {
  onCancel: () => void;
  submitLabel: ReactNode;
  isPending?: boolean;
  isDisabled?: boolean;
  /** What went wrong with the form as a whole. */
  error?: string;
}

/** The end of a form in a drawer or dialog: what went wrong, cancel, and the button that sends it. */
export function FormFooter({ onCancel, submitLabel, isPending, isDisabled, error }: FormFooterProps) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.footer}>
      <FormError>{error}</FormError>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel} mih={44}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isPending} disabled={isDisabled} mih={44}>
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}
