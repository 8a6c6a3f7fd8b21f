import type { RunningClock } from '../../calendar/running-clock';
import type { Definition } from '../../definition/definition.schema';
import { asksForClock } from '../../form/asked-surroundings';
import type { Directory } from '../directory';
import { unitClock } from './step-times';
import { ownValue } from '../../text/own-value';

/**
 * The clock by which working days of a form are counted: in a store the store's own, elsewhere the office's. `path`: of the requester's unit, root …
 * own. Undefined where the form counts none, or its requester has no unit. Pure.
 */
export function requesterClock(definition: Definition, directory: Directory, path: readonly string[]): RunningClock | undefined {
  const own = path.at(-1);
  if (own === undefined || !asksForClock(definition)) return undefined;
  return unitClock(directory, path, ownValue(directory.units, own)?.kind === 'store' ? 'store' : 'office');
}
