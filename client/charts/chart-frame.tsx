import { createElement, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HeadingLevel, Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import classes from './chart-frame.module.css';
import type { ChartTable } from './chart-table.ts';
import { ChartTools } from './chart-tools.tsx';
import { TableView } from './table-view.tsx';

/** What stands around a chart. */
export type FrameInfo = {
  /** The finding or the question. */
  title: string;
  subtitle?: string;
  /** In words: "anak", "% penduduk". */
  unit?: string;
  /** Where the figures come from and up to when. */
  source?: string;
  state?: 'verified' | 'provisional';
  /** The figures, or some of them, are sample data. */
  sample?: boolean;
  /** A sentence below the chart, such as the run-rate. */
  note?: ReactNode;
  /** Switches of the chart, beside the title. */
  actions?: ReactNode;
  headingLevel?: HeadingLevel;
  /** `panel`: a card (default). `plain`: inside a card of somebody else. `presentation`: large type, no tools. */
  look?: 'panel' | 'plain' | 'presentation';
};

type ChartFrameProps = { frame: FrameInfo; table: ChartTable; children: ReactNode };

/** Title, unit, marks, source, "view as table" and downloads: the same around every chart. */
export function ChartFrame({ frame, table, children }: ChartFrameProps) {
  const { t } = useTranslation('charts');
  const [asTable, setAsTable] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const look = frame.look ?? 'panel';
  const subtitle = [frame.subtitle, frame.unit && t('frame.unit', { unit: frame.unit })].filter(Boolean).join(' · ');
  const source = frame.source && t('frame.source', { source: frame.source });

  const marks = (
    <>
      {frame.state && <Tag kind={frame.state}>{t(`frame.state.${frame.state}`)}</Tag>}
      {frame.sample && <Tag kind="sample">{t('frame.sample')}</Tag>}
      {frame.actions}
    </>
  );
  const hasMarks = Boolean(frame.state || frame.sample || frame.actions);
  const content = (
    <>
      {asTable ? (
        <TableView caption={frame.title} table={table} />
      ) : (
        <div ref={body} className={classes.body}>
          {children}
        </div>
      )}
      {frame.note && <div className={classes.note}>{frame.note}</div>}
    </>
  );
  const footer = (
    <div className={classes.footer}>
      <span className={classes.source}>{source}</span>
      {look !== 'presentation' && (
        <ChartTools
          about={{
            title: frame.title,
            filters: [
              { label: t('frame.about'), text: frame.subtitle },
              { label: t('frame.unitLabel'), text: frame.unit },
            ],
            source: frame.source,
            state: frame.state,
            sample: frame.sample,
            note: typeof frame.note === 'string' ? frame.note : undefined,
          }}
          table={table}
          asTable={asTable}
          onToggleTable={() => setAsTable(!asTable)}
          picture={() => ({
            body: body.current,
            text: { title: frame.title, subtitle, footer: pictureFooter(frame, source, t) },
          })}
        />
      )}
    </div>
  );

  if (look === 'panel') {
    return (
      <Panel
        title={frame.title}
        subtitle={subtitle}
        headingLevel={frame.headingLevel}
        actions={hasMarks && marks}
        footer={footer}
      >
        {content}
      </Panel>
    );
  }
  return (
    <PlainFrame frame={frame} subtitle={subtitle} marks={hasMarks && <div className={classes.marks}>{marks}</div>}>
      {content}
      {footer}
    </PlainFrame>
  );
}

type PlainFrameProps = { frame: FrameInfo; subtitle: string; marks: ReactNode; children: ReactNode };

function PlainFrame({ frame, subtitle, marks, children }: PlainFrameProps) {
  const titleId = useId();
  const look = [classes.plain, frame.look === 'presentation' && classes.large].filter(Boolean).join(' ');
  return (
    <section aria-labelledby={titleId} className={look}>
      <div className={classes.head}>
        <div>
          {createElement(`h${frame.headingLevel ?? 3}`, { id: titleId, className: classes.title }, frame.title)}
          {subtitle && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {marks}
      </div>
      {children}
    </section>
  );
}

/** A picture leaves the page, so the marks of its figures go along in words. */
function pictureFooter(frame: FrameInfo, source: string | undefined, t: (key: string) => string): string {
  const state = frame.state && t(`frame.state.${frame.state}`);
  return [source, state, frame.sample && t('frame.sample')].filter(Boolean).join(' · ');
}
