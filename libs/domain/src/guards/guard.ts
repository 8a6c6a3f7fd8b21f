import { z } from 'zod';
import type { Condition } from '../definition/condition.schema';
import type { Command } from '../request/command';
import type { Facts } from '../request/facts';
import type { FieldType } from '../definition/fields/field.schema';
import type { EarlierLookup, HeldField } from '../definition/structure/outline';
import type { FieldValue, RequestContext, Seat } from '../request/request-state';
import type { Refusal } from '../request/refusal';
import { openSeats, recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';

/** Everything that a guard may look at. */
export interface GuardInput {
  context: RequestContext;
  command: Command;
  facts: Facts;
}

/**
 * What a guard looks at when a command is asked: the request with the values that the command writes itself. Whoever decides by a limit, a side of the
 * plan or a condition decides by what will stand there. Pure.
 */
export function guardInput(context: RequestContext, { command, facts }: Pick<GuardInput, 'command' | 'facts'>): GuardInput {
  const written = writtenValues(command);
  const changes = Object.keys(written).length > 0;
  return { context: changes ? { ...context, fields: { ...context.fields, ...written } } : context, command, facts };
}

/** A guard as the registry knows it. */
export interface Guard {
  /** Parameters that a reference must give. */
  params: z.ZodType;
  /** Definitions may name it under `submitChecks` or a step's `checks`. The others are put in by step kinds. */
  inDefinitions: boolean;
  /** Routing values that it reads, for references with these parameters. */
  fields(params: unknown): string[];
  /** The condition that it asks, for references with these parameters; null = it asks none of its own. */
  condition(params: unknown): Condition | null;
  /** Types of fields and columns that it makes sense of; null = all. */
  takes: readonly FieldType[] | null;
  /** Routing values that a request holds alone in the whole company while it lives, for references with these parameters. */
  holds(params: unknown): HeldField[];
  /** What has to be known of earlier requests, for references with these parameters; null: nothing. */
  earlier(params: unknown): EarlierLookup | null;
  /** Pure. Null = no objection. Throws only on parameters that `verify` refuses. */
  refuse(input: GuardInput, params: unknown): Refusal | null;
  /** The same of several values of one field, each beside those before it that are not refused. Pure; null = values do not bear on one another. */
  refuseEach: ((input: GuardInput, params: unknown, values: readonly string[]) => (Refusal | null)[]) | null;
}

/** A guard with typed parameters. Pure. */
export function defineGuard<P>(guard: {
  params: z.ZodType<P>;
  inDefinitions?: boolean;
  fields?: (params: P) => string[];
  condition?: (params: P) => Condition;
  takes?: readonly FieldType[];
  holds?: (params: P) => HeldField[];
  earlier?: (params: P) => EarlierLookup;
  refuse: (input: GuardInput, params: P) => Refusal | null;
  refuseEach?: (input: GuardInput, params: P, values: readonly string[]) => (Refusal | null)[];
}): Guard {
  return {
    params: guard.params,
    inDefinitions: guard.inDefinitions ?? false,
    fields: (params) => guard.fields?.(params as P) ?? [],
    condition: (params) => guard.condition?.(params as P) ?? null,
    takes: guard.takes ?? null,
    holds: (params) => guard.holds?.(params as P) ?? [],
    earlier: (params) => guard.earlier?.(params as P) ?? null,
    refuse: (input, params) => guard.refuse(input, params as P),
    refuseEach: guard.refuseEach ? (input, params, values) => guard.refuseEach?.(input, params as P, values) ?? [] : null,
  };
}

/** A routing value as it stands with the command: what the command writes, else what the state holds. Pure. */
export function valueWith({ context, command }: GuardInput, field: string): FieldValue {
  const written = writtenValues(command);
  return (Object.hasOwn(written, field) ? ownValue(written, field) : ownValue(context.fields, field)) ?? null;
}

/** Routing values that a command writes. Pure. */
export function writtenValues(command: Command): Record<string, FieldValue> {
  return 'fields' in command ? command.fields : {};
}

/** The filled-in texts of a routing value, one or many. Pure. */
export function textsOf(value: FieldValue): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string' && each !== '');
}

/** Open seats of the actor on a step that a command may be about: the one that it names, or all of its opening. Pure. */
export function seatsOfActor({ context, command }: Omit<GuardInput, 'facts'>, step: string): [string, Seat][] {
  const generation = 'generation' in command ? command.generation : null;
  const named = 'seat' in command && command.seat !== undefined ? String(command.seat) : null;
  return openSeats(recordOf(context, step)).filter(
    ([name, seat]) => seat.person === command.actor && seat.generation === generation && (named === null || name === named),
  );
}

/** Whether the actor signs a step besides those whom its own rules found: no authority is asked of them, nor the step's work. Pure. */
export function signsBesides({ context, command }: Omit<GuardInput, 'facts'>, step: string): boolean {
  const own = seatsOfActor({ context, command }, step);
  return own.length > 0 && own.every(([, { addedBy }]) => addedBy !== undefined);
}

/** For whom the actor stands in on the task of the command. Pure. */
export function standsInFor({ context, command }: Omit<GuardInput, 'facts'>): string[] {
  if (!('step' in command) || command.step === null) return [];
  const own = openSeats(recordOf(context, command.step)).filter(([, { person }]) => person === command.actor);
  return own.flatMap(([, { actingFor }]) => actingFor ?? []);
}

/** Parameters of a guard that needs none. */
export const noParams = z.strictObject({});
/** Parameters of a guard about the task of one step. */
export const stepParams = z.strictObject({ step: z.string() });
