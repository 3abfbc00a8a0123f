import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { formatDate } from '#shared/date-format.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Facts, Section } from './section.tsx';

/** What the indicator means, and where this figure was taken from. */
export function SourceFacts({ origin: { indicator, figure, cell } }: { origin: OriginAnswer }) {
  const { t } = useTranslation(['origin', 'figure', 'common']);
  const locale = useLocale();
  const text = useFigureText();
  return (
    <Section title={t('source.title')}>
      <p className={classes.text}>{locale === 'en' ? indicator.definitionEn : indicator.definitionId}</p>
      <Facts
        items={[
          { label: t('source.source'), value: figure?.source ?? indicator.source },
          { label: t('source.period'), value: figure?.periodLabel },
          {
            label: t('source.cutOff'),
            value: figure?.cutOff ? formatDate(figure.cutOff, locale) : cell && text.cutOff(cell.cutOff),
          },
          { label: t('source.confidence'), value: figure?.confidence && t(`figure:confidence.${figure.confidence}`) },
          {
            label: t('source.collected'),
            value:
              indicator.isReported &&
              t('source.collectedAt', {
                level: t(`figure:levelOf.${indicator.collectLevel}`),
                rhythm: t(`rhythm.${indicator.periodicity}`),
              }),
          },
          { label: t('source.note'), value: figure?.note },
        ]}
      />
    </Section>
  );
}
