import { Box, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingLine, NoteLine } from './cell-lines.tsx';
import classes from './paste.module.css';
import type { PasteChange } from './paste-changes.ts';
import { useSheet } from './sheet-context.ts';

/** More rows than these are drawn when asked for. */
const firstRows = 200;

/** Every cell that would change: what it holds, what the sheet says, and what that is read as. */
export function PasteTable({ changes }: { changes: readonly PasteChange[] }) {
  const { t } = useTranslation('paste');
  const { words, indicatorOf } = useSheet();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? changes : changes.slice(0, firstRows);
  const labels = { cell: t('table.cell'), now: t('table.now'), text: t('table.text'), read: t('table.read') };
  return (
    <Box component="section" className={classes.scroll} aria-label={t('table.label')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {Object.entries(labels).map(([key, label]) => (
              <th key={key} scope="col" data-figure={key !== 'cell' || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ cell, planned, to, isRounded, isCorrection, findings }) => {
            const indicator = indicatorOf(cell.indicatorId);
            if (!indicator) return null;
            return (
              <tr key={cell.key} data-waiting={to === undefined || undefined}>
                <th scope="row">
                  {t('entry:cell.label', { indicator: words.shortName(cell.indicatorId), area: cell.areaName })}
                </th>
                <td data-label={labels.now}>{words.figure(cell, indicator)}</td>
                <td data-label={labels.text}>{planned.text}</td>
                <td data-label={labels.read}>
                  {to ? (
                    <strong>{words.figure(to, indicator)}</strong>
                  ) : (
                    <NoteLine tone="warn">{t('table.waiting')}</NoteLine>
                  )}
                  {isRounded && ` ${t('entry:question.rounded')}`}
                  {isCorrection && <NoteLine tone="quiet">{t('table.correction')}</NoteLine>}
                  {findings.map((finding) => (
                    <FindingLine key={`${finding.ruleId}${finding.kind}`} finding={finding} words={words} />
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < changes.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {t('table.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </Box>
  );
}
