import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './assignment.module.css';
import type { Effect } from './assignment-types.ts';

/** What a change of assignments does to cells that are filled in, before it is made. */
export function EffectSummary({ effect, children }: { effect: Effect | undefined; children?: ReactNode }) {
  const { t } = useTranslation('assignments');
  const { agencyAbbr } = useChoices();
  const locale = useLocale();
  return (
    <section className={classes.effect} aria-label={t('effect.title')} aria-live="polite">
      <h3>
        <IconInfoCircle size={16} aria-hidden />
        {t('effect.title')}
      </h3>
      {effect === undefined ? (
        <p>{t('effect.waiting')}</p>
      ) : effect.fromMonth === null ? (
        <>
          {children}
          <p>{t('effect.wordsOnly')}</p>
        </>
      ) : (
        <>
          {children}
          <p>{t('effect.from', { month: formatMonth(effect.fromMonth, locale) })}</p>
          <ul>
            {effect.moves.map(({ fromAgencyId, toAgencyId, cells }) => (
              <li key={`${fromAgencyId} ${toAgencyId}`}>
                <IconArrowRight size={14} aria-hidden />
                {t('effect.moves', { count: cells, from: agencyAbbr(fromAgencyId), to: agencyAbbr(toAgencyId) })}
              </li>
            ))}
          </ul>
          {effect.moves.length === 0 && <p>{t('effect.noMoves')}</p>}
          {effect.staying > 0 && <p>{t('effect.staying', { count: effect.staying })}</p>}
        </>
      )}
    </section>
  );
}
