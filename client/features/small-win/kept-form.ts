import type { FormValues } from './form-values.ts';

interface Kept {
  /** The version the form was opened with: what was typed over an older one is not put over a newer one. */
  version: number | null;
  values: FormValues;
}

function keyOf(userId: string, id: string | null): string {
  return `satgas.small-win.${userId}.${id ?? 'new'}`;
}

/** Keeps what is typed on this device until it is saved. Nothing typed is lost when the browser goes. */
export function keepForm(userId: string, id: string | null, kept: Kept): void {
  try {
    localStorage.setItem(keyOf(userId, id), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage: the form itself still holds everything.
  }
}

export function forgetForm(userId: string, id: string | null): void {
  try {
    localStorage.removeItem(keyOf(userId, id));
  } catch {
    // Nothing was kept either.
  }
}

/** What was kept for the same record and version, laid over `values`; undefined when there is nothing. */
export function restoreForm(
  userId: string,
  id: string | null,
  version: number | null,
  values: FormValues,
): FormValues | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId, id)) ?? 'null');
    if (!isKept(kept) || kept.version !== version) return undefined;
    return { ...values, ...kept.values };
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    'values' in value &&
    typeof value.values === 'object' &&
    value.values !== null &&
    'areaIds' in value.values &&
    Array.isArray(value.values.areaIds)
  );
}
