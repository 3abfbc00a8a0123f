export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

/** Codes of the client's `errors.field` dictionary. */
export const passwordProblemCodes = [
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_TOO_COMMON',
  'PASSWORD_HAS_NAME',
] as const;
export type PasswordProblem = (typeof passwordProblemCodes)[number];

/** What attackers try first, longest first within a family; local words beside the usual ones. */
const commonParts = [
  ...['password', 'passw0rd', 'passphrase', 'katasandi', 'sandi', 'rahasia', 'administrator', 'admin', 'pengguna'],
  ...['user', 'root', 'login', 'masuk', 'welcome', 'selamat', 'datang', 'letmein', 'changeme', 'default', 'test'],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'iloveyou', 'sayangku', 'sayang'],
  ...['cinta', 'bismillah', 'alhamdulillah', 'assalamualaikum', 'indonesia', 'merdeka', 'garuda', 'pancasila', 'nkri'],
  ...['sulawesi', 'sulbar', 'barat', 'mamuju', 'tengah', 'majene', 'polewali', 'mandar', 'polman', 'mamasa'],
  ...['pasangkayu', 'provinsi', 'pemprov', 'pemda', 'kabupaten', 'gubernur', 'bupati', 'sekretariat', 'bappeda'],
  ...['satgas4plus1', '4plus1', 'satgas', 'stunting', 'kemiskinan', 'inflasi', 'monkey', 'dragon', 'football'],
  ...['princess', 'sunshine', 'superman', 'batman', 'master', 'shadow', 'michael', 'secret', 'google', 'android'],
];

/** Letters and digits left over once everything that can be guessed is taken out; so many make a password. */
const LEAST_OWN_CHARACTERS = 4;

/**
 * What is wrong with a password; empty when it may be used. Length over composition, as NIST SP 800-63B advises: no
 * rule asks for symbols, but common words, keyboard rows, sequences and the person's own name do not count.
 * @param personal name, username and e-mail address of the person
 */
export function passwordProblems(password: string, personal: readonly string[] = []): PasswordProblem[] {
  const problems: PasswordProblem[] = [];
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) problems.push('PASSWORD_TOO_SHORT');
  if (length > PASSWORD_MAX_LENGTH) problems.push('PASSWORD_TOO_LONG');

  const plain = lettersAndDigits(password);
  const withoutPersonal = takeOut(plain, personalParts(personal));
  const own = ownCharacters(plain);
  if (length >= PASSWORD_MIN_LENGTH && own < LEAST_OWN_CHARACTERS) problems.push('PASSWORD_TOO_COMMON');
  else if (withoutPersonal !== plain && ownCharacters(withoutPersonal) < LEAST_OWN_CHARACTERS * 2) {
    problems.push('PASSWORD_HAS_NAME');
  }
  return problems;
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function personalParts(personal: readonly string[]): string[] {
  return personal
    .flatMap((text) => [
      lettersAndDigits(text.split('@')[0] ?? ''),
      ...text.split(/[^\p{L}\p{N}]+/u).map(lettersAndDigits),
    ])
    .filter((part) => part.length >= 4)
    .sort((a, b) => b.length - a.length);
}

function takeOut(text: string, parts: readonly string[]): string {
  let rest = text;
  for (const part of parts) rest = rest.replaceAll(part, ' ');
  return rest;
}

function ownCharacters(text: string): number {
  const rest = takeOut(text, commonParts)
    .replace(/(?:19|20)\d\d/g, ' ')
    .replace(/\s+/g, '');
  return new Set(withoutSequences(rest)).size;
}

/** Drops what merely continues: `aaaa`, `1234`, `dcba`. */
function withoutSequences(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    const isContinuation = at > 0 && Math.abs(step) <= 1;
    if (!isContinuation) kept += text[at];
  }
  return kept;
}
