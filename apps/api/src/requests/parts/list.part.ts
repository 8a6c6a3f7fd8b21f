import {
  daysBetween,
  isSettled,
  itemDue,
  kindOf,
  newestWord,
  ownValue,
  recordOf,
  waitingFor,
  type DueDay,
  type HumanStep,
  type Item,
  type ItemRecord,
  type ItemSignature,
  type ItemsRecord,
  type StepRecord,
} from '@countersign/domain';
import type { ItemDueView, ItemView, ItemWordView, ListDayView, ListView } from '../dto/list.view';
import { humanStep, type ViewCase } from '../view/view-case';

/** One list of the request: its step, and what is remembered of it. */
interface Listed {
  step: HumanStep;
  record: StepRecord;
  items: ItemsRecord;
  /** The date field that most of its items count to. */
  field: string | null;
}

/** Checklists that the request has come to, in document order. */
export function listsOf(view: ViewCase): ListView[] {
  return view.process.order.flatMap((id) => {
    const [step, record] = [humanStep(view.process, id), recordOf(view.state.context, id)];
    if (!step || !record?.items || !kindOf(step).list) return [];
    return [listView(view, { step, record, items: record.items, field: mostCounted(step) })];
  });
}

const itemsOf = (step: HumanStep): readonly Item[] => kindOf(step).list?.(step).items ?? [];

/** The date field that most items are due by. */
function mostCounted(step: HumanStep): string | null {
  const fields = itemsOf(step).flatMap(({ due }) => due?.field ?? []);
  const counted = [...new Set(fields)].map((field) => ({ field, count: fields.filter((each) => each === field).length }));
  return counted.sort((left, right) => right.count - left.count)[0]?.field ?? null;
}

function listView(view: ViewCase, list: Listed): ListView {
  const { step, record, items } = list;
  const known = itemsOf(step).filter(({ id }) => Object.hasOwn(items.of, id));
  const groups = 'groups' in step ? step.groups : [];
  return {
    step: step.id,
    title: step.title,
    open: record.status === 'open' || record.status === 'blocked',
    countsTo: countsTo(view, list),
    groups: groups.filter(({ id }) => known.some(({ group }) => group === id)),
    items: known.map((item) => itemView(view, list, item, ownValue(items.of, item.id) as ItemRecord)),
  };
}

function countsTo({ state, definition, known, hidden }: ViewCase, { field }: Listed): ListDayView | null {
  const day = field === null || hidden.has(field) ? null : ownValue(state.context.fields, field);
  const label = definition.form.fields.find(({ key }) => key === field)?.label;
  return typeof day === 'string' && day !== '' && label && field !== null
    ? { field, label, day, daysLeft: daysBetween(known.facts.today, day) }
    : null;
}

function itemView(view: ViewCase, list: Listed, item: Item, stands: ItemRecord): ItemView {
  const { id, title, note = null, group = null, mandatory, waivable, after } = item;
  const { items, record, step } = list;
  const settled = (other: string): boolean => {
    const known = ownValue(items.of, other);
    return known === undefined || isSettled(known);
  };
  const people = (seats: string[]) => seats.flatMap((seat) => ownValue(record.seats, seat)?.person ?? []).map((each) => view.person(each));
  const open = !isSettled(stands);
  const own = Object.entries(record.seats).filter(([, { person }]) => person === view.actor.personId);
  return {
    ...{ id, title, note, group, mandatory, waivable },
    signers: stands.seats.map((seats) => ({ people: people(seats) })),
    due: dueView(view, list, item, stands),
    waits: after.filter((other) => !settled(other)),
    frees: itemsOf(step).flatMap((other) => (other.after.includes(id) && ownValue(items.of, other.id) ? [other.id] : [])),
    evidence: item.evidence.filter((key) => !view.hidden.has(key)),
    state: stands.waived ? 'waived' : open ? 'open' : 'done',
    seen: newestWord(stands),
    words: (stands.signed ?? []).map((word) => wordView(view, word)),
    waived: stands.waived ? wordView(view, stands.waived) : null,
    yours: record.status === 'open' && own.some(([seat, { person }]) => waitingFor(items, seat, person).includes(id)),
  };
}

function wordView({ person, itemComments }: ViewCase, { person: by, at, n }: Pick<ItemSignature, 'person' | 'at' | 'n'>): ItemWordView {
  return { by: person(by), at, comment: itemComments.get(n) ?? null };
}

/** A time of day by the company's clock, HH:MM. */
const clock = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));

function dueView({ state, known, bundle }: ViewCase, { items, field }: Listed, { due }: Item, stands: ItemRecord): ItemDueView | null {
  const found = stands.clock ?? itemDue(due, state.context.fields, items);
  if (found === null || due === undefined) return null;
  const { day, at } = found;
  const daysLeft = daysBetween(known.facts.today, day);
  const passed = stands.clock ? Date.parse(bundle.now) > Date.parse(stands.clock.due) : isPast(found, { daysLeft, bundle, known });
  const moment = at === null ? null : (stands.clock?.due ?? null);
  const offset = field !== null && due.field === field ? due.days : null;
  return { day, at, moment, daysLeft, offset, late: !isSettled(stands) && passed };
}

/** By the company's clock: of requests from before items kept their moment. */
function isPast({ at }: DueDay, { daysLeft, bundle, known }: Pick<ViewCase, 'bundle' | 'known'> & { daysLeft: number }): boolean {
  return daysLeft < 0 || (daysLeft === 0 && at !== null && clock(bundle.now, known.head.timeZone) > at);
}
