import type { Texts } from '../texts';
import type { tables as zh } from '../zh/tables';

export const tables: Texts<typeof zh> = {
  importColumns: 'Columns: {{columns}}',
  importGo: 'Import',
  importCancel: 'Cancel',
  importNothing: 'Choose a table first',
  importChecking: 'Checking…',
  importFaulty: 'Mend the table, then choose it again',
  importSame: 'The table agrees with what is there already; there is nothing to import',
  importWrong_one: '{{count}} mistake; nothing was imported:',
  importWrong_other: '{{count}} mistakes; nothing was imported:',
  importWrong: '{{count}} mistakes; nothing was imported:',
  importUnreadable: 'The encoding of this file is not known. Save it as CSV in UTF-8 or GBK.',
};
