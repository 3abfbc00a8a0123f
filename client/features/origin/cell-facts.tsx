import { useTranslation } from 'react-i18next';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { OriginCell } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Facts, Section } from './section.tsx';
import { useCellText } from './use-cell-text.ts';
import { usePersonText } from './use-person-text.ts';

/** Who filled the cell in, who verified it, and in which state it is. The public sees agencies, not persons. */
export function CellFacts({ cell, indicator }: { cell: OriginCell; indicator: IndicatorBrief }) {
  const { t } = useTranslation('origin');
  const personText = usePersonText();
  const cellText = useCellText(indicator);
  const { current, verified, agency } = cell;
  const differs =
    current !== null && verified !== null && (current.value !== verified.value || current.kind !== verified.kind);
  return (
    <Section title={t('cell.title')}>
      {differs && (
        <p className={classes.warning}>
          {t('cell.differs', { current: cellText(current), verified: cellText(verified) })}
        </p>
      )}
      <Facts
        items={[
          { label: t('cell.agency'), value: agency && `${agency.name} (${agency.abbr})` },
          { label: t('cell.state'), value: current && t(`cell.status.${current.status}`) },
          { label: t('cell.entered'), value: personText(cell.entered) },
          { label: t('cell.verified'), value: cell.verifiedBy ? personText(cell.verifiedBy) : t('cell.notVerified') },
          { label: t('cell.source'), value: cell.source },
          { label: t('cell.note'), value: cell.note },
          { label: t('cell.reason'), value: cell.reason },
        ]}
      />
    </Section>
  );
}
