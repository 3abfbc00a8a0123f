import { PasswordInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './account.module.css';
import { PasswordRules } from './password-rules.tsx';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  personal: readonly string[];
  error?: string;
}

/** A new password with its rules beside it. It is typed once and can be shown, rather than typed twice unseen. */
export function PasswordField({ label, value, onChange, personal, error }: PasswordFieldProps) {
  const { t } = useTranslation('auth');
  const rulesId = useId();
  return (
    <div className={classes.form} style={{ gap: 8 }}>
      <PasswordInput
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autoComplete="new-password"
        aria-describedby={rulesId}
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
        size="md"
      />
      <PasswordRules id={rulesId} password={value} personal={personal} />
    </div>
  );
}
