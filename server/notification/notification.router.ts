import { checkedBy, permittedPerson, router } from '#server/trpc.ts';
import {
  changeNotificationSettingsInput,
  groupTextsOutput,
  listNotificationsOutput,
  markReadInput,
  notificationSettingsOutput,
  unreadCountOutput,
} from '#shared/notification.ts';
import {
  changeNotificationSettings,
  groupTexts,
  listNotifications,
  markRead,
  notificationSettings,
  unreadCount,
} from './notification.service.ts';

export const notificationRouter = router({
  list: permittedPerson('notification.read')
    .output(checkedBy(listNotificationsOutput))
    .query(({ ctx }) => listNotifications(ctx.database, ctx.actor)),

  unreadCount: permittedPerson('notification.read')
    .output(checkedBy(unreadCountOutput))
    .query(({ ctx }) => unreadCount(ctx.database, ctx.actor)),

  markRead: permittedPerson('notification.read')
    .input(markReadInput)
    .output(checkedBy(unreadCountOutput))
    .mutation(({ ctx, input }) => markRead(ctx.database, ctx.actor, input)),

  settings: permittedPerson('notification.read')
    .output(checkedBy(notificationSettingsOutput))
    .query(({ ctx }) => notificationSettings(ctx.database, ctx.actor, ctx.config)),

  changeSettings: permittedPerson('notification.read')
    .input(changeNotificationSettingsInput)
    .output(checkedBy(notificationSettingsOutput))
    .mutation(({ ctx, input }) => changeNotificationSettings(ctx.database, ctx.actor, ctx.config, input)),

  groupTexts: permittedPerson('manage.read')
    .output(checkedBy(groupTextsOutput))
    .query(({ ctx }) => groupTexts(ctx.database, ctx.config)),
});
