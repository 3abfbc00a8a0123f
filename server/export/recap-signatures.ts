import type { Recap } from '#shared/briefing/content.ts';
import type { Locale } from '#shared/locale.ts';
import { drawText, type Pdf } from './pdf-document.ts';
import { recapWords } from './recap-words.ts';

type Signatories = Recap['signatories'];

const SIZE = 9;
const LINE = 13;
/** Room for a signature and a stamp. */
const SIGNING = 46;

export function signaturesHeight(signatories: Signatories): number {
  return signatories.length === 0 ? 0 : 4 * LINE + SIGNING + 12;
}

/**
 * Blocks side by side, place and date above the last. What is not known is left as dots, to be written by hand.
 */
export function drawSignatures(
  pdf: Pdf,
  signatories: Signatories,
  { left, right, top, locale }: { left: number; right: number; top: number; locale: Locale },
): void {
  if (signatories.length === 0) return;
  const words = recapWords[locale];
  const room = (right - left) / Math.max(2, signatories.length);
  for (const [index, { role, name, identity }] of signatories.entries()) {
    const isLast = index === signatories.length - 1;
    const column = signatories.length === 1 ? 1 : index;
    const middle = left + room * (column + 0.5);
    const above = isLast ? `${dots(28)}, ${dots(34)}` : words.acknowledged;
    const rows = [
      { text: above, weight: 400 as const, gap: 0 },
      { text: `${role},`, weight: 400 as const, gap: LINE },
      { text: name === '' ? dots(52) : name, weight: 700 as const, gap: LINE + SIGNING },
      { text: `${words.identity} ${identity === '' ? dots(44) : identity}`, weight: 400 as const, gap: LINE },
    ];
    let y = top + SIZE;
    const block = pdf.struct('P', {}, () => {
      for (const { text, weight, gap } of rows) {
        y += gap;
        drawText(pdf, middle, y, text, { size: SIZE, weight: name === '' ? 400 : weight, anchor: 'middle' });
      }
    });
    pdf.addStructure(block);
    block.end();
  }
}

function dots(count: number): string {
  return '.'.repeat(count);
}
