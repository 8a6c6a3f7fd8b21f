import { Deviation } from './deviation';
import { stepsOf } from './mapping';
import type { Activity } from './mapping.schema';
import { standsAt, type View } from './request-client';

const DECISIONS: ReadonlySet<string> = new Set(['approve', 'reject', 'return']);

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
  if (DECISIONS.has(command))
    return view?.status === 'running' && (stepsOf(activity).length === 0 || stepsOf(activity).some((step) => at.includes(step)));
  return view !== null;
}

function placesOf(view: View | null): string[] {
  if (!view) return ['nothing'];
  return view.status === 'running' && !view.outcome ? view.current.map(({ step }) => step) : [view.outcome ?? view.status];
}

/** What an activity asks for, in words: “approve” at head or director. */
export function words(activity: Activity): string {
  const steps = stepsOf(activity);
  const standing = activity.standing === undefined ? '' : ` while it stands at ${[activity.standing].flat().join(' or ')}`;
  return `“${activity.command}”${steps.length > 0 ? ` at ${steps.join(' or ')}` : ''}${standing}`;
}
