import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { LetterActions } from '#client/ui/letter-actions.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import type { GroupTexts } from '#shared/notification.ts';
import classes from './notification.module.css';

/** Where reporting stands, as a text for the group, and a letter to each verifier whose desk is full. */
export function GroupTextsPanel() {
  const { t } = useTranslation('notification');
  const texts = useQuery(trpc.notification.groupTexts.queryOptions());
  return (
    <Panel title={t('group.title')} subtitle={t('group.lead')}>
      {texts.data ? (
        <Texts texts={texts.data} />
      ) : texts.isError ? (
        <ErrorState onRetry={() => texts.refetch()} retrying={texts.isFetching} />
      ) : (
        <TableSkeleton rows={4} />
      )}
    </Panel>
  );
}

function Texts({ texts }: { texts: GroupTexts }) {
  const { t } = useTranslation('notification');
  return (
    <div className={classes.texts}>
      <pre className={classes.letter}>{texts.text}</pre>
      <p className={classes.textActions}>
        <LetterActions
          text={texts.text}
          about={t('group.digest')}
          copyLabel={t('group.copy')}
          whatsappLabel={t('group.whatsapp')}
          whatsappUrl={`https://wa.me/?text=${encodeURIComponent(texts.text)}`}
        />
      </p>
      {texts.verifiers.length > 0 && (
        <>
          <h3 className={classes.subheading}>{t('group.verifiers')}</h3>
          <ul className={classes.letters}>
            {texts.verifiers.map((verifier) => (
              <li key={verifier.userId}>
                <details>
                  <summary>
                    <strong>{verifier.name}</strong>{' '}
                    <span className={classes.quiet}>
                      {verifier.agencyAbbr !== null && `${verifier.agencyAbbr} · `}
                      {t('group.items', { count: verifier.items.length })}
                    </span>
                  </summary>
                  <pre className={classes.letter}>{verifier.text}</pre>
                </details>
                <span className={classes.textActions}>
                  <LetterActions
                    text={verifier.text}
                    about={verifier.name}
                    copyLabel={t('group.copyLetter')}
                    whatsappLabel={t('group.whatsapp')}
                    whatsappUrl={verifier.whatsappUrl}
                  >
                    <span className={classes.quiet}>{t('group.noPhone')}</span>
                  </LetterActions>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
