import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './question.module.css';

const questions = ['goal', 'done', 'track', 'next'] as const;
type QuestionId = (typeof questions)[number];

/** One of the four questions with what answers it; the order is the spine of the page. */
export function Question({ id, children }: { id: QuestionId; children: ReactNode }) {
  const { t } = useTranslation('issue');
  const titleId = useId();
  return (
    <section id={`tanya-${id}`} aria-labelledby={titleId} className={classes.question} tabIndex={-1}>
      <h2 id={titleId} className={classes.title}>
        <span className={classes.number} aria-hidden>
          {questions.indexOf(id) + 1}
        </span>
        {t(`question.${id}`)}
      </h2>
      {children}
    </section>
  );
}

/** Jumps to the four questions. */
export function QuestionNav() {
  const { t } = useTranslation('issue');
  return (
    <nav aria-label={t('contents')} className={classes.nav} data-no-print>
      {questions.map((id, index) => (
        <a key={id} href={`#tanya-${id}`} title={t(`question.${id}`)} className={classes.jump}>
          {index + 1}. {t(`short.${id}`)}
        </a>
      ))}
    </nav>
  );
}
