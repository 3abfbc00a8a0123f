import { AppError } from '#server/app-error.ts';
import type { AttachmentGuard } from '#server/attachment/attachment.service.ts';
import { roleOf } from '#server/context.ts';
import { assertPermitted } from '#server/trpc.ts';
import { can } from '#shared/permissions.ts';

/** Papers of a meeting (signed minutes, letters): read by staff, changed by whoever keeps the meetings. */
export const meetingDocumentGuard: AttachmentGuard = {
  async visibility(handle, actor, meetingId) {
    const meeting = await handle.db.selectFrom('meeting').select('id').where('id', '=', meetingId).executeTakeFirst();
    return meeting && can(roleOf(actor), 'meeting.read') ? 'private' : undefined;
  },
  async assertMayChange(_handle, actor, meetingId, db) {
    assertPermitted(actor, 'meeting.write');
    const meeting = await db.selectFrom('meeting').select('id').where('id', '=', meetingId).executeTakeFirst();
    if (!meeting) throw new AppError('MEETING_NOT_FOUND');
  },
};
