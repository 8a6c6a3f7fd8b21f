import { refusal } from '../request/refusal';
import { standingStep } from '../request/standing';
import { ownValue } from '../text/own-value';
import { emptyBody } from './form/asked-form';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    block: { reason: string };
  }
  interface SystemCommands {
    block: true;
  }
}
declare module '../request/words/own-words' {
  interface OwnClosings {
    block: 'blocked';
  }
}

/**
 * Stops a request whose definition or guard threw: needs no machine, and nobody may refuse it. The state stays where it is and every command of people
 * is refused `poisoned`, until an operator corrects or ends it. Its owners are those of a `blocked` verdict that the facts hold for the step where the
 * request stands.
 */
export const blockOperation: Operation<'block'> = {
  ...PLAIN,
  type: 'block',
  scope: 'system',
  onStep: false,
  body: emptyBody,
  button: { zh: '停住申请', en: 'Stop the request' },
  past: { zh: '已停住', en: 'Stopped' },
  closes: 'blocked',
  closings: { blocked: { zh: '申请受阻', en: 'The request got stuck' } },
  whileStopped: true,
  concerns: () => false,
  read: () => ({ reason: '' }),
  attempt: () => ({ reason: '' }),
  at: {},
  beside: {
    machine: 'either',
    takes: () => true,
    guard: () => [],
    move(state, { command: { reason }, facts }) {
      const step = standingStep(state) ?? '';
      const verdict = ownValue(facts.seats, step);
      const poisoned = { step, owners: verdict?.kind === 'blocked' ? verdict.owners : [], reason };
      const events = [{ type: 'request.blocked' as const, kind: 'poisoned' as const, ...poisoned }];
      return { value: state.value, context: { ...state.context, poisoned, undo: [] }, events };
    },
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? '' }),
};
