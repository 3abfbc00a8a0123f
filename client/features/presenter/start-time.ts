const key = 'satgas.presenter.start';

/** When this showing of a deck began: a reload in the middle does not set the clock back. Now, for a new one. */
export function keptStart(session: string, presentationId: string): number {
  try {
    const [forWhich, at] = (sessionStorage.getItem(key) ?? '').split(' ');
    if (forWhich === nameOf(session, presentationId) && Number(at) > 0) return Number(at);
  } catch {
    // Without storage every opening begins anew.
  }
  return Date.now();
}

export function keepStart(session: string, presentationId: string, at: number): void {
  try {
    sessionStorage.setItem(key, `${nameOf(session, presentationId)} ${at}`);
  } catch {
    // As above.
  }
}

/** The presentation was left on purpose: the next one begins at zero. */
export function forgetStart(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

function nameOf(session: string, presentationId: string): string {
  return `${session}/${presentationId}`;
}
