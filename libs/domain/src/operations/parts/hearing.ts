import { refusal } from '../../request/refusal';
import type { CommandType } from '../../request/command';
import { emptyBody } from '../form/asked-form';
import type { MachineContext } from './machine-context';
import type { Beside, EventOf } from '../operation';
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

/** How it is heard where the process cannot be run any more: it is remembered, and no walk follows. `hear`: what the machine does otherwise. Pure. */
export function heardBeside<T extends CommandType>(hear: (machine: MachineContext, event: EventOf<T>) => MachineContext): Beside<T> {
  return {
    machine: 'gone',
    takes: ({ outcome }) => outcome === null,
    guard: () => [],
    move({ value, context }, event) {
      const { request, events } = hear({ request: context, events: [], need: [] }, event);
      return { value, context: request, events };
    },
  };
}
