import type {
  AccountTable,
  OneTimeLinkTable,
  RateLimitTable,
  SessionTable,
  TwoFactorTable,
  UserTable,
  VerificationTable,
} from './schema-accounts.ts';
import type {
  ActionItemNoteTable,
  ActionItemTable,
  CalendarFeedTable,
  DecisionTable,
  DeckSlideTable,
  DeckTable,
  EditionPictureTable,
  EditionTable,
  ExportJobTable,
  MeetingAgendaItemTable,
  MeetingAttendanceTable,
  MeetingTable,
} from './schema-briefing.ts';
import type { HistoryImportReportTable, HistoryImportTable } from './schema-history-import.ts';
import type {
  NotificationClaimTable,
  NotificationMailTable,
  NotificationSettingTable,
  NotificationTable,
} from './schema-notification.ts';
import type {
  AgencySuccessorTable,
  AgencyTable,
  AreaAliasTable,
  AreaTable,
  AssignmentTable,
  ConsistencyRuleTable,
  DeadlineTable,
  IndicatorAreaTable,
  IndicatorTable,
  IssueTable,
  PublishedFigureTable,
  SeriesBreakTable,
  SeriesTable,
  SettingTable,
  TargetTable,
} from './schema-reference.ts';
import type {
  AttachmentTable,
  AuditEventTable,
  AuditHeadTable,
  EntryCommentTable,
  EntryRevisionTable,
  EntryTable,
  ReportTable,
  RestatementTable,
  RollupTable,
  SmallWinAreaTable,
  SmallWinTable,
} from './schema-reporting.ts';

export type * from './schema-accounts.ts';
export type * from './schema-reference.ts';
export type * from './schema-reporting.ts';

/**
 * The tables, one interface each. Rules that hold everywhere:
 * ids are text (UUIDv7, or a code where the field has one); instants and dates are ISO text; booleans are 0 | 1;
 * a figure is a scaled integer, `real value × 10^indicator.decimals`; a missing figure is NULL, never 0.
 */
export interface Database {
  issue: IssueTable;
  indicator: IndicatorTable;
  indicator_area: IndicatorAreaTable;
  consistency_rule: ConsistencyRuleTable;
  area: AreaTable;
  area_alias: AreaAliasTable;
  agency: AgencyTable;
  agency_successor: AgencySuccessorTable;
  assignment: AssignmentTable;
  series: SeriesTable;
  published_figure: PublishedFigureTable;
  series_break: SeriesBreakTable;
  target: TargetTable;
  report: ReportTable;
  entry: EntryTable;
  entry_revision: EntryRevisionTable;
  entry_comment: EntryCommentTable;
  restatement: RestatementTable;
  rollup: RollupTable;
  small_win: SmallWinTable;
  small_win_area: SmallWinAreaTable;
  attachment: AttachmentTable;
  deadline: DeadlineTable;
  setting: SettingTable;
  one_time_link: OneTimeLinkTable;
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  twoFactor: TwoFactorTable;
  rateLimit: RateLimitTable;
  deck: DeckTable;
  deck_slide: DeckSlideTable;
  edition: EditionTable;
  edition_picture: EditionPictureTable;
  meeting: MeetingTable;
  meeting_agenda_item: MeetingAgendaItemTable;
  meeting_attendance: MeetingAttendanceTable;
  decision: DecisionTable;
  action_item: ActionItemTable;
  action_item_note: ActionItemNoteTable;
  calendar_feed: CalendarFeedTable;
  export_job: ExportJobTable;
  history_import: HistoryImportTable;
  history_import_report: HistoryImportReportTable;
  notification: NotificationTable;
  notification_claim: NotificationClaimTable;
  notification_mail: NotificationMailTable;
  notification_setting: NotificationSettingTable;
}

export type Flag = 0 | 1;
