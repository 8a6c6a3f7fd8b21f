import { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import type { Condition } from '../condition.schema';
import { error } from '../finding';
import { LIMITS } from '../limits';
import { ref, type StateJson } from '../state-json';
import type { Step } from '../step.schema';
import { lanedState } from './laned';
import type { StatePlace, StepKindModule } from './step-kind';
import { stepShape } from './step-parts';

/** Steps that are walked round after round, until the last of them says yes. */
export interface LoopStep {
  id: string;
  title: Bilingual;
  note?: Bilingual | undefined;
  when?: Condition | undefined;
  kind: 'loop';
  steps: Step[];
  /** Rounds that it may make; a no in the last of them is a no to the step. */
  rounds: number;
}

const schemaOver = (step: z.ZodType<Step>): z.ZodType<LoopStep> =>
  z.strictObject({
    ...stepShape,
    kind: z.literal('loop'),
    steps: z.array(step).min(1).max(LIMITS.steps),
    rounds: z.int().min(2).max(LIMITS.loopRounds).default(LIMITS.loopRounds),
  });

const ROUND: Bilingual = { zh: '每轮', en: 'Each round' };

/** A no here is none to the request. */
const NOT_YET: Bilingual = { zh: '不同意', en: 'Not yet' };

/** What is walked in each round. */
function stepsOf({ steps }: LoopStep): Step[] {
  return steps.map((step) =>
    'mayReject' in step && 'labels' in step && step.labels.reject === undefined
      ? { ...step, labels: { ...step.labels, reject: NOT_YET } }
      : step,
  );
}

/** The state of a lane that begins again from its top where it has come to a no, as long as rounds are left. */
function loopState(step: LoopStep, place: StatePlace): StateJson {
  const { id, title, when, rounds } = step;
  const steps = stepsOf(step);
  const laned = {
    id,
    title,
    ...(when && { when }),
    lanes: [{ title: ROUND, steps, onReject: 'lane' as const }],
    whenStarved: 'reject' as const,
  };
  const whole = lanedState({ step: laned, needed: 1, entered: () => undefined, rounds }, place);
  const { lanes, ...states } = whole.states ?? {};
  const own = { step: id, lanes: 1, inside: place.idsIn(steps) };
  const again = {
    target: 'again',
    guard: [ref('starved', { ...own, needed: 1, whatIsLeft: false }), ref('rounds-to-go', { step: id, rounds })],
  };
  return {
    ...whole,
    states: {
      ...states,
      again: { entry: [ref('next-round', own)], always: [{ target: 'lanes', guard: [ref('onward', { step: id })] }] },
      lanes: { ...lanes, always: [again, ...(lanes?.always ?? [])] },
    },
  };
}

interface Passable {
  when?: Condition | undefined;
  whenNobody?: string | undefined;
  optional?: object | undefined;
}

/** Nothing passes it over: no condition, nobody's choice, no want of people. */
function isAlwaysAsked({ when, whenNobody, optional }: Passable): boolean {
  return when === undefined && whenNobody !== 'skip' && optional === undefined;
}

/** Repeats its steps until the last of them says yes (X40): a no begins the next round, in which everybody is asked anew, other systems too. It is no return. */
export const loopStep: StepKindModule<LoopStep> = {
  kind: 'loop',
  title: { zh: '循环', en: 'Loop' },
  schema: (step) => z.lazy(() => schemaOver(step())),
  decision: null,
  repeats: true,
  lanes: () => 1,
  inner: (step) => [{ at: 'steps', title: ROUND, steps: stepsOf(step) }],
  withInner: (step, [steps = []]) => ({ ...step, steps }),
  assignees: () => [],
  conditions: () => [],
  verify({ steps }, { path }) {
    const last = steps.at(-1);
    if (last && 'mayReject' in last && last.mayReject && isAlwaysAsked(last)) return [];
    if (last?.kind === 'end' && last.outcome === 'rejected' && last.when !== undefined) return [];
    return [
      error(
        { code: 'loop-never-asks', path: `${path}.steps` },
        '循环的最后一步须有人可以说不同意（mayReject），且没有条件，也不能跳过或略过；或者是写有 when 的「以驳回结束」：由它决定再走一轮还是结束。',
        'The last step of a loop has to be one where somebody may say no (mayReject), without a condition, and neither skipped nor left out; or an end that rejects under a condition: it decides whether there is another round.',
      ),
    ];
  },
  state: loopState,
};
