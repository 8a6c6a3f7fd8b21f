import { Walk } from '../../../../test/support/seeded';
import { loopStep } from '../definition/steps/loop.step';
import { equalJson } from '../digest/equal-json';
import { GUARDS } from '../guards';
import { OPERATIONS } from '../operations';
import type { MachineContext } from '../operations/parts/machine-context';
import { refusal } from '../request/refusal';
import type { StepRecord } from '../request/request-state';
import { LATE } from '../request/steps/step-waits';
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

function hearsInTime(): void {
  replace(OPERATIONS.timer, 'act', (act: Act) => (machine: MachineContext, ...more: never[]) => {
    const after = act(machine, ...more);
    const heard = ({ stuck: _stuck, ...record }: StepRecord): StepRecord => ({
      ...record,
      status: 'passed',
      call: { id: '', given: '', answered: true },
    });
    const steps = Object.entries(after.request.steps).map(
      ([id, record]) => [id, record.call?.failed === LATE ? heard(record) : record] as const,
    );
    return { ...after, request: { ...after.request, steps: Object.fromEntries(steps) } };
  });
}

function countsOnAsBefore(): void {
  const untimed = (steps: Record<string, StepRecord>) => Object.entries(steps).map(([id, { clock: _clock, ...record }]) => [id, record]);
  replace(
    OPERATIONS['directory.changed'],
    'settle',
    () =>
      ({ before, after }: Record<'before' | 'after', { steps: Record<string, StepRecord> }>) =>
        equalJson(untimed(before.steps), untimed(after.steps)) ? refusal('unchanged') : null,
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
  [
    'a step sends back as often as it likes',
    () => replace(GUARDS['rounds-left'], 'refuse', () => () => null),
    /Expected step-\d+ to send back until round \d+, but [^]* return step-\d+ to [^\n]*$/,
    false,
  ],
  [
    'another system that is late has called back',
    () => hearsInTime(),
    /Expected [^]*the other system \(of \d+\) has not called back in time$/,
    false,
  ],
  [
    'a changed calendar moves nothing',
    () => countsOnAsBefore(),
    /Expected the time of step-\d+ to be [^]*the offices work from \d+ to \d+ o’clock\n[^\n]*$/,
    false,
  ],
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
