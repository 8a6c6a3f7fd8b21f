import { derivedFrom } from '../../definition/fields/derived';
import { rootOf } from '../../conditions/holds';
import { conditionPaths } from '../../conditions/operands';
import type { Definition } from '../../definition/definition.schema';
import { error, warning, type Finding } from '../../definition/finding';
import { changedFields, conditionsOnTheWay, filledBy, flatten, isCalling, isHuman, isPausing, isStarting } from '../../definition/flow';
import { kindOf, type Step } from '../../definition/step.schema';
import type { Inner } from '../../definition/steps/step-kind';
import { fieldOf } from '../../people/rule-field';
import type { Bilingual } from '../../text/bilingual';
import type { PlacedStep, Subject } from '../subject';

/** A lane as far as its neighbours matter: what its steps write, and what is read to find a way or people in it, or leaves the request there. */
interface LaneFields {
  path: string;
  writes: Set<string>;
  /** What its steps write or correct, tables that they decide row by row among it. */
  changes: Set<string>;
  /** Sums that run over it. */
  sums: Set<string>;
  reads: Set<string>;
}

function readsOf(step: Step): string[] {
  const conditions = [...conditionsOnTheWay(step), ...kindOf(step).conditions(step)].flatMap(({ value }) => conditionPaths(value));
  const rules = kindOf(step)
    .assignees(step)
    .flatMap(({ value }) => fieldOf(value) ?? []);
  const amount = isHuman(step) ? step.authority?.amount : undefined;
  const day = isPausing(step) ? step.until.field : undefined;
  return [...conditions, ...rules, ...handedOn(step), ...[amount, day].filter((key) => key !== undefined)].map(rootOf);
}

/** What a step sends to another system, or hands to a request that it starts. */
function handedOn(step: Step): string[] {
  const sources = isCalling(step) ? step.body : isStarting(step) ? step.map : {};
  const fields = Object.values(sources).flatMap((source) => ('field' in source ? [source.field] : []));
  return isStarting(step) && step.each !== undefined ? [...fields, step.each] : fields;
}

function laneFields({ at, steps }: Inner, path: string, { form }: Definition): LaneFields {
  const inside = flatten(steps);
  const people = inside.filter(isHuman);
  const changes = new Set([...people.flatMap(changedFields), ...inside.filter(isCalling).flatMap(filledBy)]);
  const sums = form.fields.flatMap((field) => (derivedFrom(field).some((path) => changes.has(rootOf(path))) ? [field.key] : []));
  return {
    path: `${path}.${at}`,
    writes: new Set(inside.flatMap(filledBy)),
    changes,
    sums: new Set(sums),
    reads: new Set(inside.flatMap(readsOf)),
  };
}

const shared = (left: Set<string>, right: Set<string>): string[] => [...left].filter((key) => right.has(key));

/** What a field is called, by its key. */
type Called = (key: string) => Bilingual;

/** What two lanes both change: what both fill in is as the slower one leaves it; what is corrected is seen by whoever is slower, and decided by nobody. */
function overwritten(lane: LaneFields, other: LaneFields, called: Called): Finding[] {
  const { path } = other;
  const filled = shared(lane.writes, other.writes);
  const corrected = shared(lane.changes, other.changes).filter((key) => !filled.includes(key));
  return [
    ...filled.map((key) =>
      error(
        { code: 'lanes-write-same', path },
        `并行的两条分支都填写「${called(key).zh}」，后填的会盖掉先填的；请只在一条分支里填写。`,
        `Two lanes beside each other write “${called(key).en}”, so whoever is later overwrites the other; let one of them write it.`,
      ),
    ),
    ...corrected.map((key) =>
      warning(
        { code: 'lanes-correct-same', path },
        `并行的两条分支都可以更正「${called(key).zh}」，以后更正的为准；最好只在一条分支里更正。`,
        `Two lanes beside each other may correct “${called(key).en}”, and the later one counts; better let one of them do it.`,
      ),
    ),
  ];
}

/** Two lanes go on side by side: what both change, and what one writes and another reads depends on who is first. */
function races(lanes: readonly LaneFields[], called: Called): Finding[] {
  return lanes.flatMap((lane, index) => {
    const both = lanes.slice(index + 1).flatMap((other) => overwritten(lane, other, called));
    const read = lanes
      .filter((other) => other !== lane)
      .flatMap((other) =>
        shared(new Set([...lane.changes, ...lane.sums]), other.reads).map((key) =>
          warning(
            { code: 'lanes-read-race', path: other.path },
            `这条分支要用「${called(key).zh}」，而它由并行的另一条分支填写或更正，结果取决于谁先处理；改动后受影响的人会再被问一次。`,
            `This lane depends on “${called(key).en}”, which a lane beside it writes or changes, so it depends on who is first; whoever is affected is asked again.`,
          ),
        ),
      );
    return [...both, ...read];
  });
}

/** A lane that ends the request over the heads of those beside it. */
function endings({ steps, at }: Inner, path: string): Finding[] {
  const ends = flatten(steps).some((step) => step.kind === 'end' && step.outcome === 'approved');
  if (!ends) return [];
  return [
    error(
      { code: 'end-in-lane', path: `${path}.${at}` },
      '一条分支不能替其他分支批准整份申请：请把「批准结束」放到并行之外。',
      'One lane cannot approve the request over the heads of the others: put an end that approves outside the lanes.',
    ),
  ];
}

const endsInNo = (steps: readonly Step[]): boolean =>
  steps.some((step) => step.kind === 'end' && step.outcome === 'rejected' && step.when === undefined);

/** Lanes of which too few can ever pass. */
function starved({ step, path }: PlacedStep, lanes: readonly Inner[]): Finding[] {
  const { lanes: needed } = kindOf(step);
  const possible = lanes.filter(({ steps }) => !endsInNo(steps)).length;
  if (needed === undefined || possible === lanes.length || possible >= needed(step)) return [];
  return [
    error(
      { code: 'join-never-met', path },
      `${lanes.length - possible} 条分支总是以驳回结束，剩下的分支不够汇合。`,
      `${lanes.length - possible} of the lanes always end in a no, and those that are left are too few to go on.`,
    ),
  ];
}

/** Lanes can meet again, and none is decided by who happens to be faster. Pure. */
export function laneFindings({ steps, definition, fields }: Subject): Finding[] {
  return steps.flatMap((placed) => {
    const { inner, lanes } = kindOf(placed.step);
    if (lanes === undefined) return [];
    const sequences = inner(placed.step);
    return [
      ...races(
        sequences.map((each) => laneFields(each, placed.path, definition)),
        (key) => fields.get(key)?.label ?? { zh: key, en: key },
      ),
      ...sequences.flatMap((each) => endings(each, placed.path)),
      ...starved(placed, sequences),
    ];
  });
}
