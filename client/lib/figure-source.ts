import { useTranslation } from 'react-i18next';
import type { FrameInfo } from '#client/charts/chart-frame.tsx';
import type { Figure } from '#shared/figure.ts';

type Shown = Pick<Figure, 'basis' | 'source' | 'isSample' | 'value'> | null | undefined;

/** Source line and marks of a chart, from the figures it shows: the weakest of them decides. */
export function useFigureSource(): (figures: readonly Shown[]) => Pick<FrameInfo, 'source' | 'state' | 'sample'> {
  const { t } = useTranslation('figure');
  return (figures) => {
    const held = figures.flatMap((figure) => (figure && figure.value !== null ? [figure] : []));
    const reported = held.filter((figure) => figure.basis !== 'published');
    const published = held.flatMap((figure) => (figure.source === null ? [] : [figure.source]));
    const sources = [...(reported.length > 0 ? [t('source.reported')] : []), ...new Set(published)];
    return {
      source: sources.length > 0 ? sources.join('; ') : undefined,
      state: reported.length === 0 ? undefined : stateOf(reported),
      sample: held.some((figure) => figure.isSample),
    };
  };
}

function stateOf(reported: readonly Pick<Figure, 'basis'>[]): 'verified' | 'provisional' {
  return reported.some((figure) => figure.basis === 'provisional') ? 'provisional' : 'verified';
}
