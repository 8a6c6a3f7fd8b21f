import { askedItems } from '../conditions/asked-items';
import { groupsOf, isHuman } from '../definition/flow';
import type { Process } from '../machine/process/process';
import type { StepVerdict } from '../request/facts';
import type { RequestContext } from '../request/request-state';

const personOf = (step: string, place: number): string => (place === 0 ? `of-${step}` : `of-${step}-${place}`);

/** The people of a step: its own person; where several sign, one for each signature, and one for each group. */
export function peopleOf(process: Process, id: string, context: RequestContext): StepVerdict {
  const step = process.steps[id];
  const asked = step && askedItems(step, context);
  if (asked) {
    const items = Object.fromEntries(asked.map((item) => [item.id, [[0], ...item.with.map((_, place) => [place + 1])]]));
    const most = Math.max(0, ...asked.map((item) => item.with.length));
    return { kind: 'seats', people: Array.from({ length: most + 1 }, (_, place) => personOf(id, place)), items, waivers: [] };
  }
  const groups = step && isHuman(step) ? groupsOf(step).map((_, group) => group) : [0];
  return { kind: 'seats', people: groups.map((group) => personOf(id, group)), ...(groups.length > 1 ? { groups } : {}) };
}
