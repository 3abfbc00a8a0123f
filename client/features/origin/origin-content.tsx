import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { issueColor } from '#client/theme.ts';
import { NumberText } from '#client/ui/number-text.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import { CellFacts } from './cell-facts.tsx';
import { CellThread } from './cell-thread.tsx';
import { Method } from './method.tsx';
import classes from './origin.module.css';
import { type Part, Parts } from './parts.tsx';
import { Published } from './published.tsx';
import { Restatements } from './restatements.tsx';
import { Revisions } from './revisions.tsx';
import { SourceFacts } from './source-facts.tsx';
import { TargetFacts } from './target-facts.tsx';

interface OriginContentProps {
  origin: OriginAnswer;
  /** Asks for the contributing areas from this one on. */
  onPage: (offset: number) => void;
  isPaging?: boolean;
  /** The contributing areas of all pages. */
  gatherParts: () => Promise<Part[]>;
}

/** Everything that is known of one number. What only staff may see is not in the answer for others. */
export function OriginContent({ origin, onPage, isPaging = false, gatherParts }: OriginContentProps) {
  const { cell } = origin;
  return (
    <div className={classes.content}>
      <OriginHead origin={origin} />
      <Method origin={origin} />
      <SourceFacts origin={origin} />
      {cell && <CellFacts cell={cell} indicator={origin.indicator} />}
      {cell && cell.restatements.length > 0 && <Restatements items={cell.restatements} indicator={origin.indicator} />}
      {cell && cell.revisions.length > 0 && <Revisions items={cell.revisions} indicator={origin.indicator} />}
      {cell && cell.thread.length > 0 && <CellThread items={cell.thread} />}
      {origin.parts.total > 0 && <Parts origin={origin} onPage={onPage} isPaging={isPaging} gather={gatherParts} />}
      {origin.published.length > 0 && <Published origin={origin} />}
      <TargetFacts origin={origin} />
    </div>
  );
}

function OriginHead({ origin: { indicator, area, month, figure } }: Pick<OriginContentProps, 'origin'>) {
  const { t } = useTranslation('figure');
  const locale = useLocale();
  const text = useFigureText();
  const coverage = figure && text.coverage(figure, indicator);
  return (
    <header className={classes.head} style={{ borderLeftColor: issueColor(indicator.issueId) }}>
      <h3 className={classes.name}>{text.name(indicator)}</h3>
      <p className={classes.place}>
        {area.name} · {formatMonth(month, locale)}
      </p>
      <p className={classes.value}>
        <NumberText
          value={figure?.value ?? null}
          format={{ decimals: indicator.decimals, percent: indicator.isPercentage }}
          size="large"
        />
        {figure?.value !== undefined && figure.value !== null && !indicator.isPercentage && (
          <span className={classes.quiet}>{text.unit(indicator)}</span>
        )}
        {coverage && <span className={classes.quiet}>{coverage}</span>}
      </p>
      {figure && (
        <p className={classes.marks}>
          {figure.basis === 'published' ? (
            <Tag>{t('basis.published')}</Tag>
          ) : (
            <Tag kind={figure.basis}>{t(`basis.${figure.basis}`)}</Tag>
          )}
          {figure.isSample && <Tag kind="sample" />}
        </p>
      )}
    </header>
  );
}
