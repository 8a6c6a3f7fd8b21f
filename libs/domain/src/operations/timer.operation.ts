import type { Deadline } from '../request/deadline';
import { refusal } from '../request/refusal';
import { emptyBody } from './asked-form';
import { telling } from './machine-context';
import type { Operation } from './operation';
import { PLAIN } from './plain';
import { ref, stateOf } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    /** Which deadline it is. */
    timer: Pick<Deadline, 'step' | 'kind'>;
  }
  interface SystemCommands {
    timer: true;
  }
}
declare module '../request/own-words' {
  interface OwnEvents {
    timer: { 'request.closed': object };
  }
}

const GRACE = { step: null, kind: 'grace' } as const;

/** A deadline has come: the grace time of a finished request is over. */
export const timerOperation: Operation<'timer'> = {
  ...PLAIN,
  type: 'timer',
  events: { 'request.closed': { text: () => ({ zh: '已办结', en: 'Closed' }), silent: true } },
  scope: 'system',
  onStep: false,
  body: emptyBody,
  button: { zh: '到期', en: 'A deadline has come' },
  past: { zh: '已到期', en: 'A deadline came' },
  concerns: () => false,
  read: () => GRACE,
  attempt: () => GRACE,
  at: { finished: () => [{ target: stateOf('closed'), guard: [ref('has-come', GRACE)], actions: [ref('timer')] }] },
  act: (machine) => telling({ ...machine, request: { ...machine.request, closesAt: null, undo: [] } }, { type: 'request.closed' }),
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'walk' }),
};
