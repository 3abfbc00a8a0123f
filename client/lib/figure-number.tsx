import { NumberText } from '#client/ui/number-text.tsx';
import type { ValueFormat } from '#client/ui/value-format.ts';
import type { Figure, IndicatorBrief } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import { formatOf } from './figure-text.ts';
import { useOrigin } from './origin-context.ts';

interface FigureNumberProps {
  figure: Pick<Figure, 'indicatorId' | 'areaId' | 'month' | 'value'> | null;
  indicator: Pick<IndicatorBrief, 'id' | 'decimals' | 'isPercentage'>;
  /** Where there is no figure, its place: the origin then says what is missing. */
  missingAt?: { areaId: string; month: Month };
  format?: ValueFormat;
  size?: 'inherit' | 'medium' | 'large';
}

/** A figure that answers "where from?" when it is pressed. A missing one says so, and can be asked as well. */
export function FigureNumber({ figure, indicator, missingAt, format, size }: FigureNumberProps) {
  const openOrigin = useOrigin();
  const place = figure ?? (missingAt && { indicatorId: indicator.id, ...missingAt });
  return (
    <NumberText
      value={figure?.value ?? null}
      format={{ ...formatOf(indicator), ...format }}
      size={size}
      onOrigin={
        openOrigin &&
        place &&
        (() => openOrigin({ indicatorId: place.indicatorId, areaId: place.areaId, month: place.month }))
      }
    />
  );
}
