import type { Texts } from '../texts';
import type { repair as zh } from '../zh/repair';

export const repair: Texts<typeof zh> = {
  title: 'Repair mode',
  track: 'Track',
  banner: 'You are changing a request in progress; nothing changes before you apply it. This repair stays in its history for good.',
  bannerOver: 'This request is over; nothing changes before you apply it. This repair stays in its history for good.',
  leave: 'Leave',
  open: 'Repair it',
  choose: 'Choose a way',
  checks: 'What must hold before it is applied',
  checkPerson: 'You have chosen who handles it',
  checkEngine: 'The rules allow it',
  checkReason: 'You have written the reason',
  'check-yes': 'Holds',
  'check-no': 'Does not hold',
  'check-open': 'Not yet',
  pending: 'Not applied yet:',
  discard: 'Discard all',
  apply: 'Apply the repair',
  none: 'There is nothing that you can repair here',
  noneHint: 'The request is over, or you do not have the right to sort out stuck requests.',
};
