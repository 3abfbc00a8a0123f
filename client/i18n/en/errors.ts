import type { errors as indonesian } from '#client/i18n/id/errors.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const errors: Translation<typeof indonesian> = {
  NETWORK: 'The server was not reached. What was saved is safe; check the internet connection, then try again.',
  TIMEOUT: 'The server took too long to answer. What was saved is safe; try again in a moment.',
  UNEXPECTED_ANSWER: 'The server’s answer could not be read. What was saved is safe; reload the page, then try again.',
  UNKNOWN: 'Something went wrong that is not known. What was saved is safe; try again, or reload the page.',
  BAD_INPUT: 'Some input is not right, so nothing was saved yet. Check the marked fields, then try again.',
  NOT_SIGNED_IN: 'You are not signed in, or your session has ended. What was saved is safe; sign in to go on.',
  NOT_ALLOWED: 'Your role does not include this, so nothing was changed. Ask an administrator if your work needs it.',
  NOT_FOUND:
    'What you are looking for was not found. It may have been removed, or the address is wrong; go back and choose from the list.',
  TOO_MANY_REQUESTS: 'Too many requests in a short time. Nothing was lost; wait a moment, then try again.',
  INTERNAL:
    'Something went wrong on the server and this request was undone completely. What was saved is safe; try again, and tell an administrator if it recurs.',
  STORAGE_FULL:
    'The server’s storage is full, so this change was not saved. What was saved is safe; tell an administrator, then try again.',
  REPORT_NOT_FOUND:
    'This report was not found. The assignment may have changed; open it again from the list under Reporting.',
  REPORT_NOT_YOURS:
    'This report belongs to another agency, so nothing was changed. Choose your own from the list under Reporting.',
  REPORT_NOT_EDITABLE:
    'This report is submitted or verified, so it cannot be changed directly. Ask a verifier to return it, or make a correction.',
  REPORT_NOT_SUBMITTED:
    'This report has not been submitted, so it cannot be verified or returned yet. Reload to see its state.',
  REPORT_HAS_BLOCKS:
    'The report was not submitted, because some figures contradict each other. Your figures are saved; mend the marked cells, then submit again.',
  REPORT_HAS_MISSING:
    'The report was not submitted because some cells are still empty. Fill them in, or submit and state that they have no data yet.',
  REPORT_IS_EMPTY:
    'The report was not submitted, because it holds no figure yet. Fill in at least one cell, then submit again.',
  REPORT_OWN_AGENCY:
    'Nobody verifies the report of their own agency, so nothing was changed. Ask a verifier from another agency.',
  REPORT_LOCKED:
    'Figures for this report are no longer taken: its deadline is long past. What you typed is not lost; ask the secretariat to extend the deadline, then send it again.',
  REPORT_MONTH_NOT_OPEN:
    'This month is not open for reporting yet, so nothing was saved. Choose a month that has begun.',
  ENTRY_CELL_NOT_YOURS:
    'This cell belongs to another agency, so the figure was not saved. Fill in the areas assigned to your agency.',
  ENTRY_CELL_NOT_COLLECTED: 'This indicator is not collected for this area or month, so the figure was not saved.',
  ENTRY_VERSION_CONFLICT:
    'Somebody else has just changed this cell. Your figure is still on screen; choose which one to use.',
  ENTRY_VALUE_INVALID: 'This figure could not be read, so it was not saved yet. Write, for example, 1,234 or 12.5.',
  ENTRY_VALUE_NEGATIVE: 'This figure may not be below zero, so it was not saved yet. Check the minus sign.',
  ENTRY_SUBMITTED: 'This cell is submitted, so it cannot be changed. Ask a verifier to return it.',
  ENTRY_NOT_SUBMITTED:
    'This cell has not been submitted, so it cannot be verified or returned yet. Reload to see its state.',
  ENTRY_NOT_EDITED: 'Nothing was changed in this cell, so there is nothing to save.',
  ENTRY_REASON_REQUIRED: 'This change needs a reason and was not saved yet. Write the reason, then save again.',
  ENTRY_RULE_BLOCKS: 'This figure contradicts another one in the same row, so it was not saved yet. Mend one of them.',
  NOTE_REQUIRED: 'This change needs a note and was not saved yet. Write the reason, then save again.',
  VERSION_CONFLICT:
    'Somebody else changed this first, so your change was not saved. Reload, then make your change again.',
  USER_DISABLED: 'This account is disabled. Your data is kept; ask an administrator to enable it again.',
  PASSWORD_TOO_WEAK:
    'This password is too easy to guess, so it was not changed. Use at least 12 characters, for example several unrelated words.',
  LINK_INVALID: 'This link was used already, has expired, or is incomplete. Ask an administrator for a new one.',
  SETUP_DONE: 'Setup was finished before, so nothing was changed. Sign in with the administrator’s account.',

  field: {
    INVALID: 'This is not right. Check it, then try again.',
    NAME_TOO_SHORT: 'The name is too short. Write at least two letters.',
    NAME_TOO_LONG: 'The name is too long. Write at most 120 letters.',
    EMAIL_INVALID: 'This is not an e-mail address. Write, for example, name@sulbarprov.go.id.',
    USERNAME_INVALID: 'A username has 3–30 lower-case letters, digits, dots, underscores or hyphens.',
    PHONE_INVALID: 'This is not a telephone number. Write, for example, 0812 3456 7890, or leave it empty.',
    PASSWORD_REQUIRED: 'Fill in the password.',
    PASSWORD_TOO_SHORT: 'The password is too short. Use at least 12 characters, for example several words.',
    PASSWORD_TOO_LONG: 'The password is too long. Use at most 128 characters.',
    PASSWORD_TOO_COMMON: 'This password is easy to guess. Use several unrelated words.',
    PASSWORD_HAS_NAME: 'This password contains your name or e-mail address. Use other words.',
    PASSWORD_WRONG: 'The present password is wrong. Try again.',
    TAKEN: 'Another account has this already. Choose another.',
    TEXT_REQUIRED: 'Fill this in.',
    CHOICE_REQUIRED: 'Choose one.',
    TEXT_TOO_LONG: 'This is too long. Shorten it.',
    TEXT_UNREADABLE: 'This holds a character that cannot be kept. Type it again.',
  },
};
