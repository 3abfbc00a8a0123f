// What the frame around the pages shows of the outbox. It is fetched after the page, in one piece.
export { outboxOf } from '#client/lib/outbox/app-outbox.ts';
export { EndedWork } from './ended-work.tsx';
export { LeaveDialog } from './leave-dialog.tsx';
export { OutboxBanner } from './outbox-banner.tsx';
export { OutboxMark } from './outbox-mark.tsx';
export { UnsentMenuItem } from './unsent-menu-item.tsx';
