import { useCan, useSession } from '#client/lib/session.ts';
import { useOutboxParts } from './outbox-parts.ts';

/** For who enters figures: how many have not reached the server. While it is shown, they are being sent. */
export function OutboxBadge() {
  const { user } = useSession();
  const parts = useOutboxParts(useCan('report.enter'));
  return parts && user ? <parts.OutboxMark key={user.id} outbox={parts.outboxOf(user.id)} /> : null;
}

/** Above the page, where what was typed could not be kept on the device. */
export function OutboxNotice() {
  const { user } = useSession();
  const parts = useOutboxParts(useCan('report.enter'));
  return parts && user ? <parts.OutboxBanner key={user.id} outbox={parts.outboxOf(user.id)} /> : null;
}
