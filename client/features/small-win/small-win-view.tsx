import { Alert } from '@mantine/core';
import { IconArrowBackUp, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useCan, useSession } from '#client/lib/session.ts';
import { issueColor } from '#client/theme.ts';
import { Panel } from '#client/ui/panel.tsx';
import { formatDate } from '#shared/date-format.ts';
import { currentDate } from '#shared/month.ts';
import type { SmallWinDetail } from '#shared/small-win.ts';
import { AreaNames } from './area-names.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import { EvidenceGallery } from './evidence-gallery.tsx';
import { HistoryList } from './history-list.tsx';
import classes from './small-win-view.module.css';

/** One small win: the story and its evidence, the figure it claims, and what became of it. */
export function SmallWinView({ win }: { win: SmallWinDetail }) {
  const { t } = useTranslation('smallWins');
  const mayReadHistory = useCan('small_win.read_verified');
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Notices win={win} />
        <Panel title={t('detail.story')}>
          <p className={classes.story}>{win.story}</p>
        </Panel>
        <Panel title={t('detail.evidence')}>
          <EvidenceGallery attachments={win.attachments} />
        </Panel>
      </div>
      <div className={classes.column}>
        {win.claim && <ClaimPanel claim={win.claim} agency={win.agency} />}
        <Panel title={t('detail.facts')}>
          <Facts win={win} />
        </Panel>
        {mayReadHistory && (
          <Panel title={t('detail.history')}>
            <HistoryList items={win.history} />
          </Panel>
        )}
      </div>
    </div>
  );
}

function Notices({ win }: { win: SmallWinDetail }) {
  const { t } = useTranslation('smallWins');
  if (win.state === 'returned' && win.returnReason !== null) {
    return (
      <Alert
        className={classes.returned}
        variant="default"
        icon={<IconArrowBackUp aria-hidden />}
        title={t('detail.returned')}
      >
        <span className={classes.story}>{win.returnReason}</span>
      </Alert>
    );
  }
  if (win.isForAnotherVerifier) {
    return (
      <Alert variant="default" icon={<IconInfoCircle aria-hidden />}>
        {t('detail.otherVerifier')}
      </Alert>
    );
  }
  if (win.state === 'submitted' && win.actions.length === 0) {
    return (
      <Alert variant="default" icon={<IconInfoCircle aria-hidden />}>
        {t('detail.waiting')}
      </Alert>
    );
  }
  return null;
}

function Facts({ win }: { win: SmallWinDetail }) {
  const { t } = useTranslation(['smallWins', 'common']);
  const locale = useLocale();
  const { app } = useSession();
  return (
    <dl className={classes.facts}>
      <dt>{t('detail.date')}</dt>
      <dd>{formatDate(win.date, locale)}</dd>
      <dt>{t('detail.issue')}</dt>
      <dd className={classes.issue}>
        <span className={classes.swatch} style={{ background: issueColor(win.issueId) }} />
        {t(`common:issue.${win.issueId.toLowerCase()}`)}
      </dd>
      <dt>{t('detail.areas')}</dt>
      <dd>
        <AreaNames areas={win.areas} />
      </dd>
      <dt>{t('detail.agency')}</dt>
      <dd>{win.agency?.name ?? t('detail.agencyNone')}</dd>
      {win.publishedAt !== null && (
        <>
          <dt>{t('detail.published')}</dt>
          <dd>{formatDate(currentDate(new Date(win.publishedAt), app.timeZone), locale)}</dd>
        </>
      )}
    </dl>
  );
}
