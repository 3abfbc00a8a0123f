/** A native chart: what PowerPoint draws from the workbook behind it. Missing values are null and stay empty cells. */
export interface ChartSpec {
  kind: 'line' | 'bar' | 'stacked_bar';
  categories: readonly string[];
  series: readonly ChartSeries[];
  /** Of values in data labels and cells; see `formats.ts`. */
  valueFormat: string;
  /** Null hides the axis, where every bar has its label. */
  axis: { format: string; min: number; max: number; step: number } | null;
  hasLegend: boolean;
  /** Of figures that come once a year: their points are joined over the months between. */
  joinsGaps?: boolean;
  /** In words, for those who do not see it. */
  altText: string;
  locale: 'id' | 'en';
}

export interface ChartSeries {
  name: string;
  values: readonly (number | null)[];
  /** `rrggbb`. */
  color: string;
  /** Of bars, one by one. */
  pointColors?: readonly string[];
  isDashed?: boolean;
  /** Which points are labelled with their value. */
  labels: 'none' | 'last' | 'all';
  labelColor?: string;
}
