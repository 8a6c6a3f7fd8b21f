import type { Condition } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import { kindOf, type Step } from '../definition/step.schema';
import { choiceOf, flatten, isHuman, rulesOf } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import type { RequestContext } from '../request/request-state';
import { votesOf } from '../request/standing';
import { ownValue } from '../text/own-value';

/** A step whose person the requester picks, and when the walk comes to it. */
export interface AskedChoice {
  step: string;
  when: Condition;
}

/** Whether the requester picks who gets a step. Pure. */
export function isChosen(step: Step): boolean {
  return isHuman(step) && choiceOf(step) !== undefined;
}

/** The steps of a flow whose people the requester picks, each with the conditions that lead to it as one. Pure. */
export function askedChoices(flow: readonly Step[]): AskedChoice[] {
  return cameToIn(flow, { outer: [], ended: [] }).flatMap(({ step, when }) => (isChosen(step) ? [{ step: step.id, when }] : []));
}

/** A step that asks whomever a field names, among holders of some roles, and when the walk comes to it. */
export interface AskedNaming extends AskedChoice {
  field: string;
  roles: readonly string[];
}

/** The steps of a flow for which a field names people of certain roles. Pure. */
export function askedNamings(flow: readonly Step[]): AskedNaming[] {
  return cameToIn(flow, { outer: [], ended: [] }).flatMap(({ step, when }) =>
    rulesOf(step).flatMap((rule) =>
      rule.by === 'field' && rule.roles ? [{ step: step.id, when, field: rule.field, roles: rule.roles }] : [],
    ),
  );
}

/** Where a sequence stands: the conditions around it, and those under which the request has ended before. */
interface WayScope {
  outer: Condition[];
  ended: Condition[];
}

/** Steps that hold no others, each with the conditions that lead to it as one. */
function cameToIn(steps: readonly Step[], around: WayScope): { step: Step; when: Condition }[] {
  const { outer, ended } = around;
  return steps.flatMap((step) => {
    const here = [...outer, ...(step.when ? [step.when] : [])];
    if (kindOf(step).ends) ended.push({ all: here });
    const ways = waysOf(step);
    if (ways.length > 0) return ways.flatMap((each) => cameToIn(each.steps, { outer: [...here, ...each.when], ended }));
    return [{ step, when: { all: [...here, ...ended.map((end) => ({ not: end }))] } }];
  });
}

/** The sequences of a step, each with what must hold and what must not: the first is walked whose own condition holds, but lanes each by their own. */
function waysOf(step: Step): { when: Condition[]; steps: Step[] }[] {
  const { lanes } = kindOf(step);
  const before: Condition[] = [];
  return kindOf(step)
    .inner(step)
    .map(({ steps, when }) => {
      const here = [...before, ...(when ? [when.value] : [])];
      if (when && lanes === undefined) before.push({ not: when.value });
      return { when: here, steps };
    });
}

/** Steps whose people the requester picks in one version and no longer in another. Pure. */
export function choicesGone(from: Definition, to: Definition): Step[] {
  const left = new Set(chosenSteps(to).map(({ id }) => id));
  return chosenSteps(from).filter(({ id }) => !left.has(id));
}

/** Picks for the steps that a version lets the requester pick for; what was picked in another version for other steps is gone. Pure. */
export function offeredChoices(definition: Definition, choices: Record<string, string>): Record<string, string> {
  const offered = new Set(chosenSteps(definition).map(({ id }) => id));
  return Object.fromEntries(Object.entries(choices).filter(([step]) => offered.has(step)));
}

const chosenSteps = ({ flow }: Definition): Step[] => flatten(flow).filter(isChosen);

/** Choices that stand for made ones where it does not matter who it would be: nobody, for every step whose person the requester picks. Pure. */
export function takenAsMade({ steps }: Pick<Outline, 'steps'>): Record<string, string> {
  return Object.fromEntries(Object.values(steps).flatMap((step) => (isChosen(step) ? [[step.id, '']] : [])));
}

type Picked = Pick<RequestContext, 'choices' | 'returned' | 'steps'>;

/**
 * Picks that stand: of a request that does not walk again, those whose people have decided or sent it back. Nobody picks another critic instead. Pure.
 */
export function standingChoices({ choices, returned, steps }: Picked): Record<string, string> {
  if (returned === null || returned.resume === 'walk-again') return {};
  return Object.fromEntries(Object.entries(choices).filter(([step]) => votesOf(ownValue(steps, step)).length > 0));
}

/** Whom the requester has picked with a command at hand: a new choice replaces the one before as a whole, but for picks that stand. Pure. */
export function choicesWith(picked: Picked, command: { choices: Record<string, string> }): Record<string, string> {
  return Object.keys(command.choices).length > 0 ? { ...command.choices, ...standingChoices(picked) } : picked.choices;
}
