import { isHuman } from '../definition/flow';
import type { Process } from '../machine/process/process';
import { excludesRequester } from '../people/deciders';
import type { Derivation } from '../people/derivation';
import type { Directory } from '../people/directory';
import type { CommandBody } from '../request/command';
import type { Limit } from '../request/grant';
import { ownValue } from '../text/own-value';

/** What was asked of somebody who is named for a step, and holds. Ids only. */
export interface Fit {
  step: string;
  person: string;
  /** What the step asks authority for, and how far theirs goes; null where it asks for none. */
  authority: { limit: Limit | undefined; amount: Derivation['amount'] } | null;
  /** It is no matter of their own; false where the step does not mind. */
  unconcerned: boolean;
  /** Steps kept apart, none of which they have decided. */
  apart: string[];
  /** Until when they are away (ISO); null: they are not. */
  awayUntil: string | null;
}

/** Why whoever a command names may have the step; null where it names nobody for one, or they were not looked at. Pure. */
export function fitOf(
  process: Process,
  directory: Directory,
  { derivations, body }: { derivations: Readonly<Record<string, Derivation>>; body: CommandBody },
): Fit | null {
  const { step: id, person } = body;
  const step = id === undefined ? undefined : ownValue(process.steps, id);
  if (!step || !isHuman(step) || person === undefined) return null;
  const found = ownValue(derivations, step.id);
  const candidates = found?.rules.flatMap((rule) => rule.candidates) ?? [];
  const candidate = candidates.find((each) => each.person === person && each.removed === null);
  if (!found || !candidate) return null;
  const away = directory.absences?.find((each) => each.person === person && (each.processes?.includes(process.definition.key) ?? true));
  return {
    step: step.id,
    person,
    authority: step.authority ? { limit: candidate.limit, amount: found.amount } : null,
    unconcerned: excludesRequester(step),
    apart: ownValue(process.apart, step.id) ?? [],
    awayUntil: away?.until ?? null,
  };
}
