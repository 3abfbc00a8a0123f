import { useTranslation } from 'react-i18next';
import { CompletenessBar } from '#client/charts/completeness-bar.tsx';
import { TextLink } from '#client/lib/text-link.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { Completeness } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';

/** How far the reports of the month are, for staff. */
export function CompletenessNote({ completeness, month }: { completeness: Completeness; month: Month }) {
  const { t } = useTranslation('issue');
  const formatValue = useFormatValue();
  const { expected, received, onTime, cells } = completeness;
  return (
    <Panel
      title={t('completeness.title')}
      subtitle={
        expected > 0 &&
        t('completeness.subtitle', {
          received: formatValue(received),
          expected: formatValue(expected),
          onTime: formatValue(onTime),
        })
      }
      headingLevel={3}
      footer={<TextLink to={`/kelengkapan?bulan=${month}`}>{t('completeness.open')}</TextLink>}
    >
      {expected === 0 ? (
        t('completeness.none')
      ) : (
        <>
          <CompletenessBar counts={completeness} />
          <p>
            {t('completeness.cells', {
              filled: formatValue(cells.filled),
              expected: formatValue(cells.expected),
              verified: formatValue(cells.verified),
            })}
          </p>
        </>
      )}
    </Panel>
  );
}
