import { Walk } from '../../../../test/support/seeded';
import { loopStep } from '../definition/steps/loop.step';
import { OPERATIONS } from '../operations';
import type { MachineContext } from '../operations/parts/machine-context';
import { walked } from './walking.fixture';

type Act = (machine: MachineContext, ...more: never[]) => MachineContext;
type Idle = 'call.ended' | 'child.ended' | 'end-wait' | 'call-again';

const undo: (() => void)[] = [];

/** Puts something of the engine out of order, for one test. */
function replace<K extends string, O extends Partial<Record<K, unknown>>>(of: O, key: K, by: (was: never) => unknown): void {
  const was = of[key];
  undo.push(() => void Object.assign(of, { [key]: was }));
  Object.assign(of, { [key]: by(was as never) });
}

/** The operation does nothing. */
function idles(type: Idle): void {
  replace(OPERATIONS[type], 'act', () => (machine: MachineContext) => machine);
  replace(OPERATIONS[type], 'settle', () => () => null);
}

function reopensAsItWas(): void {
  replace(OPERATIONS.reopen, 'act', (act: Act) => (machine: MachineContext, ...more: never[]) => {
    const reopened = act(machine, ...more);
    return { ...reopened, request: { ...reopened.request, steps: machine.request.steps } };
  });
}

function forgetsWhoAsksAbove(): void {
  replace(OPERATIONS.submit, 'act', (act: Act) => (machine: MachineContext, ...more: never[]) => {
    const { request, ...rest } = act(machine, ...more);
    const { parent: _parent, ...forgotten } = request;
    return { ...rest, request: forgotten };
  });
}

function loopsOnce(): void {
  replace(
    loopStep,
    'state',
    (state: typeof loopStep.state) => (step: never, place: never) => state({ ...(step as object), rounds: 1 } as never, place),
  );
}

function passesWithOneItem(): void {
  replace(OPERATIONS.tick, 'act', (act: Act) => (machine: MachineContext, event: { command: { step?: string } }, ...more: never[]) => {
    const ticked = act(machine, event as never, ...more);
    const step = event.command.step ?? '';
    const record = ticked.request.steps[step];
    if (!record) return ticked;
    const passed = { ...ticked.request, steps: { ...ticked.request.steps, [step]: { ...record, status: 'passed' as const } } };
    return {
      ...ticked,
      request: passed,
      events: [...ticked.events, { type: 'step.passed' as const, step, generation: record.generation }],
    };
  });
}

/** What is out of order, and what a walk must then say, and tell as the last thing that happened. */
const SABOTAGES: [string, () => void, RegExp, boolean][] = [
  [
    'no answer of another system is heard',
    () => idles('call.ended'),
    /Expected to ask .*\n[^]*the other system \(of \d+\) says \w+$/,
    false,
  ],
  [
    'nothing is heard of child requests',
    () => idles('child.ended'),
    /Expected to ask .*\n[^]*the other request \(of \d+\) says \w+$/,
    false,
  ],
  ['a re-opened request remembers what ended it', () => reopensAsItWas(), /Expected [^]*(ann|op) reopen [^]*$/, false],
  ['nobody knows who asks above', () => forgetsWhoAsksAbove(), /Expected to ask [^]*started by a request (of|that benefits) \w+/, false],
  ['no wait can be ended', () => idles('end-wait'), /Expected to ask .*\n[^]*op end-wait step-\d+$/, false],
  ['nothing is sent again', () => idles('call-again'), /Expected to ask .*\n[^]*op call-again step-\d+$/, false],
  ['a loop makes one round', () => loopsOnce(), /Expected to ask [^]*\(loop\)/, false],
  [
    'a list passes with its first item',
    () => passesWithOneItem(),
    /Expected step-\d+ to pass only once \w+ is done or waived\n[^]* tick step-\d+/,
    true,
  ],
];

describe('the walks themselves', () => {
  afterEach(() => undo.splice(0).forEach((each) => each()));

  it.each(SABOTAGES)('find out, and tell what happened, when %s', (_title, sabotage, told, several) => {
    sabotage();
    let story = '';
    try {
      walked(new Walk('company-walks'), several);
    } catch (error) {
      story = (error as Error).message;
    }
    expect(story).toMatch(told);
  });
});
