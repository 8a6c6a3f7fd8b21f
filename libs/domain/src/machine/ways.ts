import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import type { Condition } from '../definition/condition.schema';
import { BLANK } from '../operations/form/asked-form';
import { OPERATIONS } from '../operations';
import type { MachineContext, MachineEvent } from '../operations/parts/machine-context';
import type { Way } from '../operations/operation';
import { ownValue } from '../text/own-value';
import { WITH_REQUESTER, type StepRecord } from '../request/request-state';
import { hasRoundsToGo, isBroken, isJoined, isStarved, type Join } from './actions/lanes.actions';
import { deadlines, type Deadline } from '../request/time/deadline';
import { recordOf } from '../request/standing';
import { LATE } from '../request/steps/step-waits';
import { SYSTEM_ACTOR } from '../request/system-commands';

const PASSED: readonly StepRecord['status'][] = ['passed', 'merged', 'skipped', 'waived'];

function goesOn({ request }: MachineContext): boolean {
  return request.suspendedAt === undefined && request.poisoned === null;
}

/** The status of a step once nothing is missing in the facts; undefined before. */
function settled({ request, need }: MachineContext, step: string): StepRecord['status'] | undefined {
  return need.includes(step) ? undefined : recordOf(request, step)?.status;
}

/** Which way of the machine's own, by name. */
const OWN_WAYS = {
  /** The facts do not hold the people of the step, for whom the walk has stopped. */
  needed: ({ need }: MachineContext, _event: MachineEvent, { step }: { step: string }) => need.includes(step),
  /** Nothing of the step is missing in the facts, so the walk may leave a state that asks nobody. */
  onward: ({ need }: MachineContext, _event: MachineEvent, { step }: { step: string }) => !need.includes(step),
  when: ({ request }: MachineContext, _event: MachineEvent, { condition }: { condition: Condition }) =>
    holds(condition, environmentOf(request)),
  unless: ({ request }: MachineContext, _event: MachineEvent, { condition }: { condition: Condition }) =>
    !holds(condition, environmentOf(request)),
  /** The step stands: it was decided, merged or skipped. Whatever a step comes to while nothing goes on is kept, and the walk leaves it later. */
  passes: (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) => {
    const status = settled(machine, step);
    return status !== undefined && PASSED.includes(status) && goesOn(machine);
  },
  /** The step waits for its people. */
  asks: (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) => settled(machine, step) === 'open',
  /** The step waits, and not for people. */
  awaits: (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) => settled(machine, step) === 'waiting',
  /** What it waits for, of other requests or another system, has come to nothing: somebody has to see to it. */
  'waits-in-vain': ({ request }: MachineContext, _event: MachineEvent, { step }: { step: string }) =>
    recordOf(request, step)?.status === 'waiting' && recordOf(request, step)?.stuck === true,
  /** The other system has not called back in time, and the process says what comes then. */
  'was-late': ({ request }: MachineContext, _event: MachineEvent, { step }: { step: string }) => {
    const { failed, ended } = recordOf(request, step)?.call ?? {};
    return failed === LATE && ended !== true;
  },
  /** The step waits for its owners, or for a moment that a calendar may move. */
  'looks-again': ({ request }: MachineContext, _event: MachineEvent, { step }: { step: string }) => {
    const { status, until } = recordOf(request, step) ?? {};
    return status === 'blocked' || (status === 'waiting' && until !== undefined);
  },
  /** Its approval was revoked, and what followed from it is being called back; or it is decided on. */
  revoking: ({ request }: MachineContext) => request.revoking !== undefined,
  'not-revoking': ({ request }: MachineContext) => request.revoking === undefined,
  /** Neither stopped nor suspended. */
  'goes-on': goesOn,
  /** The step waits for somebody to find it people. */
  'finds-nobody': (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) => settled(machine, step) === 'blocked',
  /** Enough of its lanes have passed. */
  joined: (machine: MachineContext, _event: MachineEvent, join: Join) => isJoined(machine, join),
  /** The words on the step can pass it no more, and nobody is against it: somebody has to be found who can. */
  stuck: ({ request }: MachineContext, _event: MachineEvent, { step }: { step: string }) => recordOf(request, step)?.stuck === true,
  /** One of its lanes has come to a no that ends all of them. */
  broken: (machine: MachineContext, _event: MachineEvent, lanes: { step: string; binding: readonly number[] }) => isBroken(machine, lanes),
  /** So many of its lanes have come to a no that too few can pass. */
  starved: (machine: MachineContext, _event: MachineEvent, join: Join) => isStarved(machine, join),
  /** A loop may make another round. */
  'rounds-to-go': (machine: MachineContext, _event: MachineEvent, loop: { step: string; rounds: number }) => hasRoundsToGo(machine, loop),
  /** The words on the step have come to a no, which is kept like a yes. */
  fails: (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) =>
    settled(machine, step) === 'rejected' && goesOn(machine),
  /** The decision writes something material otherwise than it stood there, blank or not: whoever was shown that is asked whether their word still stands, and what hangs on it is looked at anew. */
  rewrites: ({ request }: MachineContext, { command }: MachineEvent) =>
    'step' in command &&
    'material' in command &&
    Object.entries(command.material).some(([key, digest]) => (ownValue(request.material, key) ?? BLANK) !== digest),
  /** A returned request waits for its owners, its requester having left. */
  'requester-gone': ({ request }: MachineContext) => request.poisoned === null && recordOf(request, WITH_REQUESTER)?.status === 'blocked',
  /** No person asks for it. */
  'of-the-house': (_machine: MachineContext, { command }: MachineEvent) => command.actor === SYSTEM_ACTOR,
  /** The deadline that the command is about has come, and is this one. */
  'has-come': ({ request }: MachineContext, { command, facts }: MachineEvent, { step, kind }: Pick<Deadline, 'step' | 'kind'>) =>
    command.type === 'timer' &&
    command.step === step &&
    command.kind === kind &&
    deadlines({ context: request }).some(
      (each) => each.step === step && each.kind === kind && Date.parse(each.at) <= Date.parse(facts.now),
    ),
} as const satisfies Record<string, Way>;

const waysOf = Object.values(OPERATIONS).map(({ ways }) => ways ?? {}) as Record<string, Way>[];

/**
 * Which way, by name: the machine's own, and those of operations. Ways choose between transitions; they never say who may take them, and never refuse.
 * All pure.
 */
export const WAYS: Readonly<Record<string, Way>> = Object.assign({}, OWN_WAYS, ...waysOf) as Record<string, Way>;

/** Whether a name is that of a way, not of a guard. Pure. */
export function isWay(name: string): boolean {
  return Object.hasOwn(WAYS, name);
}

/** Whether a way is open. Pure. Throws on an unknown name. */
export function isOpen(name: string, machine: MachineContext, event: MachineEvent, params: object): boolean {
  if (!isWay(name)) throw new Error(`Expected to know the way “${name}”, but there is none of that name`);
  return (ownValue(WAYS, name) as Way)(machine, event, params as never);
}
