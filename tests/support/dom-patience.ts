import { configure } from '@testing-library/react';
import { vi } from 'vitest';

/** For tests that type through a whole page: a busy machine takes its time over a simulated browser. */
export function allowSlowDom(): void {
  vi.setConfig({ testTimeout: 30_000 });
  configure({ asyncUtilTimeout: 10_000 });
}
