import type { Insertable } from 'kysely';
import type { AgencySuccessorTable, AgencyTable, AssignmentTable } from '#db/schema.ts';
import { confidenceSchema, issueIdSchema } from '#shared/indicator.ts';
import { type CsvRow, optional, readReference, required } from './csv.ts';

export function readAgencies(place: string): Insertable<AgencyTable>[] {
  return readReference(place, 'agency').map((row) => ({
    id: required(row, 'id'),
    abbr: required(row, 'abbr'),
    name: required(row, 'name'),
    type: required(row, 'type'),
    validFrom: required(row, 'valid_from'),
    validTo: optional(row, 'valid_to'),
    source: optional(row, 'source'),
    confidence: confidenceOf(row),
    note: optional(row, 'note'),
    version: 1,
  }));
}

export function readAgencySuccessors(place: string): Insertable<AgencySuccessorTable>[] {
  return readReference(place, 'agency_successor').map((row) => ({
    agencyId: required(row, 'agency_id'),
    successorId: required(row, 'successor_id'),
    note: optional(row, 'note'),
  }));
}

export function readAssignments(place: string, createdAt: string): Insertable<AssignmentTable>[] {
  return readReference(place, 'assignment').map((row) => ({
    id: required(row, 'id'),
    agencyId: required(row, 'agency_id'),
    issueId: row.issue_id ? issueIdSchema.parse(row.issue_id) : null,
    areaId: optional(row, 'area_id'),
    role: required(row, 'role') === 'issue_coordinator' ? 'issue_coordinator' : 'area_owner',
    legalBasis: optional(row, 'legal_basis'),
    source: optional(row, 'source'),
    confidence: confidenceOf(row),
    isSample: 0,
    validFrom: required(row, 'valid_from'),
    validTo: optional(row, 'valid_to'),
    version: 1,
    createdAt,
  }));
}

function confidenceOf(row: CsvRow) {
  return row.confidence ? confidenceSchema.parse(row.confidence) : null;
}
