import { canonicalJson } from '../digest/canonical-json';
import { heldBy, heldElsewhere } from '../guards/held';
import type { Process } from '../machine/process';
import { formAfter, type FormBefore } from '../operations/form-after';
import type { Derivation } from '../people/derivation';
import type { Command, CommandBody } from '../request/command';
import type { Facts, StepVerdict } from '../request/facts';
import type { Held } from '../request/held';
import type { Refusal } from '../request/refusal';
import type { FormValues, RequestState } from '../request/request-state';
import type { EngineRequest } from '../request/transition';
import { formBeforeUndo } from '../operations/overwritten';
import { advance, type Advanced } from './advance';
import { refuse } from './refuse';

/** What is asked of a request: the stored command, and what it was made of. */
export interface Ask {
  command: Command;
  /** Null for what the system asks: timers. */
  body: CommandBody | null;
  before: FormBefore;
  /** undo: what the undone decision had overwritten in the form; null = nothing. */
  overwritten?: FormValues | null;
}

/** Finds the people of a step where the walk stands, and says how. */
export type Resolver = (at: RequestState, step: string) => { verdict: StepVerdict; derivation: Derivation | null };

/** A command that was decided: what became of the request, and everything that has to be kept with it. */
export interface Decided extends Advanced {
  /** How the people of the steps on the way were found, by step. */
  derivations: Record<string, Derivation>;
  /** The whole form after the command. */
  form: FormValues;
  /** All that the request holds alone from now on; null = as before. */
  held: Held | null;
}

export type Decision = { refused: Refusal } | Decided;

/**
 * Decides what is asked of a request: whether, by whom, what becomes of it. Pure, and the one place that does: `record`, previews and players
 * call it. `facts` are copied, with the verdicts that were needed. Throws what a guard or action throws: whoever calls then blocks the request.
 */
export function decide(process: Process, request: EngineRequest, { ask, facts }: { ask: Ask; facts: Facts }, resolver: Resolver): Decision {
  const no = refuse(process, request.state, ask.command, facts);
  if (no !== null) return { refused: no };
  const derivations: Record<string, Derivation> = {};
  const advanced = walk(process, request, { ask, facts: { ...facts, seats: { ...facts.seats } } }, (at, step) => {
    const found = resolver(at, step);
    if (found.derivation) derivations[step] = found.derivation;
    return found;
  });
  const { held: fields } = process.lookups;
  const [before, after] = [request.state.context, advanced.request.state.context];
  const taken = heldElsewhere(fields, { before, after }, facts);
  if (taken !== null) return { refused: taken };
  const held = heldBy(fields, after);
  const unchanged = canonicalJson(held) === canonicalJson(heldBy(fields, before));
  return { ...advanced, derivations, form: formOf(process, request, ask), held: unchanged ? null : held };
}

/** Advances from the same state until every step on the way has its people; each step is resolved at most once. */
function walk(process: Process, request: EngineRequest, { ask, facts }: { ask: Ask; facts: Facts }, resolver: Resolver): Advanced {
  for (;;) {
    const next = advance(process, request, ask.command, facts);
    if (!('need' in next)) return next;
    if (Object.hasOwn(facts.seats, next.need)) throw new Error(`Expected to resolve step ${next.need} once, but it is asked for again`);
    facts.seats[next.need] = resolver(next.at, next.need).verdict;
  }
}

function formOf(process: Process, request: EngineRequest, { body, before, overwritten }: Ask): FormValues {
  if (body === null) return before.form ?? {};
  if (body.type === 'undo') return formBeforeUndo(before.form ?? {}, overwritten ?? null);
  return formAfter(process, body, before, request.state).values;
}
