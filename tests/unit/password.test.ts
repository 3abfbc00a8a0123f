import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblems } from '#shared/password.ts';

describe('password rules', () => {
  it.each([
    'enam burung di pohon kelapa',
    'tujuh perahu menuju pelabuhan',
    'kV7#mQ2!xZ9pLw',
    'jembatan-hujan-kopi',
    'Pantai Manakarra dan ombak besar',
  ])('lets a long, uncommon one pass: %s', (password) => {
    expect(passwordProblems(password, ['Sitti Aminah', 'sitti', 'sitti@contoh.test'])).toEqual([]);
  });

  it.each(['', 'pendek', 'sebelashrf1'])('refuses fewer than twelve characters: %s', (password) => {
    expect(passwordProblems(password)).toContain('PASSWORD_TOO_SHORT');
  });

  it.each([
    'password1234',
    'Password-2026',
    'qwertyuiop123',
    '123456789012',
    'aaaaaaaaaaaaaa',
    'abcdefghijklmn',
    'sulawesibarat2026',
    'Satgas4plus1!',
    'bismillah-123',
    'administrator1',
    'indonesia merdeka',
    'katasandi rahasia',
  ])('refuses what is guessed first: %s', (password) => {
    expect(passwordProblems(password)).toContain('PASSWORD_TOO_COMMON');
  });

  it.each(['sittiaminah12', 'Aminah Sitti 2026', 'sitti.aminah99'])('refuses the own name: %s', (password) => {
    const problems = passwordProblems(password, ['Sitti Aminah', 'sitti.aminah', 'sitti.aminah@contoh.test']);
    expect(problems).not.toEqual([]);
  });

  it('lets a name stand within a sentence that says more', () => {
    expect(passwordProblems('sitti membeli tujuh kelapa muda', ['Sitti Aminah'])).toEqual([]);
  });

  it('counts characters as people do, and refuses more than 128', () => {
    expect(passwordProblems('é'.repeat(11))).toContain('PASSWORD_TOO_SHORT');
    expect(passwordProblems('kV7#mQ2!xZ9pLw'.repeat(10))).toEqual(['PASSWORD_TOO_LONG']);
  });

  it('judges any text without failing, and always refuses short ones', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 3 }),
        (text, own) => {
          const problems = passwordProblems(text, own);
          return [...text].length >= 12 || problems.includes('PASSWORD_TOO_SHORT');
        },
      ),
    );
  });
});
