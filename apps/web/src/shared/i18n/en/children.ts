import type { Texts } from '../texts';
import type { children as zh } from '../zh/children';

export const children: Texts<typeof zh> = {
  children: 'Child requests: {{count}}',
  childrenAwaited: 'This one goes on once they are done',
  childrenWhileSuspended: 'This request is suspended; they go on, and what comes of them is kept until it is resumed',
  childSuspended: 'Suspended',
  parentSuspended: 'That request is suspended; this one goes on, and what comes of it counts once that one is resumed',
  'child-starting': 'About to start',
  'child-refused': 'Not started',
  childFills: '{{people}} to fill in and submit',
  childrenEarlier: 'Earlier ones, no longer counted: {{count}}',
  parent: 'The request that started this one',
};
