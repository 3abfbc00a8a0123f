import type { outbox as source } from '#client/i18n/id/outbox.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const outbox: Translation<typeof source> = {
  title: 'Unsent entries',
  badge: {
    waiting_one: '{{count}} waiting',
    waiting_other: '{{count}} waiting',
    problems_one: '{{count}} to check',
    problems_other: '{{count}} to check',
    unfinished_one: '{{count}} unfinished',
    unfinished_other: '{{count}} unfinished',
    /** Under the number, where a phone has no room. */
    short: {
      waiting: 'waiting',
      problems: 'check',
      unfinished: 'finish',
    },
  },
  summary: {
    sending_one: '{{count}} being sent',
    sending_other: '{{count}} being sent',
    waiting_one: '{{count}} waiting for the network',
    waiting_other: '{{count}} waiting for the network',
    problems_one: '{{count}} to check',
    problems_other: '{{count}} to check',
    unfinished_one: '{{count}} not a figure yet',
    unfinished_other: '{{count}} not figures yet',
    safe: 'Everything is kept on this device. What waits for the network is sent by itself, in order, as soon as the server can be reached.',
  },
  empty: {
    title: 'Every entry has been sent',
    text: 'Nothing is waiting on this device. If you typed on another device without a network, download the file there and import it here.',
  },
  action: {
    send: 'Send now',
    sendAgain: 'Send again',
    export: 'Download to a file',
    import: 'Import from a file',
    openCell: 'Open the cell',
    openReport: 'Open the report',
    finish: 'Continue typing',
    discard: 'Discard',
    cancelSubmit: 'Cancel the submission',
    more: 'Actions for {{what}}',
  },
  report: '{{issue}} · {{month}} · {{agency}}',
  cell: '{{indicator}} · {{area}}',
  typedAt: 'typed {{time}}',
  pressedAt: 'pressed {{time}}',
  value: {
    notReported: 'no data yet',
    notApplicable: 'not applicable',
    withUnit: '{{value}} {{unit}}',
    typed: '“{{text}}”',
  },
  submitItem: 'Submission of the report',
  state: {
    waiting: 'Waiting for the network',
    afterOthers: 'Waiting for the entries above',
    sending: 'Being sent',
    refused: 'Refused',
    conflict: 'Conflict',
    reportChanged: 'Report changed',
    unfinished: 'Not a figure yet',
    setAside: 'Set aside',
  },
  hint: {
    setAside: 'You chose the other person’s figure. This one is sent only to be kept in the history of the cell.',
    reportChanged:
      'This report changed after you pressed Submit, so it has not been submitted. Open it, check it, and submit it again.',
    unfinished: 'This text cannot be read as a figure yet, so it has not been sent. Open the cell to continue.',
    submit: 'The report is submitted by itself once all of its entries have been sent.',
    submitBlocked: 'The report cannot be submitted while entries above need checking.',
  },
  problem: {
    ENTRY_SUBMITTED:
      'The report was submitted before this figure arrived, so the cell is locked. Ask the verifier to return the cell and send again; or keep it here, download it to a file, or discard it.',
    REPORT_LOCKED:
      'The period for filling in this report is closed. Ask the secretariat to extend the deadline and send again; your figure stays here.',
    REPORT_NOT_EDITABLE:
      'The report was submitted or verified before this figure arrived. Ask the verifier to return it and send again, or open the cell to make a correction.',
    ENTRY_CELL_NOT_YOURS:
      'Another agency is now responsible for this area or indicator. Download it to a file and pass the figure on, or ask the secretariat about the assignment; then discard it.',
    REPORT_NOT_YOURS:
      'Another agency is now responsible for this report. Download it to a file and pass the figure on, or ask the secretariat about the assignment; then discard it.',
    REPORT_NOT_FOUND:
      'This report no longer exists; the assignment may have changed. Ask the secretariat before you discard the entry.',
    ENTRY_CELL_NOT_COLLECTED:
      'This indicator is no longer collected for this area or month. Note the figure down if it is still needed, then discard it.',
    REPORT_MONTH_NOT_OPEN:
      'This month is not open for reporting yet. Leave it here and send again once the month is open.',
    ENTRY_REASON_REQUIRED: 'Changing a verified figure needs a reason. Open the cell and give one.',
    NOTE_REQUIRED: 'This change needs a note. Open the cell and write one.',
    ENTRY_RULE_BLOCKS: 'This figure contradicts another in the same row. Open the cell and correct one of them.',
    ENTRY_VALUE_INVALID: 'The server cannot take this figure. Open the cell and type it again.',
    ENTRY_VALUE_NEGATIVE: 'This figure may not be below zero. Open the cell and correct the sign.',
    NOT_ALLOWED:
      'The role of your account no longer covers filling in reports. Contact the administrator; the entry stays here and can be downloaded.',
    USER_DISABLED: 'Your account is disabled. Contact the administrator; the entry stays here and can be downloaded.',
    REPORT_HAS_BLOCKS:
      'The report was not submitted because entries contradict each other. Open it, correct the marked cells, and submit it again.',
    REPORT_HAS_MISSING:
      'The report was not submitted because cells are still empty. Open it and fill them in, or submit it stating that there is no data for them yet.',
    REPORT_IS_EMPTY: 'The report was not submitted because it holds no figure yet. Open it and fill it in first.',
    other: '{{sentence}} The entry stays here.',
  },
  conflict: {
    text: '{{name}} changed this cell {{time}}. Choose the figure to use; the other stays in the history.',
    somebody: 'Somebody',
    mine: 'Mine',
    theirs: 'Theirs',
    choose: 'Choice for {{what}}',
    all_one: '{{count}} cell in conflict',
    all_other: '{{count}} cells in conflict',
    allHint: 'Choose cell by cell below, or all at once:',
    allMine: 'All mine',
    allTheirs: 'All theirs',
    allMineTitle: 'Use all of yours?',
    allTheirsTitle: 'Use all of theirs?',
    allMineText_one: 'Your figure replaces the other person’s in {{count}} cell. Theirs stays in the history.',
    allMineText_other: 'Your figures replace other people’s in {{count}} cells. Theirs stay in the history.',
    allTheirsText_one: 'The other person’s figure stays in {{count}} cell. Yours is kept in the history.',
    allTheirsText_other: 'Other people’s figures stay in {{count}} cells. Yours are kept in the history.',
  },
  discard: {
    title: 'Discard this entry?',
    text: '{{what}}: {{value}} is removed from this device and will not be sent. This cannot be undone.',
    confirm: 'Discard',
    done: 'The entry was discarded.',
    submitTitle: 'Cancel the submission?',
    submitText: '{{report}} will not be submitted. Its entries are still sent; you can submit it again at any time.',
    submitConfirm: 'Cancel the submission',
    submitDone: 'The submission was cancelled.',
  },
  sent: {
    all: 'Every entry has been sent.',
    none: 'The server cannot be reached yet. The entries stay on this device and are tried again by themselves.',
    problems_one: '{{count}} entry needs checking before it can be sent.',
    problems_other: '{{count}} entries need checking before they can be sent.',
    signIn: 'Your session has ended. Sign in again to send.',
  },
  clock: {
    ahead: 'The clock of this device is about {{amount}} ahead of the server’s.',
    behind: 'The clock of this device is about {{amount}} behind the server’s.',
    hint: 'Times in this list follow the device. Order and figures are not affected.',
    minute_one: '{{count}} minute',
    minute_other: '{{count}} minutes',
    hour_one: '{{count}} hour',
    hour_other: '{{count}} hours',
    day_one: '{{count}} day',
    day_other: '{{count}} days',
  },
  storage: {
    refusedTitle: 'Entries are not kept on this device yet',
    full: 'The browser is out of space, so the latest entries are only in this tab. Send them or download them to a file before you close it.',
    forbidden:
      'Storage is switched off in this browser, so the entries are only in this tab. Send them or download them to a file before you close it.',
    show: 'Show and download',
    lowTitle: 'The browser is almost out of space',
    low: 'About {{size}} MB is left. Send these entries, or download them to a file as a backup.',
    evictable:
      'This browser does not promise to keep entries, for example in a private window or when the device runs out of space. If they will wait for long, download them to a file as well.',
  },
  file: {
    explanation:
      'Unsent entries of Satgas 4+1. Sign in with the same account on another device, open "Unsent entries" and choose "Import from a file". Do not change it: a changed file is refused.',
    readable: {
      figure: '{{report}} | {{area}} | {{indicator}}: {{value}} | typed {{time}} | {{state}}',
      submit: '{{report}} | submission of the report | pressed {{time}} | {{state}}',
      unfinished: '{{report}} | {{area}} | {{indicator}}: "{{text}}" (not a figure yet) | typed {{time}}',
    },
    exported_one: '{{count}} entry downloaded to {{file}}. The entries on this device are unchanged.',
    exported_other: '{{count}} entries downloaded to {{file}}. The entries on this device are unchanged.',
    imported_one: '{{count}} entry imported; it will be sent.',
    imported_other: '{{count}} entries imported; they will be sent.',
    importedNothing: 'Every entry in this file is here already. Nothing has changed.',
    refusedTitle: 'The file was not imported',
    foreign:
      '{{file}} is not a file of Satgas 4+1 entries. Choose one that was downloaded from this list. Nothing has changed.',
    damaged:
      '{{file}} is damaged or was changed after it was downloaded, so nothing was imported. Download it again on the device it came from.',
    newer:
      '{{file}} was written by a newer version of the application, so nothing was imported. Reload this application and try again.',
    otherAccount:
      '{{file}} belongs to another account ({{name}}), so nothing was imported. Only its owner can import it, signed in to their own account.',
    tooLarge: '{{file}} is too large for a file of entries. Nothing has changed.',
    unreadable: '{{file}} cannot be read from this device. Nothing has changed; try choosing it again.',
  },
  leave: {
    title_one: '{{count}} unsent entry',
    title_other: '{{count}} unsent entries',
    text: 'Signing out removes all of your data from this device. What should happen to the entries that have not been sent?',
    problems_one: '{{count}} of them needs checking and cannot simply be sent.',
    problems_other: '{{count}} of them need checking and cannot simply be sent.',
    allProblems_one: 'It needs checking and cannot simply be sent.',
    allProblems_other: 'All of them need checking and cannot simply be sent.',
    sendHint: 'Send everything, then sign out.',
    send: 'Send now',
    export: 'Download, then sign out',
    exportHint: 'Keep a file to import on another device.',
    discard: 'Delete and sign out',
    discardHint: 'The entries are gone and cannot be brought back.',
    left_one: '{{count}} entry could not be sent. You are still signed in.',
    left_other: '{{count}} entries could not be sent. You are still signed in.',
    unreachable: 'The server cannot be reached, so you are still signed in. The entries are safe on this device.',
  },
  ended: {
    text_one: 'You have {{count}} unsent entry; it is safe on this device.',
    text_other: 'You have {{count}} unsent entries; they are safe on this device.',
    signIn_one: 'Sign in again to send {{count}} entry',
    signIn_other: 'Sign in again to send {{count}} entries',
  },
};
