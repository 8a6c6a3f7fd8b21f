import { drawnIn, type Drawn } from '../budget/draw-up';
import { commandFrom } from '../operations/command-from';
import type { ParentLink } from '../request/links/child-record';
import type { Command, CommandBody } from '../request/command';
import { formAfter } from '../operations/form/form-after';
import { fundsBefore } from '../operations/form/form-before';
import type { FormBefore } from '../operations/form/written-form';
import { begin } from '../engine/begin';
import { standingChoices, takenAsMade } from '../people/choices';
import type { Facts } from '../request/facts';
import type { Process } from '../machine/process/process';
import { namedInVain } from '../engine/named-in-form';
import { refuse } from '../engine/refuse';
import type { FormValues, RequestState } from '../request/request-state';
import type { EngineRequest } from '../request/transition';
import { computeForm } from '../form/compute';
import type { FieldProblem } from '../form/check/field-problem';
import { formSurroundings } from '../form/form-condition';
import { validateForm } from '../form/check/validate';
import { choicesAsked, choicesParamsOf } from '../guards/choices-made.guard';
import { actorFacts, holdsRole } from '../people/actor-facts';
import type { Directory } from '../people/directory';
import { requesterClock } from '../people/times/requester-clock';
import { holdersOf, unitPath } from '../people/posts';
import { refusal, type Refusal } from '../request/refusal';
import { choiceOf, isHuman } from '../definition/flow';
import type { AssumedValues } from './assumed-fields';
import { assumptionsOf, type Assumption, type ForeseenWay } from './assumptions';
import { awaiting, standIns, withoutBlindSkips, withoutGuesses } from './awaited-fields';
import { walkAhead, walkOn, type Walk } from './foresee';
import type { ForeseenStep } from './foreseen-step';
import type { InPieces } from './in-pieces';
import { rehearsalOf } from './rehearsal';
import { ownValue } from '../text/own-value';

/** What a preview starts from. The form is in the domain's form and may be as empty as it likes. */
export interface PreviewInput {
  form: FormValues;
  requesterId: string;
  directory: Directory;
  /** Parameters of the definition as the company has set them. */
  params: Facts['params'];
  choices: Record<string, string>;
  /** Values claimed by other requests, as in the facts; none = nothing is known to be taken. */
  claimed?: Facts['claimed'];
  /** Requests that the form names, as in the facts; absent = nobody looked. */
  linked?: Facts['linked'];
  /** What the requester has sent before. Absent: nothing is asked of it. */
  earlier?: Facts['earlier'];
  /** What the ledger says around the form, as in the facts; absent = nobody looked. */
  funds?: Facts['funds'];
  /** By which request it was started; absent = by none. */
  parent?: ParentLink;
  /** A request that came back to its requester and would be submitted again; its form holds what steps have written. */
  returned?: EngineRequest;
}

/** A step whose person the requester picks, and who may be picked. */
export interface OpenChoice {
  step: string;
  candidates: string[];
  chosen: string | null;
}

/** Where a request would go, before it is sent. Ids only. */
export interface RoutePreview {
  requester: string;
  steps: ForeseenStep[];
  assumptions: Assumption[];
  choices: OpenChoice[];
  /** What is missing or wrong in the form; it does not stop the preview. */
  problems: FieldProblem[];
  /** Why the submit would be refused, were everything filled in. */
  refusal: Refusal | null;
  /** How a line of a budget would cover it; null: nothing is drawn. */
  budget: Drawn | null;
  /** Step that nobody could decide. */
  blockedAt: string | null;
  submittable: boolean;
}

/**
 * Where a request would go if it were submitted now and everybody agreed: steps, people, how they were found, what is assumed on the way, and
 * who it would be otherwise. Pure, in pieces of one decision each; nothing is stored or sent. A step that depends on something not yet filled in names
 * nobody and says what it awaits.
 */
export function* preview(process: Process, input: PreviewInput): InPieces<RoutePreview> {
  if (process.poisoned !== null) return standstill(process.poisoned, input);
  const { form, requesterId, directory } = input;
  const { unitId } = actorFacts(directory, requesterId, []);
  const before = beforeOf(process, input);
  const { surroundings } = before;
  const { missing, invalid } = validateForm(process.definition, form, { step: null, ...surroundings });
  const choosable = choosableSteps(process, input);
  const unfinished = { definition: process.definition, form: computeForm(process.definition, form, surroundings), missing };
  yield;
  const rehearsal = rehearsalOf(process, standIns(process, unfinished));
  yield;
  const way: ForeseenWay = function* (assume) {
    if (unitId === null) return [];
    const walked = yield* rehearse(rehearsal, { ...input, choices: picked(choosable) }, assume);
    return withoutGuesses(walked, unfinished, input.returned === undefined);
  };
  const steps = yield* way({});
  const trial = trialOf(process, input, before);
  const asked = choicesAsked({ ...trial, context: trial.state.context }, choicesParamsOf(process.definition));
  const choices = choosable.filter((choice) => asked.includes(choice.step));
  const open = new Set(choices.filter((choice) => choice.chosen === null).map((choice) => choice.step));
  const no = refuse(process, trial.state, trial.command, trial.facts) ?? namedAmiss(process, input, trial)[0] ?? null;
  const submitted = submittedForm(process, input, before);
  const assumptions = yield* assumptionsOf(process, { form: submitted, surroundings, steps, way });
  return {
    requester: requesterId,
    steps: steps.map((step) => (open.has(step.step) ? awaiting(step.step, []) : step)),
    assumptions,
    choices,
    problems: [...missing, ...invalid],
    refusal: no,
    budget: drawnIn(process.definition, submitted),
    blockedAt: steps.find((step) => step.result === 'blocked')?.step ?? null,
    submittable: missing.length + invalid.length + open.size === 0 && no === null,
  };
}

