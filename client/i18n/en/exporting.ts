import type { exporting as indonesian } from '#client/i18n/id/exporting.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const exporting: Translation<typeof indonesian> = {
  button: 'Download files',
  buttonRunning: 'Being made: {{count}}',
  title: 'Download this edition',
  language: 'Language of the file',
  locale: { id: 'Indonesian', en: 'English' },
  paper: 'Paper size',
  paperSize: { A4: 'A4', F4: 'F4 (folio)' },
  make: 'Make',
  makeOf: 'Make {{kind}}',
  kind: {
    pptx: { name: 'PowerPoint', hint: 'Charts and tables can be edited; with speaker notes.' },
    pdf: { name: 'PDF', hint: 'One slide a page.' },
    handout: { name: 'PDF handout', hint: 'Slides with speaker notes, to hand out.' },
    recap: {
      name: 'Recap of 4+1',
      hint: 'Official document: regencies and the total of the province for each issue, with signature blocks.',
    },
    xlsx: { name: 'Excel', hint: 'Every figure of the edition, with its source and notes.' },
    png: { name: 'All slides as pictures', hint: 'PNG in one ZIP file.' },
  },
  oneSlide: 'Slide {{page}} as a picture',
  oneSlideHint: 'PNG of the slide that is in view on the page.',
  files: 'Files of this edition',
  none: 'There are no files yet. They are made on the server; you may leave this page meanwhile.',
  progressOf: 'Progress of {{file}}',
  state: {
    queued: 'Waiting its turn…',
    running: 'Being made, {{percent}}%',
    done: 'Ready, {{size}} · {{time}}',
  },
  failure: {
    OUT_OF_SPACE:
      'The server’s disk is full, so the file was not made. The edition is intact; tell the administrator, then try again.',
    INTERRUPTED: 'The server restarted before the file was finished. The edition is intact; try again.',
    TOO_LARGE:
      'This file is too large to be made. The edition is intact; use fewer pictures, or download the slides one by one.',
    EDITION_ALTERED:
      'This edition is no longer what was frozen, so no file was made. Ask the administrator to restore it from a backup, or freeze a new edition.',
    INTERNAL:
      'The file could not be made because of an error on the server. The edition is intact; try again, and tell the administrator if it happens again.',
  },
  download: 'Download',
  downloadOf: 'Download {{file}}',
  again: 'Try again',
};
