import type { RouterInput } from '#client/lib/trpc.ts';
import type { AssignmentRole } from '#shared/assignment.ts';
import type { Confidence, IssueId } from '#shared/indicator.ts';
import type { OpenedForm } from './assignment-form.tsx';

/** What the fields hold; what is not asked for stays as it is. */
export interface ChangeValues {
  role: AssignmentRole;
  issueId: IssueId | null;
  areaId: string | null;
  agencyId: string | null;
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
  source: string;
  confidence: Confidence | null;
}

export function initialValues(opened: OpenedForm, today: string): ChangeValues {
  const empty: ChangeValues = {
    role: 'area_owner',
    issueId: null,
    areaId: null,
    agencyId: null,
    validFrom: today,
    validTo: null,
    legalBasis: '',
    source: '',
    confidence: null,
  };
  if (opened.kind === 'create' || opened.kind === 'hand_over') return empty;
  const { agencyId, validFrom, validTo, legalBasis, source, confidence } = opened.assignment;
  const basis = { legalBasis: legalBasis ?? '', source: source ?? '', confidence };
  return { ...empty, agencyId, validFrom, validTo: opened.kind === 'end' ? today : validTo, ...basis };
}

/** What is sent; fields that are not filled in yet make it incomplete, which the schema tells. */
export function changeOf(opened: OpenedForm, values: ChangeValues): RouterInput['assignment']['change'] {
  const { role, issueId, areaId, validTo, legalBasis, source, confidence } = values;
  const basis = { legalBasis, source, confidence };
  const agencyId = values.agencyId ?? '';
  const validFrom = values.validFrom ?? '';
  switch (opened.kind) {
    case 'create':
      return { kind: 'create', role, issueId, areaId, agencyId, validFrom, validTo, ...basis };
    case 'hand_over': {
      const { id, version } = opened.assignment;
      return { kind: 'hand_over', id, version, agencyId, validFrom, ...basis };
    }
    case 'end': {
      const { id, version } = opened.assignment;
      return { kind: 'end', id, version, validTo: validTo ?? '' };
    }
    case 'correct': {
      const { id, version } = opened.assignment;
      return { kind: 'correct', id, version, agencyId, validFrom, validTo, ...basis };
    }
  }
}
