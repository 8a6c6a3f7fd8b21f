import { Deviation } from '../deviation';
import { stepsOf } from './mapping';
import type { Activity } from './mapping.schema';
import { operationBehind } from './operation-call';
import { standsAt, type View } from '../request-client';

/** The alternative of an activity that fits where the request stands: the first one. Throws a deviation that names them all where none does. */
export function fitting(name: string, alternatives: readonly Activity[], view: View | null): Activity {
  const [only, ...more] = alternatives;
  if (!only) throw new Deviation('unmapped-activity', `the mapping says nothing about “${name}”`);
  // A single one is tried as it is: the product itself says best what is wrong with it.
  if (more.length === 0 && only.standing === undefined) return only;
  const found = alternatives.find((activity) => fits(activity, view));
  if (found) return found;
  const asked = alternatives.map(words).join(', or ');
  throw new Deviation('not-at-step', `“${name}” is ${asked}, but the request stands at ${standsAt(view)}`);
}

/** Whether an activity can happen where the request stands. */
export function fits(activity: Activity, view: View | null): boolean {
  const at = placesOf(view);
  if (activity.standing !== undefined) return [activity.standing].flat().some((place) => at.includes(place));
  const { command } = activity;
  if (command === 'ignore') return true;
  if (command === 'draft' || command === 'submit') return view === null || view.status === 'draft' || view.status === 'returned';
  if (command === 'acknowledge') return view?.status === 'returned';
  if (view === null) return false;
  const operation = operationBehind(command);
  if (operation === null) return true;
  if (view.suspended ? !operation.whileSuspended : command === 'resume') return false;
  if (!operation.onStep) return true;
  const here = stepAsked(activity, view);
  // Where one person has it there is nothing to claim.
  return here !== undefined && (command !== 'claim' || here.people.length > 1);
}

/** The step at which an activity can be done now: the first of its own that waits. */
export function stepAsked(activity: Activity, view: View): View['current'][number] | undefined {
  const operator = operationBehind(activity.command)?.scope === 'operator';
  if (view.outcome !== null || !(view.status === 'running' || (operator && view.status === 'blocked'))) return undefined;
  const steps = stepsOf(activity);
  return view.current.find(({ step }) => steps.length === 0 || steps.includes(step));
}

function placesOf(view: View | null): string[] {
  if (!view) return ['nothing'];
  const places = view.status === 'running' && !view.outcome ? view.current.map(({ step }) => step) : [view.outcome ?? view.status];
  return view.suspended ? ['suspended', ...places] : places;
}

/** What an activity asks for, in words: “approve” at head or director. */
export function words(activity: Activity): string {
  const steps = stepsOf(activity);
  const standing = activity.standing === undefined ? '' : ` while it stands at ${[activity.standing].flat().join(' or ')}`;
  return `“${activity.command}”${steps.length > 0 ? ` at ${steps.join(' or ')}` : ''}${standing}`;
}
