import type { Texts } from '../texts';
import type { kit as zh } from '../zh/kit';

export const kit: Texts<typeof zh> = {
  'stamp-approved': 'Approved',
  'stamp-rejected': 'Rejected',
  'stamp-withdrawn': 'Withdrawn',
  'stamp-terminated': 'Terminated',
  'stamp-revoked': 'Revoked',
  shownOnce: 'Copy it now: it will not be shown again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy; please select and copy it by hand',
  kept: 'I have saved it',
  tooLong: 'At most {{most}} characters; please take out {{count}}',
  fileFailed: 'This file could not be opened.',
  fileNotShown: 'This kind of file cannot be shown here.',
  fileOpenApart: 'Open in a new window',
  fileClose: 'Close “{{name}}”',
};
