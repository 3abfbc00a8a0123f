import { useCallback } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatScaled } from '#shared/number-format.ts';
import { parseTypedNumber } from '#shared/number-input.ts';

export type ReadScaled = { ok: true; scaled: number | null } | { ok: false };

/** Figures in forms: shown as people write them, read back as scaled integers. Empty is null; what can be read in two ways is not read. */
export function useScaledText() {
  const locale = useLocale();
  const write = useCallback(
    (scaled: number | null, decimals: number) => (scaled === null ? '' : formatScaled(scaled, decimals, locale)),
    [locale],
  );
  const read = useCallback(
    (text: string, decimals: number): ReadScaled => {
      const typed = parseTypedNumber(text, { decimals, locale, allowNegative: true });
      if (typed.kind === 'empty') return { ok: true, scaled: null };
      return typed.kind === 'number' ? { ok: true, scaled: typed.scaled } : { ok: false };
    },
    [locale],
  );
  return { write, read };
}
