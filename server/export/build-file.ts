import type { WorkerOrder } from './worker-order.ts';

/** Makes the file that is ordered; only the program of that kind is loaded. `onProgress` is told 0 to 1. */
export async function buildFile(
  { edition, kind, locale, paper, slideId }: Omit<WorkerOrder, 'target'>,
  onProgress: (value: number) => void,
): Promise<Uint8Array> {
  const options = { locale, onProgress };
  switch (kind) {
    case 'pptx': {
      const { buildPptx } = await import('./pptx/build-pptx.ts');
      return buildPptx(edition, options);
    }
    case 'xlsx': {
      const { buildXlsx } = await import('./xlsx/build-xlsx.ts');
      return buildXlsx(edition, options);
    }
    case 'pdf': {
      const { buildDeckPdf } = await import('./deck-pdf.ts');
      return buildDeckPdf(edition, options);
    }
    case 'handout': {
      const { buildHandoutPdf } = await import('./handout-pdf.ts');
      return buildHandoutPdf(edition, options);
    }
    case 'recap': {
      const { buildRecapPdf } = await import('./recap-pdf.ts');
      return buildRecapPdf(edition, { ...options, paper });
    }
    case 'png': {
      const { buildDeckPng, buildSlidePng } = await import('./slide-png.ts');
      return slideId === null ? buildDeckPng(edition, options) : buildSlidePng(edition, slideId, options);
    }
  }
}
