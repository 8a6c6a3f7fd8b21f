import { ref, type TransitionJson } from '../../definition/state-json';
import { commentBody } from '../form/asked-form';
import { attemptOnTask, readOnTask } from './on-task';
import type { StepPlace } from '../operation';
import { PLAIN } from '../parts/plain';

/** What operations have in common by which somebody says what they were asked for, and no more: it is all that their task wants. */
export const REPLYING = {
  ...PLAIN,
  scope: 'task',
  onStep: true,
  body: commentBody,
  place: 'main',
  needsComment: () => true,
  read: readOnTask,
  attempt: attemptOnTask,
} as const;

/** Where it is offered: to whoever was asked for just that, once something is written. Pure. */
export function whereAsked({ step }: StepPlace, { what, does }: { what: 'advice' | 'answer'; does: string }): TransitionJson[] {
  return [
    {
      guard: [ref('is-assignee', { step: step.id }), ref('only-asked', { step: step.id, what }), ref('comment-required', { where: true })],
      actions: [ref(does, { step: step.id })],
    },
  ];
}
