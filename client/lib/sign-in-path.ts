const returnKey = 'kembali';

/** The sign-in page that comes back to this address afterwards. */
export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  const from = pathname + search;
  return from === '/' || pathname === '/masuk' ? '/masuk' : `/masuk?${returnKey}=${encodeURIComponent(from)}`;
}

/** Where to go after sign-in. Only an address of this application: a link must not lead people to a foreign site. */
export function returnPath(search: string): string {
  const wanted = new URLSearchParams(search).get(returnKey) ?? '/';
  const base = 'https://satgas.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  return wanted.startsWith('/') && url?.origin === base ? url.pathname + url.search + url.hash : '/';
}
