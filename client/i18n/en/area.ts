import type { area as source } from '#client/i18n/id/area.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const area: Translation<typeof source> = {
  path: 'Where the area lies',
  codes: {
    title: 'This area',
    kemendagri: 'Kemendagri code',
    bps: 'BPS code',
    trap: 'Codes of Kemendagri and of BPS are two systems. Kemendagri 76.01 is Pasangkayu, while BPS 7601 is Majene. Never match them by their digits.',
    noBps: 'not known yet',
    version: 'as of {{version}}',
    kind: { kabupaten: 'Regency', kota: 'City', desa: 'Village', kelurahan: 'Urban village' },
    population: 'Population',
    sexes: '{{male}} male, {{female}} female',
    size: 'Size',
    sizeValue: '{{value}} km²',
    parts: 'Made up of',
    regencies: '{{count}} regencies',
    districts: '{{count}} districts',
    villages: '{{count}} villages',
    former: 'Former name',
    aliases: 'Also written',
    cpi: 'CPI city: inflation is measured here',
    unknown: 'not known yet',
  },
  responsible: {
    title: 'Who is responsible here?',
    on: 'On {{date}}',
    issue: 'Issue',
    agency: 'Agency',
    basis: 'Basis',
    confidence: 'Confidence',
    role: { issue_coordinator: 'issue coordinator', area_owner: 'area owner' },
    none: 'nobody appointed yet',
    many: '{{count}} agencies, see the areas below',
    level: { H: 'High', M: 'Medium', L: 'Low' },
  },
  issues: {
    title: 'How do the five issues stand here?',
    cascade: 'Stages of the work',
    none: 'This issue is not collected at this level.',
  },
  children: {
    title: 'How does each part stand?',
    titleOf: {
      province: 'How does each regency stand?',
      regency: 'How does each district stand?',
      district: 'How does each village stand?',
    },
    subtitle:
      'The headline figure of each issue, {{month}}. Colours tell how it stands against the path to the target.',
    none: 'Figures are collected down to districts; the villages below are not itemised.',
  },
};
