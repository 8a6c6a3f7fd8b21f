import { flatten } from '../definition/flow';
import { laneOf } from '../definition/structure/lane-name';
import { kindOf, type Step } from '../definition/step.schema';
import type { RequestContext } from '../request/request-state';
import { recordOf } from '../request/standing';
import type { Bilingual } from '../text/bilingual';

/** How far a lane has come: not begun, under way, at its end, at a no, not walked in this case, or not needed any more. */
export type LaneState = 'ahead' | 'running' | 'passed' | 'rejected' | 'left' | 'closed';

/** A lane of a step: what it is called, which steps are in it, and how far it has come. */
export interface LaneProgress {
  title: Bilingual;
  steps: string[];
  state: LaneState;
}

/** A step whose lanes are walked side by side, by which rule they meet, and how far each has come. */
export interface ForkProgress {
  step: string;
  title: Bilingual;
  rule: Bilingual;
  lanes: LaneProgress[];
}

const ENDED: Readonly<Record<string, LaneState>> = { passed: 'passed', rejected: 'rejected', skipped: 'left', closed: 'closed' };

function stateOf(context: RequestContext, lane: string, steps: readonly string[]): LaneState {
  const ended = ENDED[recordOf(context, lane)?.status ?? ''];
  if (ended) return ended;
  return steps.some((step) => recordOf(context, step) !== undefined) ? 'running' : 'ahead';
}

function ruleOf(step: Step): Bilingual {
  if (step.kind === 'loop')
    return {
      zh: `一轮一轮办理，直到最后一步同意；最多 ${step.rounds} 轮`,
      en: `Round after round until its last step agrees; at most ${step.rounds}`,
    };
  const needed = step.kind === 'parallel' ? step.join : 'all';
  if (needed === 'all') return { zh: '同时进行，全部通过才往下走', en: 'Side by side; all have to pass' };
  if (needed === 'any' || needed === 1) return { zh: '同时进行，任一条通过即往下走', en: 'Side by side; any one is enough' };
  return { zh: `同时进行，${needed} 条通过即往下走`, en: `Side by side; ${needed} have to pass` };
}

/** The steps with lanes of a flow, those inside lanes of others left out, and how far each lane has come. Pure. */
export function forksOf(flow: readonly Step[], context: RequestContext): ForkProgress[] {
  return flow.flatMap((step): ForkProgress[] => {
    const { inner, lanes } = kindOf(step);
    const sequences = inner(step);
    if (lanes === undefined) return sequences.flatMap(({ steps }) => forksOf(steps, context));
    const round = recordOf(context, step.id)?.round ?? 1;
    const each = sequences.map(({ title: said = step.title, steps }, index): LaneProgress => {
      const title = kindOf(step).repeats ? { zh: `第 ${round} 轮`, en: `Round ${round}` } : said;
      const inside = flatten(steps).map(({ id }) => id);
      return { title, steps: inside, state: stateOf(context, laneOf(step.id, index), inside) };
    });
    return [{ step: step.id, title: step.title, rule: ruleOf(step), lanes: each }];
  });
}
