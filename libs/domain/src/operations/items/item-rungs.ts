import type { ItemRung } from '../../definition/times/time-rule';
import { rungKey } from '../../people/resolve/rung-people';
import { awaitedOn, nextItemRung } from '../../request/items/item-clock';
import { itemOf } from '../../request/items/items';
import { recordOf } from '../../request/standing';
import type { OwnEvent } from '../../request/transition';
import { ownValue } from '../../text/own-value';
import type { EventOf } from '../operation';
import { telling, withStep, type MachineContext } from '../parts/machine-context';

/** The time of items has come to their next rung: whoever they wait for is told, or those above; each kind of rung is told once for all items that it is about. Pure. */
export function itemsClimbed(
  machine: MachineContext,
  { facts }: EventOf<'timer'>,
  step: string,
  rungs: readonly ItemRung[],
): MachineContext {
  const record = recordOf(machine.request, step);
  const items = record?.items;
  const come = record && nextItemRung(record);
  if (record === undefined || items === undefined || !come)
    throw new Error(`Expected the time of items of “${step}” to run, but it does not`);
  const verdict = ownValue(facts.seats, rungKey(step));
  const above = verdict?.kind === 'seats' ? verdict.people : [];
  const climbing = come.items.flatMap((id) => {
    const item = itemOf(record, id);
    return item?.clock === undefined ? [] : [{ id, item, clock: item.clock, rung: rungs[item.clock.rung] }];
  });
  const of = Object.fromEntries(climbing.map(({ id, item, clock }) => [id, { ...item, clock: { ...clock, rung: clock.rung + 1 } }]));
  const next = withStep(machine, step, { ...record, items: { ...items, of: { ...items.of, ...of } } });
  const tidings = (['remind', 'due', 'escalate'] as const).flatMap((kind): OwnEvent[] => {
    const these = climbing.filter(({ rung }) => rung?.kind === kind);
    const [first] = these;
    if (first === undefined) return [];
    const asked = [...new Set(these.flatMap(({ id }) => awaitedOn(record, id)))];
    const told = { step, items: these.map(({ id }) => id), due: first.clock.due };
    if (kind === 'remind') return [{ type: 'step.reminded', people: asked, ...told }];
    if (kind === 'due') return [{ type: 'step.overdue', people: asked, ...told }];
    const last = these.every(({ clock }) => clock.rung === clock.marks.length - 1);
    return [{ type: 'step.escalated', people: above, ...told, last }];
  });
  return telling(next, ...tidings);
}
