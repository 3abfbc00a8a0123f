import type { workErrors as indonesian } from '#client/i18n/id/work-errors.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const workErrors: Translation<typeof indonesian> = {
  SMALL_WIN_NOT_FOUND: 'This small win was not found. It may have been withdrawn; go back to the list.',
  SMALL_WIN_NOT_YOURS:
    'This small win was recorded by another agency, so nothing was changed. Ask whoever recorded it.',
  SMALL_WIN_WRONG_STATE:
    'The state of this small win has changed meanwhile, so your action was not carried out. Reload to see its state.',
  SMALL_WIN_OWN_AGENCY:
    'Nobody verifies a small win of their own agency, so nothing was changed. Ask a verifier from another agency.',
  ATTACHMENT_TOO_LARGE:
    'The file is too large and was not uploaded. The other files are still there; make it smaller, then try again.',
  ATTACHMENT_TYPE_REFUSED:
    'This kind of file is not accepted and was not uploaded. Use a photo (JPG, PNG, WebP), PDF, XLSX, DOCX, CSV or TXT.',
  ATTACHMENT_TOO_MANY: 'The limit of files is reached, so this file was not added. Remove one first.',
  ATTACHMENT_NOT_FOUND: 'This file was not found. It may have been removed; reload the page.',
  DECK_NOT_FOUND:
    'This deck was not found. Somebody may have removed it; its frozen editions are still there. Go back to the list of decks.',
  DECK_FULL:
    'The deck holds as many slides as it can, so this one was not added. The others are still there; remove one first.',
  DECK_EMPTY:
    'No slide has anything to show, so no edition was frozen. The deck is saved; add slides, choose another month, or show empty slides.',
  SLIDE_NOT_FOUND:
    'This slide was not found. Somebody may just have removed it; the other slides are still there. Reload, and restore it if it is needed.',
  EDITION_NOT_FOUND:
    'This edition was not found; the address may be wrong. Nothing was lost; choose from the list of editions.',
  EDITION_DATA_MOVED:
    'Figures have changed since you looked at the preview, so no edition was frozen. The deck is saved; look at the new preview, then freeze.',
  EXPORT_NOT_FOUND:
    'This file is no longer there: files for download are kept for a while only. The edition is intact; make the file once more.',
  EXPORT_NOT_READY:
    'The file is still being made, or making it failed, so it cannot be downloaded yet. The edition is intact; wait until it is ready, or make it again.',
  IMPORT_STALE:
    'Something has changed since the check, so nothing was written. Check once more to see what would happen now, then apply.',
  IMPORT_NOTHING: 'There is no figure to write: all rows are the same already, or refused. Nothing has changed.',
  IMPORT_TOO_LARGE:
    'The file has too many figures for one import (at most {{rows}}). Nothing was written; split the file, by year for example.',
  IMPORT_NOT_FOUND: 'This import was not found, so nothing was written in its name. Start again from the file.',
  MEETING_NOT_FOUND: 'This meeting was not found. Somebody may have removed it; go back to the list of meetings.',
  MEETING_IN_USE:
    'This meeting already holds decisions, action items or documents, so it was not removed. All of it is still there; move or remove that first.',
  DECISION_NOT_FOUND: 'This decision was not found. Somebody may have removed it; reload the page.',
  ACTION_ITEM_NOT_FOUND: 'This action item was not found. Somebody may have removed it; reload the list.',
  ACTION_ITEM_NOT_YOURS:
    'This action item belongs to another agency, so nothing was changed. Ask that agency or the secretariat.',
  ACTION_ITEM_WRONG_STATE:
    'The state of this action item does not allow that, so nothing was changed. Reload to see its state.',
  AGENCY_IN_USE:
    'This agency is still used in assignments or reports, so it was not removed. End its validity instead.',
  ASSIGNMENT_OVERLAPS:
    'This assignment overlaps another one, so it was not saved. Change its dates, or end the old assignment first.',
  ASSIGNMENT_DATES_INVALID: 'The end date lies before the start date, so the assignment was not saved. Mend the dates.',
  ASSIGNMENT_HAS_BEGUN:
    'This assignment has begun, so it was not removed: reports rest on it. End its validity instead.',
  TARGET_POINT_EXISTS:
    'There already is a target for this indicator, area and date, so it was not saved. Change the existing one.',
  INDICATOR_IN_USE:
    'This indicator already has figures, so that part cannot be changed. The existing figures are safe.',
  DEADLINE_EXISTS: 'There already is a deadline for this month, so it was not saved. Change the existing one.',
  USER_EXISTS:
    'An account with this e-mail address or username exists, so no new one was made. Check the list of users.',
  USER_NOT_FOUND: 'This account was not found. It may have been removed; reload the list of users.',
  USER_LAST_ADMINISTRATOR:
    'This is the last administrator, so nothing was changed. Appoint another administrator first.',
  AGENCY_REQUIRED: 'This role needs an agency, so it was not saved. Choose the agency.',

  field: {
    DATE_REQUIRED: 'Fill in the date.',
    DATE_INVALID: 'This is not a date. Write, for example, 21 November 2026.',
    DATES_REVERSED: 'This date lies before the start. Choose a later one.',
    AGENCY_NOT_THERE: 'The agency does not exist on that day. Choose another date or agency.',
    AGENCY_ENDS_BEFORE: 'The agency ends earlier. Give an end date within its existence.',
    AGENCY_HAS_EARLIER_TASK: 'The agency had assignments before that day. Choose an earlier date.',
    AGENCY_ABBR_TAKEN: 'Another agency of the same time has this short name. Choose another.',
    TASK_ENDED_BEFORE: 'The old assignment ended well before. Choose the day after its last, or make a new assignment.',
    SUCCESSOR_TWICE: 'This successor is named twice. Remove one.',
    SUCCESSOR_NOT_THERE: 'A successor is another agency that exists after that day.',
    NUMBER_REQUIRED: 'Fill in the number.',
    NUMBER_NEGATIVE: 'This number cannot be below zero.',
    LIMITS_REVERSED: 'The upper limit lies below the lower one. Swap or mend them.',
    NOT_IN_BAND: 'The number lies outside its limits. Mend the number or the limits.',
    BAND_NOT_USED: 'Limits are for targets that are a range. Leave this empty.',
    THRESHOLD_OUT_OF_RANGE: 'Give a percentage from 0 to 100.',
    THRESHOLDS_REVERSED: 'This threshold must be lower than the one for on track.',
    INDICATOR_NEEDED: 'This indicator is the headline of an issue or a part of a ratio, so it cannot be switched off.',
    RATIO_NEEDS_PARTS: 'This ratio is made of an indicator that is switched off. Switch both of its parts on first.',
    DAY_OUT_OF_RANGE: 'Give a day from 1 to 31.',
    DAYS_OUT_OF_RANGE: 'Give a number of working days from 1 to 30.',
    LOCK_OUT_OF_RANGE: 'Enter a whole number from 0 to 1000.',
    DEADLINE_NEEDS_SCOPE: 'Choose an issue, a month, or both. For all reports, change the default day.',
    DEADLINE_DAY_OR_DATE: 'Choose a day or a date, not both.',
    DEADLINE_DATE_NEEDS_MONTH: 'A fixed date holds for one month only. Choose the month.',
    DEADLINE_BEFORE_MONTH_END: 'The deadline must lie after the month of the report.',
    TIME_INVALID: 'Write the time in hours and minutes, e.g. 09:00.',
    TIME_BEFORE_START: 'This is before the beginning. Change one of the two.',
    LIST_TOO_LONG: 'This list is too long. Shorten it.',
  },
};
