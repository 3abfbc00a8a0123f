// Draws the pictures of the installed application anew, by hand: node client/make-icons.mjs
// The mark of favicon.svg, with its letters as outlines: no picture depends on the fonts of the machine.
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import sharp from 'sharp';

const root = join(import.meta.dirname, '..');
const out = join(import.meta.dirname, 'public', 'icons');
const font = fontkit.openSync(join(root, 'node_modules/@fontsource/arimo/files/arimo-latin-700-normal.woff'));
const navy = '#1f3a68';

/** `4+1`, centred in a square of 32; `size` is the height of an em. */
function letters(size) {
  const run = font.layout('4+1');
  const scale = size / font.unitsPerEm;
  let x = 16 - (run.advanceWidth * scale) / 2;
  const y = 16 + (font.capHeight * scale) / 2;
  return run.glyphs
    .map((glyph, index) => {
      const path = `<path fill="#fff" transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
      x += run.positions[index].xAdvance * scale;
      return path;
    })
    .join('');
}

function draw(name, pixels, { radius, size }) {
  const square = `<rect width="32" height="32" rx="${radius}" fill="${navy}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${pixels}" height="${pixels}">${square}${letters(size)}</svg>`;
  return sharp(Buffer.from(svg))
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(out, `${name}.png`));
}

await Promise.all([
  draw('icon-192', 192, { radius: 7, size: 13.5 }),
  draw('icon-512', 512, { radius: 7, size: 13.5 }),
  // The device cuts these to its own shape: nothing is rounded, and the mark stays within the inner four fifths.
  draw('maskable-192', 192, { radius: 0, size: 11.5 }),
  draw('maskable-512', 512, { radius: 0, size: 11.5 }),
  draw('apple-touch-icon', 180, { radius: 0, size: 12.5 }),
]);
