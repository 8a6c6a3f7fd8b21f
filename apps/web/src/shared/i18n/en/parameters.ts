import type { Texts } from '../texts';
import type { parameters as zh } from '../zh/parameters';

export const parameters: Texts<typeof zh> = {
  lead: 'Values that processes leave to the company, and what share of each process is to be on time. A changed value holds for requests submitted from then on; every change is kept with the changes to the rules.',
  none: 'No process is in use',
  noneHint: 'Once a process is published, its on-time target and parameters are set here.',
  target: 'On-time target',
  targetOf: '{{process}} · on-time target',
  targetHint: 'What share of the decisions with a deadline is to be on time. None is set, so Time spent compares with nothing.',
  targetSetHint: 'What share of the decisions with a deadline is to be on time. Time spent compares with it.',
  targetNeeded: 'Enter a whole number from 1 to 100',
  targetNone: 'No target',
  targetNoneOf: 'No target: {{process}}',
  yes: 'Yes',
  no: 'No',
  save: 'Save',
  saveOf: 'Save: {{title}}',
  reset: 'Use the default',
  resetOf: 'Use the default: {{title}}, {{standard}}',
  hint: 'Default of the process: {{standard}}',
  setHint: 'Set by the company; the process says {{standard}}',
  saved: '“{{title}}” has been saved',
  needed: 'Please fill this in',
  same: 'Nothing to save',
};
