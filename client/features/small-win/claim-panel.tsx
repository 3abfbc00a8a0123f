import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { StatusIcon } from '#client/ui/status-icon.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { SmallWinClaim, SmallWinDetail } from '#shared/small-win.ts';
import { claimTones } from './claim-badge.tsx';
import classes from './claim-panel.module.css';
import { useClaimText } from './claim-text.ts';

const titles = { matches: 'claim.titleMatches', differs: 'claim.titleDiffers', no_figure: 'claim.titleNone' } as const;

interface ClaimPanelProps {
  claim: SmallWinClaim;
  agency: SmallWinDetail['agency'];
}

/** The claimed figure and the one that is held, side by side, each with its source. */
export function ClaimPanel({ claim, agency }: ClaimPanelProps) {
  const { t } = useTranslation('smallWins');
  const locale = useLocale();
  const text = useClaimText();
  const { indicator, figure } = claim;
  return (
    <Panel
      title={
        <span className={classes.title} data-result={claim.result}>
          <StatusIcon status={claimTones[claim.result]} size={16} />
          {t(titles[claim.result])}
        </span>
      }
      subtitle={t('claim.cell', {
        indicator: text.indicator(indicator),
        area: claim.area.name,
        month: formatMonth(claim.month, locale),
      })}
      footer={figure ? t('claim.note') : undefined}
    >
      <dl className={classes.figures}>
        <div className={classes.figure}>
          <dt>{t('claim.claimed')}</dt>
          <dd className={classes.number}>{text.value(claim.claimed, indicator)}</dd>
          <dd className={classes.source}>
            {agency ? t('claim.sourceStory', { agency: agency.abbr }) : t('claim.sourceStoryUnknown')}
          </dd>
        </div>
        <div className={classes.figure}>
          <dt>{t('claim.held')}</dt>
          <dd className={classes.number}>
            <FigureNumber
              figure={figure}
              indicator={indicator}
              missingAt={{ areaId: claim.area.id, month: claim.month }}
            />
          </dd>
          <dd className={classes.source}>
            <HeldSource figure={figure} />
            {figure?.isSample && <Tag kind="sample" />}
          </dd>
        </div>
        {claim.result === 'differs' && (
          <div className={classes.difference}>
            <dt>{t('claim.difference')}</dt>
            <dd>
              {t('claim.differenceText', {
                amount:
                  `${text.value(claim.difference, indicator, true)} ${indicator.isPercentage ? '' : text.unit(indicator)}`.trim(),
              })}
            </dd>
          </div>
        )}
      </dl>
      {claim.result === 'no_figure' && <p className={classes.note}>{t('claim.none')}</p>}
      {claim.result === 'differs' && figure && figure.held < figure.expected && (
        <p className={classes.note}>{t('claim.partial')}</p>
      )}
    </Panel>
  );
}

function HeldSource({ figure }: Pick<SmallWinClaim, 'figure'>) {
  const { t } = useTranslation('smallWins');
  if (!figure) return null;
  if (figure.basis !== 'published') {
    const { held, expected } = figure;
    return <span>{expected > 1 ? t('claim.sourceReport', { held, expected }) : t('claim.sourceReportOne')}</span>;
  }
  const { source, periodLabel } = figure;
  return (
    <span>
      {periodLabel === null
        ? t('claim.sourcePublishedPlain', { source })
        : t('claim.sourcePublished', { source, period: periodLabel })}
    </span>
  );
}
