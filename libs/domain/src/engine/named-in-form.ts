import { holds } from '../conditions/holds';
import { choicesParamsOf, foreseen } from '../guards/choices-made.guard';
import { textsOf, writtenValues, type GuardInput } from '../guards/guard';
import type { Process } from '../machine/process/process';
import { operationOf, takenBackBy } from '../operations/registry';
import { askedNamings } from '../people/choices';
import { refusal, type Refusal } from '../request/refusal';
import { ownValue } from '../text/own-value';

/** Whether somebody holds one of some roles. */
export type HoldsRole = (person: string, roles: readonly string[]) => boolean;

/**
 * Why people whom somebody writes into a form cannot be named there: a step to which the request is expected to come asks them by that field, but among
 * holders of roles that they do not have. One refusal for each such field. Pure.
 */
export function namedInVain(process: Process, { context, command, facts }: GuardInput, holdsRole: HoldsRole): Refusal[] {
  const { scope, brings } = operationOf(command.type);
  const written = writtenValues(command);
  const asked = askedNamings(process.definition.flow).filter(({ field }) => Object.hasOwn(written, field));
  if (asked.length === 0 || scope === 'system' || takenBackBy(command, context) !== null) return [];
  const fields = brings === 'form' ? written : { ...context.fields, ...written };
  const way = foreseen(fields, { context, facts }, choicesParamsOf(process.definition));
  const wrong = asked.filter(
    ({ field, roles, when }) => textsOf(ownValue(written, field) ?? null).some((person) => !holdsRole(person, roles)) && holds(when, way),
  );
  return [...new Map(wrong.map(({ field, step }) => [field, refusal('lacks-role', { field, step })])).values()];
}
