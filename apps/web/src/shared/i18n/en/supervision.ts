import type { Texts } from '../texts';
import type { supervision as zh } from '../zh/supervision';

export const supervision: Texts<typeof zh> = {
  supervision: 'Supervision',
  supervisedBy: 'Supervised by {{names}}',
  demanded: '{{by}} demands an answer from {{of}}',
  demandedOfYou: '{{by}} demands an answer from you; you cannot decide before you have given it',
  demandedByYou: 'You demand an answer from {{of}}',
  you: 'you',
  demandDue: 'by {{when}}',
  demandLate: 'was due by {{when}}',
  receipts: '{{read}} of {{all}} confirmed having read it',
  receiptsOpen: 'still to read it: {{names}}',
  repaired: 'Repaired',
  repairedBy: 'Repaired: {{repairs}}',
  repair: '{{name}}: {{done}}, {{when}}',
  returnChange: 'What should be changed',
  returnsMade: 'Returned so far: {{made}}',
  returnsOfMost: 'Returned {{made}} of at most {{most}} times',
  toChange: 'To be changed: {{fields}}',
  keptIfOnlyNamed: 'Foreseen for a change of the ticked fields alone; whoever saw anything else that changes is asked again too.',
};
