import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatDate } from '#shared/date-format.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import classes from './responsible-panel.module.css';

/** The coordinating agency with the basis of its appointment, and how far the guideline is. */
export function ResponsiblePanel({ page: { coordinator, issue } }: { page: IssuePage }) {
  const { t } = useTranslation(['issue', 'figure']);
  const locale = useLocale();
  return (
    <Panel title={t('goal.who')} headingLevel={3}>
      <dl className={classes.facts}>
        <dt>{t('goal.coordinator')}</dt>
        <dd>
          {coordinator ? (
            <>
              <strong>{coordinator.name}</strong> ({coordinator.abbr}) {coordinator.isSample && <Tag kind="sample" />}
            </>
          ) : (
            t('goal.noCoordinator')
          )}
        </dd>
        {coordinator && (
          <>
            <dt>{t('goal.since')}</dt>
            <dd>{formatDate(coordinator.validFrom, locale)}</dd>
            {(coordinator.legalBasis ?? coordinator.source) && (
              <>
                <dt>{t('goal.basisOfWho')}</dt>
                <dd>{[coordinator.legalBasis, coordinator.source].filter(Boolean).join(' · ')}</dd>
              </>
            )}
            {coordinator.confidence && (
              <>
                <dt>{t('goal.confidence')}</dt>
                <dd>{t(`figure:confidence.${coordinator.confidence}`)}</dd>
              </>
            )}
          </>
        )}
        <dt>{t('goal.juklak')}</dt>
        <dd>
          <strong>{t(`goal.juklakState.${issue.juklakState}`)}</strong>
        </dd>
        {issue.juklakNote && (
          <>
            <dt>{t('goal.juklakNote')}</dt>
            <dd>{issue.juklakNote}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}
