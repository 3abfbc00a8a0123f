import type { Reference } from '#client/lib/reference.ts';
import type { AccentId } from '#client/theme.ts';
import type { Destination, Navigation } from './navigation.ts';

export type SearchGroup = 'pages' | 'issues' | 'regencies' | 'districts';

export interface SearchItem {
  to: string;
  label: string;
  group: SearchGroup;
  /** A second line: the code of an area and the regency around it. */
  hint?: string;
  /** Other spellings that people type. */
  aliases?: readonly string[];
  issueId?: AccentId;
  keepsMonth: boolean;
}

type Area = Reference['areas'][number];

/** Shown per group: enough to see that the right one is near, few enough to take in. */
const groupLimit = 8;
const groups: readonly SearchGroup[] = ['pages', 'issues', 'regencies', 'districts'];

/** The words that pages and issues are found by, in the reader's language. */
export interface SearchWords {
  page: (id: Destination['id'] | 'account') => string;
  issue: (id: AccentId) => string;
  inRegency: (regency: string) => string;
}

export function searchItems(
  { overview, issues, work, manage }: Navigation,
  areas: readonly Area[],
  isSignedIn: boolean,
  words: SearchWords,
): SearchItem[] {
  const pages = [overview, ...work, ...(manage ? [manage] : [])].map(
    ({ id, to, keepsMonth = false }): SearchItem => ({ to, label: words.page(id), group: 'pages', keepsMonth }),
  );
  if (isSignedIn) pages.push({ to: '/akun', label: words.page('account'), group: 'pages', keepsMonth: false });

  const names = new Map(areas.map(({ id, name }) => [id, name]));
  const areaItem =
    (group: SearchGroup) =>
    (area: Area): SearchItem => {
      const parent = group === 'districts' ? names.get(area.parentId ?? '') : undefined;
      return {
        to: `/wilayah/${area.id}`,
        label: area.name,
        group,
        hint: parent === undefined ? area.id : `${area.id} · ${words.inRegency(parent)}`,
        aliases: area.aliases,
        keepsMonth: true,
      };
    };

  return [
    ...pages,
    ...issues.map(({ id, to }): SearchItem => {
      return { to, label: words.issue(id), group: 'issues', issueId: id, keepsMonth: true };
    }),
    ...areas.filter(({ level }) => level === 'regency').map(areaItem('regencies')),
    ...areas.filter(({ level }) => level === 'district').map(areaItem('districts')),
  ];
}

/** Items whose name, or code, holds every word of the query; a name that begins with it comes first. */
export function matchItems(items: readonly SearchItem[], query: string): { group: SearchGroup; items: SearchItem[] }[] {
  const words = plain(query).split(' ').filter(Boolean);
  const begin = plain(query);
  const found = items.filter(({ label, hint = '', aliases = [] }) => {
    const text = plain([label, hint, ...aliases].join(' '));
    return words.every((word) => text.includes(word));
  });
  return groups
    .map((group) => ({
      group,
      items: found
        .filter((item) => item.group === group)
        .sort((a, b) => Number(plain(b.label).startsWith(begin)) - Number(plain(a.label).startsWith(begin)))
        // Without a query the districts would bury everything else.
        .slice(0, begin === '' && group === 'districts' ? 0 : groupLimit),
    }))
    .filter((section) => section.items.length > 0);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
