import type { IssuePage } from '#shared/issue-page.ts';
import classes from './issue-layout.module.css';
import { ResponsiblePanel } from './responsible-panel.tsx';
import { TargetPanel } from './target-panel.tsx';

/** What we are trying to do: targets with their legal basis, the coordinator and its guideline. */
export function GoalSection({ page }: { page: IssuePage }) {
  return (
    <div className={classes.wideAndNarrow}>
      <TargetPanel page={page} />
      <ResponsiblePanel page={page} />
    </div>
  );
}