/** Nothing can be told of a process that cannot be run; whoever submits anyway will see the request blocked. */
function standstill(reason: string, { requesterId, directory }: PreviewInput): RoutePreview {
  const no = refusal('poisoned', { reason, owners: directory.operators });
  return {
    requester: requesterId,
    steps: [],
    assumptions: [],
    choices: [],
    problems: [],
    refusal: no,
    budget: null,
    blockedAt: null,
    submittable: false,
  };
}

function submission({ form, requesterId, choices, returned, parent }: PreviewInput): CommandBody {
  const asked = { requestId: 'preview', actor: requesterId, form, choices };
  return returned ? { type: 'resubmit', ...asked } : { type: 'submit', ...asked, ...(parent && { parent }) };
}

/** What the submit finds of the form, and by what it judges it. Pure. */
export function beforeOf(process: Process, { form, requesterId, directory, params, returned, funds: asked }: PreviewInput): FormBefore {
  const { state } = returned ?? begin(process.definition, 'preview');
  const actor = actorFacts(directory, requesterId, []);
  const clock = requesterClock(process.definition, directory, unitPath(directory, actor.unitId));
  const { funds } = fundsBefore(process.definition, state.context, { funds: asked, today: directory.today });
  return {
    // Nothing was filled in by any step before the first submit.
    form: returned ? form : null,
    surroundings: {
      ...formSurroundings(state.context, { actor, params, today: directory.today }),
      clock,
      ...(funds && { funds: { ...funds, again: true } }),
    },
    clock,
    ...(funds && { funds }),
  };
}

function* rehearse(rehearsal: Process, input: PreviewInput, assume: AssumedValues): InPieces<ForeseenStep[]> {
  const { form, directory, params, funds } = input;
  const walk: Walk = {
    request: input.returned ?? begin(rehearsal.definition, 'preview'),
    form,
    directory,
    params,
    funds,
    assume,
    steps: [],
  };
  walkOn(rehearsal, walk, submission(input));
  const ahead = yield* walkAhead(rehearsal, walk);
  // The submit has noted the steps that it stands on, with how all of their people were found.
  const noted = new Set(walk.steps.map(({ step }) => step));
  const coming = ahead.steps.filter(({ step, current, inTurn }) => !current && !(inTurn && noted.has(step)));
  return withoutBlindSkips([...walk.steps, ...coming], rehearsal, ahead.request.state.context);
}

/** The form as the submit leaves it: what steps have written stands only where the walk does not ask for it again. */
function submittedForm(process: Process, input: PreviewInput, before: FormBefore): FormValues {
  return formAfter(process, submission(input), before, input.returned?.state ?? null).values;
}

/** The submit as it would be with everything filled in: what is left to refuse is who asks, and checks of what is asked. */
export interface Trial {
  state: RequestState;
  command: Command;
  facts: Facts;
}

/** Tries the submit of a request as it stands. Pure. */
export function trialOf(process: Process, input: PreviewInput, before: FormBefore): Trial {
  const { requesterId, directory, params } = input;
  const { state } = input.returned ?? begin(process.definition, 'preview');
  const command = commandFrom(process, submission(input), 'preview', before);
  const actor = actorFacts(directory, requesterId, []);
  const facts: Facts = {
    now: directory.now,
    today: directory.today,
    actor,
    requesterUnitPath: unitPath(directory, actor.unitId),
    params,
    seats: {},
    claimed: input.claimed ?? {},
    ...(input.linked && { linked: input.linked }),
    ...(input.earlier && { earlier: input.earlier }),
    ...(input.funds && { funds: input.funds }),
  };
  return {
    state,
    command: { ...command, ...('choices' in command ? { choices: takenAsMade(process), missing: [], invalid: [] } : {}) } as Command,
    facts,
  };
}

/** Why people whom the form names cannot be named there, by the directory of the moment. Pure. */
export function namedAmiss(process: Process, { directory }: Pick<PreviewInput, 'directory'>, { state, command, facts }: Trial): Refusal[] {
  return namedInVain(process, { context: state.context, command, facts }, (person, roles) => holdsRole(directory, person, roles));
}

/** Steps whose person the requester picks, and who may be picked: of the holders of the roles that a step asks for, where it asks for any. Pure. */
export function choosableSteps(process: Process, { directory, choices, requesterId, returned }: PreviewInput): OpenChoice[] {
  const standing = returned ? standingChoices(returned.state.context) : {};
  return process.order.flatMap((id): OpenChoice[] => {
    const step = ownValue(process.steps, id);
    const rule = step && isHuman(step) ? choiceOf(step) : undefined;
    if (rule === undefined) return [];
    const stands = ownValue(standing, id);
    if (stands !== undefined) return [{ step: id, candidates: [stands], chosen: stands }];
    const candidates = holdersOf(directory, rule.roles ?? []).filter(
      (person) => person !== requesterId && ownValue(directory.people, person)?.active,
    );
    return [{ step: id, candidates, chosen: ownValue(choices, id) ?? null }];
  });
}

/** What was chosen; where nothing was, the way goes on by the first who could be. */
function picked(choices: OpenChoice[]): Record<string, string> {
  return Object.fromEntries(
    choices.flatMap(({ step, chosen, candidates }) => ((chosen ?? candidates[0]) ? [[step, chosen ?? candidates[0] ?? '']] : [])),
  );
}
