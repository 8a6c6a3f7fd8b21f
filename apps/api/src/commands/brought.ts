import { formatProblems, isUnseen, ownValue, type CommandBody } from '@countersign/domain';
import { ERRORS_TOLD } from '../http/door/limits';
import { Problem } from '../http/problem/problem';
import type { PersonOperation } from './operation-routes';

/** What a press brings, form and fields still as the wire has them. */
export type Brought = Omit<CommandBody, 'type' | 'requestId' | 'actor' | 'form' | 'fields'> & {
  form?: Record<string, unknown>;
  fields?: Record<string, unknown>;
};

/** The body of a press as its operation's own schema has it; a comment of blanks is none. Throws everything that is wrong with it. */
export function broughtBy({ body: schema }: PersonOperation, body: unknown): Brought {
  const given = body ?? {};
  const problems = formatProblems(schema, given);
  if (problems.length > 0) throw new Problem('invalid-body', {}, problems.slice(0, ERRORS_TOLD).map(bodyError));
  const brought = schema.parse(given) as Brought;
  const kept = Object.entries(brought).filter(([, value]) => value !== undefined && !(typeof value === 'string' && isUnseen(value)));
  return Object.fromEntries(kept.map(([name, value]) => [name, isId(schema, name) ? String(value).toLowerCase() : value]));
}

/** Ids are kept as PostgreSQL writes them. */
function isId({ shape }: PersonOperation['body'], name: string): boolean {
  return ownValue(shape as Record<string, { format?: unknown }>, name)?.format === 'uuid';
}

const bodyError = ({ path, message }: ReturnType<typeof formatProblems>[number]) => ({ field: path, code: 'format', params: {}, message });
