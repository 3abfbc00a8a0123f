const key = 'satgas.presenter.session';
const pattern = /^[\w-]{8,64}$/;

/**
 * The name of one showing: the windows that bear it keep in step. It outlives a reload of its tab; a window that was
 * opened for another carries that one's in its address.
 */
export function showingName(inAddress: string | null): string {
  const known = inAddress ?? read();
  const name = known !== null && pattern.test(known) ? known : newId();
  try {
    sessionStorage.setItem(key, name);
  } catch {
    // Without storage a reload begins a showing of its own.
  }
  return name;
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A random UUID; `crypto.randomUUID` is missing where the page came over plain HTTP. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number) => hex.slice(from, to).join('');
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-');
}
