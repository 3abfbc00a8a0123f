import { useTranslation } from 'react-i18next';
import { TwoTruths } from '#client/charts/two-truths.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { TwoTruths as TwoTruthsAnswer } from '#shared/issue-page.ts';

type Side = TwoTruthsAnswer['sides'][number];

interface TwoTruthsPanelProps {
  truths: TwoTruthsAnswer;
  issueId: string;
}

/** Two figures for one thing with source and cut-off. Two sources of the same indicator may be subtracted, others not. */
export function TwoTruthsPanel({ truths: { kind, sides }, issueId }: TwoTruthsPanelProps) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const openOrigin = useOrigin();
  const [first] = sides;
  if (!first) return null;
  const isSame = kind === 'sources_differ';
  const keyed = sides.map((side, index) => ({ key: `${index}`, side }));
  return (
    <TwoTruths
      frame={{
        title: t(`truths.${kind}`, {
          indicator: text.shortName(first.indicator),
          month: formatMonth(first.figure.month, locale),
        }),
        headingLevel: 3,
        note:
          kind === 'programme_and_survey'
            ? t('truths.programmeNote')
            : kind === 'routine_and_survey' && t('truths.routineNote'),
      }}
      accent={issueId}
      format={isSame ? formatOf(first.indicator) : undefined}
      figures={keyed.map(({ key, side }) => ({
        key,
        label: labelOf(side),
        value: side.figure.value,
        format: formatOf(side.indicator),
        source: sourceOf(side),
        cutOff: side.figure.cutOff
          ? formatDate(side.figure.cutOff, locale)
          : (side.figure.periodLabel ?? formatMonth(side.figure.month, locale)),
        coverage: text.coverage(side.figure, side.indicator),
        state: side.figure.basis === 'published' ? undefined : side.figure.basis,
        sample: side.figure.isSample,
        comparable: isSame,
      }))}
      onFigure={
        openOrigin &&
        ((key) => {
          const found = keyed.find((each) => each.key === key);
          if (found) openOrigin(found.side.figure);
        })
      }
    />
  );

  function labelOf({ indicator, seriesNameId, seriesNameEn }: Side): string {
    const name = text.name(indicator);
    const series = locale === 'en' ? seriesNameEn : seriesNameId;
    const unit = indicator.isPercentage ? '' : ` (${text.unit(indicator)})`;
    return isSame && series ? series : `${name}${unit}`;
  }

  function sourceOf({ figure, previous, indicator }: Side): string {
    const source = figure.source ?? t('truths.reported');
    return previous && previous.value !== null
      ? t('truths.previous', {
          source,
          value: text.value(previous.value, indicator),
          month: previous.periodLabel ?? formatMonth(previous.month, locale, 'short'),
        })
      : source;
  }
}
