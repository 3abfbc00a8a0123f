import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import type { Status } from '#shared/status.ts';

/** The five issues that have an accent of their own. */
export type AccentId = 'ke' | 'st' | 'ats' | 'pa' | 'inf';
export type AccentShade = 'base' | 'soft' | 'deep';

export type StatusTone = Status;
export type StatusPart = 'base' | 'bg' | 'fg';

const ACCENTS: readonly string[] = ['ke', 'st', 'ats', 'pa', 'inf'];

/** The accent of an issue (`'ST'`); anything that is no issue gets the primary navy. */
export function issueColor(issueId?: string, shade: AccentShade = 'base'): string {
  const accent = accentOf(issueId);
  if (accent === undefined) return shade === 'soft' ? 'var(--primary-soft)' : 'var(--primary)';
  return shade === 'base' ? `var(--issue-${accent})` : `var(--issue-${accent}-${shade})`;
}

/** Text colour that is readable on an accent's base and deep shades. */
export function onIssueColor(issueId?: string): string {
  return accentOf(issueId) === undefined ? 'var(--on-primary)' : 'var(--issue-on)';
}

function accentOf(issueId: string | undefined): string | undefined {
  const accent = issueId?.toLowerCase();
  return accent !== undefined && ACCENTS.includes(accent) ? accent : undefined;
}

/** `base` for lines and icons on a card, `bg` with `fg` for badges and cells. */
export function statusColor(status: StatusTone, part: StatusPart = 'base'): string {
  const name = status.replace('_', '-');
  return part === 'base' ? `var(--status-${name})` : `var(--status-${name}-${part})`;
}

/** A badge is toned by a status, or by being sent back, which is neither good nor bad news about a figure. */
export type BadgeTone = StatusTone | 'returned';

export function badgeColor(tone: BadgeTone, part: 'bg' | 'fg'): string {
  return tone === 'returned' ? `var(--returned-${part})` : statusColor(tone, part);
}

const navy: MantineColorsTuple = [
  '#eaf0fa',
  '#d3dff2',
  '#a9bfe4',
  '#7f9ed5',
  '#5f84c8',
  '#466db6',
  '#33589d',
  '#284886',
  '#1f3a6b',
  '#142849',
];

const dark: MantineColorsTuple = [
  '#e8ecf4',
  '#c9d1df',
  '#a7b2c6',
  '#8591a8',
  '#44516a',
  '#2c374c',
  '#1d273a',
  '#182031',
  '#0f1520',
  '#0a0f17',
];

// Without `system-ui`: on many Linux machines that is a very wide face, and the tables are dense.
const FONT_STACK =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

export const theme = createTheme({
  colors: { navy, dark },
  primaryColor: 'navy',
  primaryShade: { light: 8, dark: 5 },
  autoContrast: true,
  black: '#1b2333',
  fontFamily: FONT_STACK,
  headings: {
    fontFamily: FONT_STACK,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.35' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'lg' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 200, multiline: true, maw: 320 } },
    Popover: { defaultProps: { shadow: 'md', radius: 'lg' } },
    Modal: { defaultProps: { centered: true, radius: 'lg' } },
  },
});

/** Mantine's own greys are too faint for text; these take the place of them from theme.css. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-color-anchor': 'var(--primary)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--surface-hover)',
    '--mantine-color-disabled-color': 'var(--ink-2)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-color-navy-light': 'var(--primary-soft)',
    '--mantine-color-navy-light-hover': 'var(--surface-hover)',
    '--mantine-color-navy-light-color': 'var(--primary)',
    '--mantine-color-navy-outline': 'var(--primary)',
    '--mantine-color-navy-text': 'var(--primary)',
  };
  return { variables: {}, light: surfaces, dark: surfaces };
};
