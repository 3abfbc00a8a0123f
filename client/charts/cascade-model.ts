import { extent } from '#shared/series.ts';

export type CascadeStage = {
  key: string;
  label: string;
  /** Missing is null: drawn hatched, never as an empty bar. */
  value: number | null;
  /** Key of the stage that this one is a share of, and how that stage is called inside a sentence ("sasaran"). */
  shareOf?: string;
  shareLabel?: string;
};

export type CascadeBar = CascadeStage & {
  /** 0–1 of the longest bar; undefined where the figure is missing. */
  length: number | undefined;
  /** In per cent; undefined where either figure is missing or the base is zero. */
  share: number | undefined;
  of: string | undefined;
  ofLabel: string | undefined;
};

/** Bars on one scale, and each stage's share of the stage it is measured against. */
export function cascadeBars(stages: readonly CascadeStage[]): CascadeBar[] {
  const largest = extent(stages.map((stage) => stage.value))?.[1] ?? 0;
  return stages.map((stage) => {
    const base = stages.find((each) => each.key === stage.shareOf);
    const share =
      base?.value !== undefined && base.value !== null && base.value > 0 && stage.value !== null
        ? (stage.value / base.value) * 100
        : undefined;
    const length = stage.value === null ? undefined : largest > 0 ? stage.value / largest : 0;
    return { ...stage, length, share, of: base && (stage.shareLabel ?? base.label), ofLabel: base?.label };
  });
}
