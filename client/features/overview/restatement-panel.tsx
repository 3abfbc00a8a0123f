import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatDate } from '#shared/date-format.ts';
import type { Overview } from '#shared/overview.ts';
import classes from './completeness-panel.module.css';

/** Whether figures that people have already seen were changed since. */
export function RestatementPanel({ restatements }: { restatements: NonNullable<Overview['restatements']> }) {
  const { t } = useTranslation('overview');
  const locale = useLocale();
  const { count, since } = restatements;
  return (
    <Panel
      title={t('restatements.title')}
      subtitle={t('restatements.since', { date: formatDate(since, locale) })}
      footer={<TextLink to="/koreksi">{t('restatements.open')}</TextLink>}
    >
      <p className={classes.none}>{count === 0 ? t('restatements.none') : t('restatements.some', { count })}</p>
    </Panel>
  );
}
