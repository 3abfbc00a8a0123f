export interface ProgressLine {
  /** 0 to 1; what goes backwards is ignored. */
  report(value: number): void;
  /** Writes nothing more; resolves once what is being written is written. */
  end(): Promise<void>;
}

/** Close enough to be seen moving, seldom enough to cost the database nothing. */
const APART_MS = 300;

/**
 * Notes how far a job is: news at most every 300 ms, and without any a sign of life every `heartbeatMs`. One note at a
 * time; what comes meanwhile is noted by the next.
 */
export function progressLine(
  write: (value: number) => Promise<unknown>,
  heartbeatMs: number,
  onError: (error: unknown) => void,
): ProgressLine {
  let value = 0;
  let written = -1;
  let writtenAt = Date.now();
  let writing: Promise<void> | undefined;

  const tick = () => {
    const isDue = value > written || Date.now() - writtenAt >= heartbeatMs;
    if (writing || !isDue) return;
    written = value;
    writtenAt = Date.now();
    writing = write(value)
      .then(() => undefined, onError)
      .finally(() => {
        writing = undefined;
      });
  };
  const timer = setInterval(tick, APART_MS);
  return {
    report(next) {
      value = Math.max(value, next);
    },
    async end() {
      clearInterval(timer);
      await writing;
    },
  };
}
