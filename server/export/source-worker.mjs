// The thread's program when the application runs from its sources: threads know no TypeScript of themselves.
import { tsImport } from 'tsx/esm/api';

await tsImport('./export-worker.ts', import.meta.url);
