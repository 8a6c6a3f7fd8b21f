import type { Texts } from '../texts';
import type { sheet as zh } from '../zh/sheet';

export const sheet: Texts<typeof zh> = {
  title: '{{name}}: decision sheet',
  version: 'process version {{version}}',
  printedOn: 'printed {{date}}',
  inWords: '',
  requester: 'Requester',
  unit: 'Unit',
  step: 'Step',
  person: 'By',
  result: 'Result',
  comment: 'Comment',
  time: 'Time',
  total: 'Total',
  unitOfAmount: '{{label}} (CNY)',
  digest: 'content digest sha256 {{hash}}',
  page: 'page {{page}} of {{pages}}',
  print: 'Print',
  apart: ', ',
  close: 'Back to the request',
  decisions: 'Decisions',
  unfinished: 'Not decided yet; for information only',
};
