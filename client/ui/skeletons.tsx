import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import panel from './panel.module.css';
import classes from './skeletons.module.css';

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

function Bar({ height, width }: { height: number; width?: string }) {
  return <div className={classes.bar} style={{ height, width }} />;
}

/** A card with a headline figure. */
export function CardSkeleton({ height = 190 }: { height?: number }) {
  return (
    <Waiting>
      <div className={panel.panel} style={{ minHeight: height }}>
        <div className={classes.stack}>
          <Bar height={14} width="60%" />
          <Bar height={30} width="40%" />
          <Bar height={12} width="80%" />
          <Bar height={40} />
        </div>
      </div>
    </Waiting>
  );
}

/** Keeps the place of a chart, so that the page does not jump when it arrives. */
export function ChartSkeleton({ height = 260 }: { height?: number }) {
  return (
    <Waiting>
      <div className={classes.stack}>
        <Bar height={16} width="45%" />
        <Bar height={height} />
      </div>
    </Waiting>
  );
}

export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Waiting>
      <div className={classes.stack}>
        {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
          <Bar key={key} height={30} />
        ))}
      </div>
    </Waiting>
  );
}
