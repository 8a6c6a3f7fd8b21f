import type { Texts } from '../texts';
import type { parameters as zh } from '../zh/parameters';

export const parameters: Texts<typeof zh> = {
  lead: 'Values that processes leave to the company. A change holds for requests submitted from then on, and is kept with the changes to the rules.',
  none: 'No process in use has parameters to set',
  noneHint: 'Parameters that a process file declares can be set here once it is published.',
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
