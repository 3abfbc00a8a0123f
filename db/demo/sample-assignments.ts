import type { Insertable, Kysely } from 'kysely';
import type { AssignmentTable, Database } from '#db/schema.ts';
import { type Assignment, isValidOn } from '#shared/assignment.ts';
import type { Calendar } from './calendar.ts';
import type { Places } from './places.ts';

type AssignmentRow = Insertable<AssignmentTable>;

/** Press: "setiap OPD menangani dua kecamatan". */
const districtsEach = 2;
/** Not given an area in the sample: a hospital and the liaison office in the capital have no field staff. */
const withoutArea = ['rsud', 'banhub'];

interface Handover {
  id: string;
  validTo: string | null;
  successorIds: string[];
}

/**
 * A sample owner for every district that has no known one, from the first month of the sample on: two districts for
 * each agency that coordinates no issue, handed to the successor where the agency ends.
 */
export async function sampleAssignments(
  trx: Kysely<Database>,
  calendar: Calendar,
  places: Places,
  createdAt: string,
): Promise<AssignmentRow[]> {
  const from = `${calendar.months[0] ?? calendar.current}-01`;
  const known = await trx.selectFrom('assignment').selectAll().where('isSample', '=', 0).execute();
  const agencies = await loadAgencies(trx, from);
  const valid = known.filter((assignment) => isValidOn(assignment, from));
  const owned = new Set(valid.flatMap((each) => (each.role === 'area_owner' && each.areaId ? [each.areaId] : [])));
  const slots = openSlots(agencies, valid);
  const free = places.districts.filter((district) => !owned.has(district.id));

  return free.flatMap((district, index) => {
    const agency = slots[index % Math.max(1, slots.length)];
    return agency ? tenures(agency, district.id, index, { from, createdAt }) : [];
  });
}

async function loadAgencies(trx: Kysely<Database>, date: string): Promise<Handover[]> {
  const agencies = await trx.selectFrom('agency').select(['id', 'validFrom', 'validTo']).orderBy('id').execute();
  const successors = await trx.selectFrom('agency_successor').selectAll().orderBy('successorId').execute();
  return agencies
    .filter((agency) => isValidOn(agency, date) && !withoutArea.includes(agency.id))
    .map(({ id, validTo }) => ({
      id,
      validTo,
      successorIds: successors.filter((each) => each.agencyId === id).map((each) => each.successorId),
    }));
}

/** An agency stands in the list once for each district it can still take. */
function openSlots(agencies: readonly Handover[], assignments: readonly Assignment[]): Handover[] {
  const coordinators = assignments.filter((each) => each.role === 'issue_coordinator').map((each) => each.agencyId);
  return agencies
    .filter((agency) => !coordinators.includes(agency.id))
    .flatMap((agency) => {
      const taken = assignments.filter((each) => each.agencyId === agency.id && each.areaId !== null).length;
      return Array.from({ length: Math.max(0, districtsEach - taken) }, () => agency);
    });
}

function tenures(
  agency: Handover,
  areaId: string,
  index: number,
  { from, createdAt }: { from: string; createdAt: string },
): AssignmentRow[] {
  const tenure = (agencyId: string, validFrom: string, validTo: string | null): AssignmentRow => ({
    id: `demo-owner-${areaId}-${validFrom}`,
    agencyId,
    issueId: null,
    areaId,
    role: 'area_owner',
    legalBasis: 'data contoh',
    source: 'Data contoh: penanggung jawab kecamatan ini tidak ditemukan dalam sumber',
    confidence: null,
    isSample: 1,
    validFrom,
    validTo,
    version: 1,
    createdAt,
  });
  const first = tenure(agency.id, from, agency.validTo);
  const successor = agency.successorIds[index % Math.max(1, agency.successorIds.length)];
  if (agency.validTo === null || successor === undefined) return [first];
  return [first, tenure(successor, nextDay(agency.validTo), null)];
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
