import { useTranslation } from 'react-i18next';
import classes from './entry-grid.module.css';
import type { ColumnGroup } from './grid-columns.ts';
import { useSheet } from './sheet-context.ts';

export function EntryGridHead({ groups }: { groups: readonly ColumnGroup[] }) {
  const { t } = useTranslation('entry');
  const { frame } = useSheet();
  const level = frame.areas.at(-1)?.level;
  return (
    <thead>
      <tr className={classes.groups}>
        <th scope="col" rowSpan={2} className={classes.corner}>
          {t(level === undefined || level === 'nation' ? 'column.area' : `level.${level}`)}
        </th>
        {groups.map((group) => (
          <th key={group.key} scope="colgroup" colSpan={group.columns.length} data-group={group.key}>
            {group.title}
          </th>
        ))}
      </tr>
      <tr>
        {groups.flatMap((group) =>
          group.columns.map((column, index) => (
            <th
              key={column.key}
              scope="col"
              className={classes.columnHead}
              data-group={group.key}
              data-first={index === 0 || undefined}
            >
              <span className={classes.columnTitle}>{column.title}</span>
              <span className={classes.columnUnit}>{column.subtitle}</span>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
