import type { Role } from '#shared/permissions.ts';

/** An account of the demo. The names say that they are no real persons. */
export interface DemoAccount {
  username: string;
  name: string;
  role: Exclude<Role, 'public'>;
  agencyId: string | null;
}

export const demoAccounts: readonly DemoAccount[] = [
  { username: 'admin', name: 'Administrator (contoh)', role: 'administrator', agencyId: null },
  { username: 'sekretariat', name: 'Sekretariat Satgas (contoh)', role: 'secretariat', agencyId: null },
  {
    username: 'koordinator.stunting',
    name: 'Verifikator Stunting (contoh)',
    role: 'issue_coordinator',
    agencyId: 'dinkes-p2kb',
  },
  {
    username: 'koordinator.inflasi',
    name: 'Verifikator Inflasi (contoh)',
    role: 'issue_coordinator',
    agencyId: 'distapang',
  },
  { username: 'biro.hukum', name: 'Narahubung Biro Hukum (contoh)', role: 'focal_point', agencyId: 'biro-hukum' },
  { username: 'biro.umum', name: 'Narahubung Biro Umum (contoh)', role: 'focal_point', agencyId: 'biro-umum' },
  { username: 'pimpinan', name: 'Kantor Gubernur (contoh)', role: 'leadership', agencyId: null },
  { username: 'mitra', name: 'Perguruan Tinggi Mitra (contoh)', role: 'partner', agencyId: null },
];
