import type { Outline } from '../definition/structure/outline';
import { hashOf } from '../digest/sha256';
import type { Command, CommandBody, CommandOf } from '../request/command';
import { operationOf } from './registry';
import { askedValues, type FormBefore } from './form/written-form';

function head({ type, actor }: CommandBody, id: string): { id: string; type: CommandBody['type']; actor: string } {
  return { id, type, actor };
}

/**
 * Makes the small stored command of what the API received. Pure.
 * What is missing or wrong is listed, not thrown: guards refuse it. Throws when the body holds what JSON cannot carry.
 */
export function commandFrom<T extends CommandBody['type']>(
  process: Outline,
  body: CommandBody & { type: T },
  id: string,
  before: FormBefore,
): CommandOf<T> {
  const digest =
    operationOf(body.type).brings === 'form'
      ? hashOf({ form: askedValues(process, body, before).values, choices: body.choices ?? {} })
      : hashOf({ fields: body.fields ?? {}, comment: body.comment ?? '', stance: body.stance ?? null });
  return { ...head(body, id), digest, ...operationOf(body.type).read(body, { process, body, before }) } as unknown as CommandOf<T>;
}

/** The command of a body whose values nobody could read, for a request that is to be blocked: who asks what, and nothing written. Pure. */
export function unreadCommand(body: CommandBody, id: string): Command {
  return { ...head(body, id), digest: '', ...operationOf(body.type).read(body, null) } as unknown as Command;
}
