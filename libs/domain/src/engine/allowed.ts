import { isHuman } from '../definition/flow';
import type { HumanStep, Step } from '../definition/step.schema';
import type { Process } from '../machine/process/process';
import { OWN_REFUSALS, PERSON_OPERATIONS } from '../operations/registry';
import type { Offer, Operation } from '../operations/operation';
import type { Command, PersonCommandType } from '../request/command';
import type { ActorFacts, Facts } from '../request/facts';
import type { Refusal, RefusalCode } from '../request/refusal';
import type { Done, RequestState } from '../request/request-state';
import { awaitingSteps, isLeftUndone, stepsLeftUndone, phaseOf, recordOf, standingSteps } from '../request/standing';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { refuse } from './refuse';

/** A button: what somebody may do here, or why they may not. */
export interface Allowed extends Partial<Offer> {
  command: PersonCommandType;
  /** The step that it is about; null for commands on the request as a whole. */
  step: string | null;
  refusal: Refusal | null;
  needsComment: boolean;
  /** By whom and when its step was carried out before: it confirms that, and does it no second time. */
  done: Done | null;
  label: Bilingual;
  /** What is said once it was done. */
  past: Bilingual;
}

/** Refusals that are no news to anybody: the button is not there. */
const SILENT: ReadonlySet<RefusalCode> = new Set(['invalid-state', 'undo-too-late', 'not-owner', 'right-not-held']);
interface Asked {
  process: Process;
  state: RequestState;
  facts: Facts & { actor: ActorFacts };
}

function button(operation: Operation<PersonCommandType>, { process, state, facts }: Asked, id: string | null): Allowed | null {
  const found = id === null ? undefined : ownValue(process.steps, id);
  const step = found && isHuman(found) ? found : null;
  // Where nobody is asked, an operation that is taken there chooses among steps only.
  const offering = step ?? (found && operation.at.stuck ? (found as HumanStep) : null);
  const { type, attempt } = operation;
  const actor = facts.actor.id;
  const no = refuse(
    process,
    state,
    { id: '', type, actor, digest: '', ...attempt(state, { step: id, actor, process }) } as unknown as Command,
    facts,
  );
  if (no !== null && (SILENT.has(no.code) || ownValue(OWN_REFUSALS, no.code)?.silent)) return null;
  const { confirms } = operation;
  const done = (step && confirms?.of(step, state.context)) ?? null;
  const at = { definition: process.definition, context: state.context };
  const left = id !== null && isLeftUndone(recordOf(state.context, id));
  return {
    command: operation.type,
    step: id,
    refusal: no,
    ...(offering
      ? operation.offers?.(process, offering, state.context, facts.actor)
      : operation.offersOf?.(process, state.context, facts.actor)),
    needsComment: operation.needsComment(step, state.context),
    done,
    label: (done ? confirms?.button : step && operation.buttonOn?.(step, at)) ?? named(operation.button, left ? found : undefined),
    past: (done ? confirms?.past : step && operation.pastOn?.(step, at)) ?? operation.past,
  };
}

/** A step that the request has left behind is nowhere else on its page: the button says which it is. */
function named(button: Bilingual, step: Step | undefined): Bilingual {
  return step === undefined ? button : { zh: `${button.zh}：${step.title.zh}`, en: `${button.en}: ${step.title.en}` };
}

/**
 * What one person may do with a request where it stands, and why not, by the same guards that decide. Pure.
 * Commands that are none of the person's business are left out. Fields and comments are taken as filled in: the press itself looks at them.
 */
export function allowed(
  process: Process,
  state: RequestState,
  actor: ActorFacts,
  at: Pick<Facts, 'now' | 'today' | 'requesterUnitPath' | 'linked'>,
): Allowed[] {
  const facts = { ...at, actor, params: {}, seats: {}, claimed: {} };
  const steps = [...standingSteps(state.context), ...awaitingSteps(state.context)];
  return PERSON_OPERATIONS.flatMap((operation) => {
    const places = operation.onStep ? [...steps, ...(operation.at.left ? stepsLeftUndone(state.context) : [])] : [null];
    const concerning = places.filter((step) => operation.concerns(state, actor, step, process));
    return concerning.flatMap((step) => button(operation, { process, state, facts }, step) ?? []);
  });
}

/**
 * Whether there is anything that somebody may do with a request by what its definition says of them, their rights over the company left aside: whoever
 * may re-open it or revoke it by their role, or start another from it, without having had a part in it. A draft is its requester's alone. Pure.
 */
export function mayActOn(
  process: Process,
  state: RequestState,
  actor: ActorFacts,
  at: Pick<Facts, 'now' | 'today' | 'requesterUnitPath' | 'linked'>,
): boolean {
  if (phaseOf(state) === 'draft') return state.context.requester?.id === actor.id;
  return allowed(process, state, { ...actor, rights: [] }, at).some(({ refusal }) => refusal === null);
}
