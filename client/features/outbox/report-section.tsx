import { useId } from 'react';
import { Link } from 'react-router';
import { reportAddress } from '#client/lib/cell-address.ts';
import { issueColor } from '#client/theme.ts';
import { parseReportKey } from '#shared/report.ts';
import { FigureRow } from './figure-row.tsx';
import classes from './outbox.module.css';
import type { ReportGroup } from './outbox-groups.ts';
import { setPanelOpen } from './panel-state.ts';
import { SubmitRow } from './submit-row.tsx';
import { TextRow } from './text-row.tsx';
import { useOutboxWords } from './use-outbox-words.ts';

/** What waits of one report: figures as they were typed, texts that are not figures yet, and its submission last. */
export function ReportSection({ group }: { group: ReportGroup }) {
  const words = useOutboxWords();
  const titleId = useId();
  const { issueId } = parseReportKey(group.reportKey);
  return (
    <section className={classes.report} aria-labelledby={titleId}>
      <h3 className={classes.reportTitle} id={titleId}>
        <span className={classes.dot} style={{ background: issueColor(issueId) }} aria-hidden />
        <Link to={reportAddress(group.reportKey)} onClick={() => setPanelOpen(false)}>
          {words.report(group.reportKey)}
        </Link>
      </h3>
      <ul className={classes.rows}>
        {group.figures.map((item) => (
          <FigureRow key={item.id} item={item} />
        ))}
        {group.texts.map((text) => (
          <TextRow key={text.cell} text={text} />
        ))}
        {group.submits.map((item) => (
          <SubmitRow key={item.id} item={item} group={group} />
        ))}
      </ul>
    </section>
  );
}
