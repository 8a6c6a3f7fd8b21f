import { isHuman } from '../definition/flow';
import type { HumanStep } from '../definition/step.schema';
import type { Process } from '../machine/process';
import { PERSON_OPERATIONS } from '../operations/registry';
import type { Operation } from '../operations/operation';
import { returnTargetsOf } from '../operations/return.operation';
import { takenAsMade } from '../people/choices';
import type { Command, PersonCommandType } from '../request/command';
import type { ActorFacts, Facts } from '../request/facts';
import type { Refusal, RefusalCode } from '../request/refusal';
import type { RequestState } from '../request/request-state';
import { standingSteps } from '../request/standing';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { refuse } from './refuse';

/** A button: what somebody may do here, or why they may not. */
export interface Allowed {
  command: PersonCommandType;
  /** The step that it is about; null for commands on the request as a whole. */
  step: string | null;
  refusal: Refusal | null;
  /** return: where it may go. */
  targets?: { to: string; title: Bilingual }[];
  /** return: `choose` where the person returning says how the walk goes on. */
  resume?: 'walk-again' | 'straight-back' | 'choose';
  needsComment: boolean;
  label: Bilingual;
  /** What is said once it was done. */
  past: Bilingual;
}

/** Refusals that are no news to anybody: the button is not there. */
const SILENT: ReadonlySet<RefusalCode> = new Set(['invalid-state', 'undo-too-late', 'not-owner', 'not-stopped']);
const REQUESTER_TITLE: Bilingual = { zh: '申请人', en: 'Requester' };

function targetsOf(process: Process, state: RequestState, step: HumanStep): { to: string; title: Bilingual }[] {
  const targets = returnTargetsOf(process, step.id, state.context);
  const distinct = targets.filter((target, index) => targets.findIndex(({ at }) => at === target.at) === index);
  return distinct.map(({ to, at }) => ({ to, title: ownValue(process.steps, at)?.title ?? REQUESTER_TITLE }));
}

/** The command with everything filled in: what is left to refuse is the person and the moment. */
function attempt(
  operation: Operation<PersonCommandType>,
  process: Process,
  state: RequestState,
  at: { actor: string; step: string | null; to: string | null },
): Command {
  const shape = operation.attempt(state, at.step, at.actor, process);
  const more = { ...('choices' in shape ? { choices: takenAsMade(process) } : {}), ...('to' in shape ? { to: at.to } : {}) };
  return { id: '', type: operation.type, actor: at.actor, digest: '', ...shape, ...more } as unknown as Command;
}

interface Asked {
  process: Process;
  state: RequestState;
  facts: Facts & { actor: ActorFacts };
}

function button(operation: Operation<PersonCommandType>, { process, state, facts }: Asked, id: string | null): Allowed | null {
  const found = id === null ? undefined : ownValue(process.steps, id);
  const step = found && isHuman(found) ? found : null;
  const targets = operation.type === 'return' && step ? targetsOf(process, state, step) : undefined;
  const at = { actor: facts.actor.id, step: id, to: targets?.[0]?.to ?? null };
  const no = refuse(process, state, attempt(operation, process, state, at), facts);
  if (no !== null && SILENT.has(no.code)) return null;
  return {
    command: operation.type,
    step: id,
    refusal: no,
    ...(targets ? { targets, resume: step?.returns.resume } : {}),
    needsComment: operation.needsComment(step, state.context),
    label: (step && operation.buttonOn?.(step)) ?? operation.button,
    past: (step && operation.pastOn?.(step)) ?? operation.past,
  };
}

/**
 * What one person may do with a request where it stands, and why not, by the same guards that decide. Pure.
 * Commands that are none of the person's business are left out. Fields and comments are taken as filled in: the press itself looks at them.
 */
export function allowed(
  process: Process,
  state: RequestState,
  actor: ActorFacts,
  at: { now: string; requesterUnitPath: string[] },
): Allowed[] {
  const facts = { ...at, today: at.now.slice(0, 10), actor, params: {}, seats: {}, claimed: {} };
  const steps = standingSteps(state.context);
  return PERSON_OPERATIONS.flatMap((operation) => {
    const places = operation.onStep ? steps : [null];
    const concerning = places.filter((step) => operation.concerns(state, actor, step));
    return concerning.flatMap((step) => button(operation, { process, state, facts }, step) ?? []);
  });
}
