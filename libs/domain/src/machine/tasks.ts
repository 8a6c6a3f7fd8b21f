import type { StepState } from '../request/request-state';
import type { TaskClosing, TransitionEvent } from '../request/transition';

/** Says that every seat of a step got a task. Pure. */
export function tasksOpened(step: string, state: StepState): TransitionEvent[] {
  return state.seats.map(({ seat, person }) => ({ type: 'task.opened', step, generation: state.generation, seat, person }));
}

/** Says that the open tasks of a step went away, those of `except` left out. Pure. */
export function tasksClosed(
  step: string,
  state: StepState | undefined,
  reason: TaskClosing,
  except: string | null = null,
): TransitionEvent[] {
  if (state?.status !== 'open') return [];
  return state.seats
    .filter(({ person }) => person !== except)
    .map(({ seat, person }) => ({ type: 'task.closed', step, generation: state.generation, seat, person, reason }));
}
