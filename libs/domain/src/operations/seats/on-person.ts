import { z } from 'zod';
import type { CommandBody, OnTask } from '../../request/command';
import type { RequestState } from '../../request/request-state';
import { commentSchema } from '../form/asked-form';
import { attemptOnTask, readOnTask } from './on-task';
import type { Attempt } from '../operation';

/** A command about a task, and about somebody who is named: who gets it, is asked, reads it or signs it too. */
export interface OnPerson extends OnTask {
  person: string | null;
}

/** What a press brings that names somebody. */
export const personBody = z.strictObject({ comment: commentSchema, person: z.uuid() });

/** What is said about a task and a person, as the stored command holds it. Pure. */
export function readOnPerson(body: CommandBody): OnPerson {
  return { ...readOnTask(body), person: body.person ?? null };
}

/** The same with everything filled in but the person: whom one could name is asked when one does. Pure. */
export function attemptOnPerson(state: RequestState, at: Attempt): OnPerson {
  return { ...attemptOnTask(state, at), person: null };
}

/** Who is named. Pure. Throws where nobody is: such a command is refused before anything is done. */
export function personOf({ type, person }: { type: string; person: string | null }): string {
  if (person === null) throw new Error(`Expected “${type}” to name somebody, but it names nobody`);
  return person;
}
