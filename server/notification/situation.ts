import type { DatabaseHandle } from '#db/connection.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { type Clock, type Desk, owedReports, verificationDesk } from '#server/report/report.service.ts';
import { choicesFor, isTold } from '#shared/notification/choices.ts';
import { scheduleOf } from '#shared/notification/schedule.ts';
import type { OwedReport, Situation } from '#shared/notification/who-is-told.ts';
import { isQuiet } from '#shared/notification/words.ts';
import { notificationKinds } from '#shared/notification.ts';
import { accountRoleSchema, roles } from '#shared/permissions.ts';
import { makeDigest } from './make-digest.ts';
import { listActivePeople, listChosen, type PersonRow } from './notification.queries.ts';

/** Roles that are told anything at all. */
const toldRoles = roles.filter((role) => notificationKinds.some((kind) => isTold(role, kind)));

export interface Standing {
  owed: OwedReport[];
  desk: Desk;
}

export async function standingOf(handle: DatabaseHandle, clock: Clock): Promise<Standing> {
  return { owed: await owedReports(handle, clock), desk: await verificationDesk(handle, clock) };
}

/** Everything the rules look at, and the people by their ids. */
export async function situationOf(
  handle: DatabaseHandle,
  clock: Clock,
): Promise<{ situation: Situation; people: ReadonlyMap<string, PersonRow> }> {
  const reference = await referenceOf(handle);
  const { owed, desk } = await standingOf(handle, clock);
  const people = await listActivePeople(handle.db, toldRoles);
  const chosen = await listChosen(handle.db);
  const recipients = people.map((person) => {
    const role = accountRoleSchema.parse(person.role);
    const choices = choicesFor(role, chosen.get(person.id) ?? []);
    const waiting = isTold(role, 'to_verify') ? desk.of({ ...person, role }) : [];
    return { id: person.id, agencyId: isTold(role, 'due_soon') ? person.agencyId : null, choices, waiting };
  });
  const wantsDigest = recipients.some(({ choices }) => (choices.digest?.frequency ?? 'none') !== 'none');
  const digest = wantsDigest ? await makeDigest(handle, clock, { owed, desk }) : null;
  return {
    situation: {
      today: clock.today,
      schedule: scheduleOf(reference.settings),
      owed,
      recipients,
      digest: digest && isQuiet(digest) ? null : digest,
    },
    people: new Map(people.map((person) => [person.id, person])),
  };
}
