import { refusal } from '../request/refusal';
import { emptyBody } from './asked-form';
import { PLAIN } from './plain';

/** What operations have in common by which a request hears of what lies outside it: the house sends them, in whatever state the request is. */
export const HEARING = {
  ...PLAIN,
  scope: 'system',
  onStep: false,
  body: emptyBody,
  whileStopped: true,
  whileSuspended: true,
  concerns: () => false,
  untaken: () => refusal('unchanged'),
} as const;
