import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness, CompletenessCell } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';

export type CompletenessColumn = {
  key: string;
  head: ReactNode;
  cell: (agencyId: string) => ReactNode;
  total: ReactNode;
  /** Holds counts only. */
  isNumber?: boolean;
};

type CompletenessGridProps = {
  caption: string;
  agencies: Completeness['agencies'];
  columns: readonly CompletenessColumn[];
};

/** A row for every agency, and the totals of the columns below. */
export function CompletenessGrid({ caption, agencies, columns }: CompletenessGridProps) {
  const { t } = useTranslation('completeness');
  return (
    <Box component="section" className={classes.scroll} tabIndex={0} aria-label={t('matrix.scroll')}>
      <table className={classes.matrix}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.agency}>
              {t('matrix.agency')}
            </th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <tr key={agency.id}>
              <th scope="row" className={classes.agency}>
                {agency.name}
              </th>
              {columns.map(({ key, cell, isNumber }) => (
                <td key={key} className={isNumber ? classes.number : undefined}>
                  {cell(agency.id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={classes.agency}>
              {t('matrix.total')}
            </th>
            {columns.map(({ key, total, isNumber }) => (
              <td key={key} className={isNumber ? classes.number : undefined}>
                {total}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Box>
  );
}

/** Handed in at least once: what was returned since has been received all the same. */
export function isHandedIn(cell: CompletenessCell): boolean {
  return cell.firstSubmittedAt !== null;
}
