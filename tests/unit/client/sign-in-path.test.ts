import { describe, expect, it } from 'vitest';
import { returnPath, signInPath } from '#client/lib/sign-in-path.ts';

describe('the way to the sign-in page and back', () => {
  it('comes back to the page with its month', () => {
    const path = signInPath({ pathname: '/pelaporan', search: '?bulan=2026-10' });
    expect(path).toBe('/masuk?kembali=%2Fpelaporan%3Fbulan%3D2026-10');
    expect(returnPath(path.slice(path.indexOf('?')))).toBe('/pelaporan?bulan=2026-10');
  });

  it('needs no way back to the first page or to itself', () => {
    expect(signInPath({ pathname: '/', search: '' })).toBe('/masuk');
    expect(signInPath({ pathname: '/masuk', search: '?kembali=%2Fakun' })).toBe('/masuk');
  });

  it.each(['https://evil.example/x', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
    'never leads to another site: %s',
    (target) => {
      expect(returnPath(`?kembali=${encodeURIComponent(target)}`)).toBe('/');
    },
  );
});
