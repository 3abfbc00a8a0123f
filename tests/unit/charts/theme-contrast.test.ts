import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../client/theme.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/:root(?:\[[^\]]*\])?\s*\{([^}]*)\}/g)].map((match) => coloursIn(match[1] ?? ''));
const light = blocks[0] ?? new Map<string, string>();
const schemes = { light, dark: new Map([...light, ...(blocks[1] ?? [])]) };

const issues = ['ke', 'st', 'ats', 'pa', 'inf'];
const statuses = ['achieved', 'on-track', 'attention', 'critical', 'no-data'];

const textPairs = [
  ...['page', 'surface', 'surface-2', 'surface-hover'].flatMap((ground) => [
    ['ink', ground],
    ['ink-2', ground],
  ]),
  ...[
    ['primary', 'surface'],
    ['primary', 'page'],
    ['primary', 'primary-soft'],
    ['on-primary', 'primary'],
    ['danger', 'surface'],
    ['chart-axis', 'surface'],
  ],
  ...issues.flatMap((issue) => [
    [`issue-${issue}`, 'surface'],
    [`issue-${issue}-deep`, `issue-${issue}-soft`],
    ['issue-on', `issue-${issue}`],
    ['issue-on', `issue-${issue}-deep`],
    ['ink', `issue-${issue}-soft`],
  ]),
  ...statuses.map((status) => [`status-${status}-fg`, `status-${status}-bg`]),
  ['returned-fg', 'returned-bg'],
];
const linePairs = [
  ...statuses.map((status) => [`status-${status}`, 'surface']),
  ['returned', 'surface'],
  ['focus', 'surface'],
  ['focus', 'page'],
  ['line-control', 'surface'],
  ['chart-target', 'surface'],
];

describe.each(Object.entries(schemes))('the %s scheme', (_, colours) => {
  it.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(linePairs)('%s can be seen on %s', (line, ground) => {
    expect(contrast(colours, line, ground)).toBeGreaterThanOrEqual(3);
  });
});

function coloursIn(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Contrast ratio of WCAG 2.2. */
function contrast(colours: Map<string, string>, first = '', second = ''): number {
  const [a, b] = [colours.get(first), colours.get(second)];
  if (!a || !b) throw new Error(`no such colour: ${first} or ${second}`);
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
