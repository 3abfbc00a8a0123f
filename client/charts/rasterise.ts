/** What stands around the chart in the picture, so that it explains itself on a slide. */
export type PictureText = { title: string; subtitle?: string; footer?: string };

const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 24;
const SCALE = 2;

/** Enough of an SVG element's computed style to draw it without the style sheet. */
const SVG_PROPERTIES = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'display',
];

/**
 * The chart inside `body` as a PNG at double density, with title, subtitle and footer.
 * A chart that is one SVG is drawn as such; one of HTML goes through foreignObject.
 * Rejects where the browser refuses to read the canvas back (foreignObject in Safari).
 */
export async function toPng(body: HTMLElement, text: PictureText): Promise<Blob> {
  const style = getComputedStyle(body);
  const width = Math.ceil(body.getBoundingClientRect().width);
  const height = Math.ceil(body.getBoundingClientRect().height);
  const drawing = document.createElementNS(SVG, 'svg');
  const colours = {
    ink: style.color,
    quiet: resolveColour(body, 'var(--ink-2)'),
    ground: resolveColour(body, 'var(--surface)'),
  };

  let y = PADDING;
  for (const [words, size, weight, colour] of [
    [text.title, 18, 700, colours.ink],
    [text.subtitle, 13, 400, colours.quiet],
  ] as const) {
    if (words) y = drawText(drawing, words, { y, size, weight, colour, width, family: style.fontFamily });
  }
  y += 8;
  drawing.append(place(chartOf(body, width, height), y));
  y += height + 12;
  if (text.footer) {
    y = drawText(drawing, text.footer, {
      y,
      size: 11,
      weight: 400,
      colour: colours.quiet,
      width,
      family: style.fontFamily,
    });
  }

  const total = { width: width + 2 * PADDING, height: Math.ceil(y + PADDING - 6) };
  drawing.setAttribute('xmlns', SVG);
  drawing.setAttribute('width', String(total.width));
  drawing.setAttribute('height', String(total.height));
  return draw(drawing, total, colours.ground);
}

function chartOf(body: HTMLElement, width: number, height: number): SVGElement {
  const drawn = body.querySelectorAll<SVGSVGElement>('svg[data-chart], svg.recharts-surface');
  const only = drawn[0];
  if (only && drawn.length === 1) {
    const copy = only.cloneNode(true) as SVGSVGElement;
    inlineStyles(only, copy, SVG_PROPERTIES);
    const box = only.getBoundingClientRect();
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    return copy;
  }
  const copy = body.cloneNode(true) as HTMLElement;
  inlineStyles(body, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/1999/xhtml');
  const frame = document.createElementNS(SVG, 'foreignObject');
  frame.setAttribute('width', String(width));
  frame.setAttribute('height', String(height));
  frame.append(copy);
  return frame;
}

function place(chart: SVGElement, y: number): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('transform', `translate(${PADDING} ${y})`);
  group.append(chart);
  return group;
}

function inlineStyles(source: Element, copy: Element, properties?: readonly string[]): void {
  const computed = getComputedStyle(source);
  const styled = copy as HTMLElement | SVGElement;
  for (const property of properties ?? Array.from(computed)) {
    styled.style.setProperty(property, computed.getPropertyValue(property));
  }
  const children = Array.from(copy.children);
  for (const [index, child] of Array.from(source.children).entries()) {
    const twin = children[index];
    if (twin) inlineStyles(child, twin, properties);
  }
}

type TextLine = { y: number; size: number; weight: number; colour: string; width: number; family: string };

/** Breaks the words into lines of at most `width` and returns the y below them. */
function drawText(drawing: SVGElement, words: string, line: TextLine): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `${line.weight} ${line.size}px ${line.family}`;
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const fits = !context || context.measureText(longer).width <= line.width;
    if (lines.length > 0 && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  let y = line.y;
  for (const content of lines) {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(PADDING));
    text.setAttribute('y', String(y + line.size));
    text.setAttribute('font-family', line.family);
    text.setAttribute('font-size', String(line.size));
    text.setAttribute('font-weight', String(line.weight));
    text.setAttribute('fill', line.colour);
    text.textContent = content;
    drawing.append(text);
    y += Math.round(line.size * 1.4);
  }
  return y;
}

function resolveColour(near: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  near.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

async function draw(drawing: SVGElement, size: { width: number; height: number }, ground: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size.width * SCALE;
  canvas.height = size.height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas is empty'))), 'image/png');
  });
}
