import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PasswordProblem, passwordProblems } from '#shared/password.ts';
import classes from './account.module.css';

interface PasswordRulesProps {
  id: string;
  password: string;
  /** Name, username and address of the person. */
  personal: readonly string[];
}

const rules: Array<{ key: 'length' | 'uncommon' | 'ownName'; problems: PasswordProblem[] }> = [
  { key: 'length', problems: ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG'] },
  { key: 'uncommon', problems: ['PASSWORD_TOO_COMMON'] },
  { key: 'ownName', problems: ['PASSWORD_HAS_NAME'] },
];

/** What the password still lacks, while it is typed. */
export function PasswordRules({ id, password, personal }: PasswordRulesProps) {
  const { t } = useTranslation('auth');
  const found = passwordProblems(password, personal);
  // Before the length is there, the other rules cannot be judged.
  const isJudged = !found.includes('PASSWORD_TOO_SHORT');
  return (
    <div id={id}>
      <ul className={classes.rules} aria-label={t('rules.title')}>
        {rules.map(({ key, problems }) => {
          const isMet = (key === 'length' || isJudged) && !problems.some((problem) => found.includes(problem));
          const Icon = isMet ? IconCircleCheckFilled : IconCircle;
          return (
            <li key={key} className={classes.rule} data-met={isMet}>
              <Icon size={16} aria-hidden />
              {t(`rules.${key}`)}
              <span className="sr-only">({isMet ? t('rules.met') : t('rules.unmet')})</span>
            </li>
          );
        })}
      </ul>
      <p className={classes.note}>{t('rules.tip')}</p>
    </div>
  );
}
