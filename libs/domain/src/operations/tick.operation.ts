import { z } from 'zod';
import { kindOf } from '../definition/step.schema';
import { ref, WALK, type MachineReference } from '../definition/state-json';
import { aboutNow } from '../form/shown/shown-now';
import { tickRefusal } from '../guards/item-refusal';
import type { OnTask, StepWriting } from '../request/command';
import { itemOf, newestWord, placesOf } from '../request/items/items';
import type { ItemRecord, ItemSignature } from '../request/items/item-record';
import type { RequestContext } from '../request/request-state';
import { recordOf } from '../request/standing';
import { commentSchema, wireFormSchema } from './form/asked-form';
import { itemNamed, changesEvidence, lackingEvidence, strangeFields, type OnItem } from './items/item-command';
import { withItems } from './items/item-seats';
import { telling, withStep, type MachineContext } from './parts/machine-context';
import { ownSeat } from './seats/on-seat';
import { attemptOnTask, humanStepNamed, mayAct, readOnTask, sitsOn, taskGone, voteOn } from './seats/on-task';
import type { EventOf, Operation, StepPlace } from './operation';
import { PLAIN } from './parts/plain';
import { mayWrite, NOTHING_WRITTEN, readWriting, writing } from './form/step-writing';
import { decidedStep, writtenValues } from './form/written-form';
import { itemRules, ITEM_REFUSALS, type ItemRefusal } from './words/item-words';
import { ownValue } from '../text/own-value';

declare module '../request/command' {
  interface CommandBody {
    /** Of an item: the newest word on it that was read. */
    seen?: number;
  }
  interface CommandShapes {
    tick: OnTask &
      StepWriting &
      OnItem & {
        /** Evidence of the item is otherwise after it. Of journals before: some that was there is gone. */
        replaces: boolean;
        /** Transition of the newest word on the item that its person has read; 0: none was there. Absent in journals that do not know it. */
        seen?: number;
      };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    tick: {
      /** `done`: it needs nobody else’s word. */
      'item.ticked': { step: string; item: string; person: string; done: boolean };
    };
  }
  interface OwnClosings {
    tick: 'items-done';
  }
  interface OwnRefusals {
    tick: ItemRefusal;
  }
}

function mayTick(place: StepPlace): MachineReference[] {
  return [...mayAct(place), ref('may-tick', { step: place.step.id, rules: itemRules(place.step) }), ...mayWrite(place.step.id)];
}

/** The item with one more word. */
function signed(known: ItemRecord, word: Omit<ItemSignature, 'as'>, seat: string): ItemRecord {
  const as = known.seats.length > 1 ? { as: placesOf(known, seat) } : {};
  return { ...known, signed: [...(known.signed ?? []), { ...word, ...as }] };
}

/** Of one person's words on a step the newest may be undone at once; the others are taken back one by one. */
function withoutOlder(request: RequestContext, step: string, person: string): RequestContext {
  const undo = request.undo.filter((each) => each.type !== 'tick' || each.step !== step || each.person !== person);
  return undo.length === request.undo.length ? request : { ...request, undo };
}

function ticked(
  machine: MachineContext,
  event: EventOf<'tick'>,
  step: ReturnType<typeof humanStepNamed>,
  about: ReturnType<typeof aboutNow>,
): MachineContext {
  const { command, n, facts } = event;
  const { record, name: seat } = ownSeat(machine, command);
  const items = record.items;
  const known = itemOf(record, command.item);
  if (!items || !known || command.item === null)
    throw new Error(`Expected to tick “${command.item ?? ''}” of “${step.id}” by somebody whose it is, but it is not there`);
  const now = signed(known, { person: command.actor, n, at: facts.now, ...about }, seat);
  const vote = voteOn(event, { answer: 'yes', stance: null, ...about });
  const of = { ...items.of, [command.item]: now };
  const next = withItems(record, { ...items, of }, { step, word: { seat, vote }, n });
  const done = now.signed?.length === now.seats.length;
  const told = telling(withStep(machine, step.id, next), {
    type: 'item.ticked',
    step: step.id,
    item: command.item,
    person: command.actor,
    done,
  });
  return next.status === 'passed' ? telling(told, { type: 'step.passed', step: step.id, generation: record.generation }) : told;
}

/** Says that an item of a checklist is done, with its evidence. The step has passed with the last one that must be. */
export const tickOperation: Operation<'tick'> = {
  ...PLAIN,
  type: 'tick',
  scope: 'task',
  onStep: true,
  ofContent: true,
  brings: 'fields',
  body: z.strictObject({
    item: z.string().min(1).max(60),
    comment: commentSchema,
    fields: wireFormSchema.optional(),
    seen: z.int().min(0).optional(),
  }),
  button: { zh: '完成', en: 'Done' },
  past: { zh: '已完成', en: 'Done' },
  undone: { zh: '撤销了上一项', en: 'Undid the last item' },
  place: 'item',
  said: { zh: '完成所负责的事项', en: 'Finished their items' },
  closes: 'items-done',
  closings: { 'items-done': { zh: '清单已由他人完成', en: 'Others finished the checklist' } },
  events: {
    'item.ticked': {
      text({ step, item, done }, naming) {
        const title = naming.item(step, item);
        if (done) return { zh: `完成「${title.zh}」`, en: `Done: ${title.en}` };
        return { zh: `为「${title.zh}」签名，还需另一人`, en: `Signed “${title.en}”; somebody else has to as well` };
      },
    },
  },
  refusals: ITEM_REFUSALS,
  undo: 'tick',
  concerns: (state, actor, step) => recordOf(state.context, step ?? '')?.items !== undefined && sitsOn(state, actor, step),
  read(body, reading) {
    const base = { ...readOnTask(body), item: body.item ?? null, seen: body.seen ?? 0 };
    const step = reading && decidedStep(reading.process, body);
    if (!reading || !step) return { ...base, ...NOTHING_WRITTEN, replaces: false };
    const item = itemNamed(step, body.item);
    const written = readWriting(body, reading);
    const { values } = writtenValues(reading.process, body, reading.before);
    const own = new Set(item?.evidence ?? []);
    const ofItem = (path: string): boolean => own.has(path.split('.')[0] ?? '');
    const brings = Object.keys(body.fields ?? {}).length > 0;
    return {
      ...base,
      ...(brings ? written : NOTHING_WRITTEN),
      missing: [...new Set([...lackingEvidence(item, values), ...written.missing.filter(ofItem)])],
      invalid: [...new Set([...written.invalid.filter(ofItem), ...strangeFields(item, body.fields)])],
      replaces: changesEvidence(item, reading.before.form ?? {}, values),
    };
  },
  attempt(state, at) {
    const step = at.step === null ? undefined : ownValue(at.process.steps, at.step);
    const ids = Object.keys(recordOf(state.context, at.step ?? '')?.items?.of ?? {});
    const rules = step && 'assignee' in step ? itemRules(step) : [];
    const refused = (item: string) =>
      tickRefusal(
        state.context,
        { step: at.step ?? '', item, person: at.actor },
        rules.find(({ id }) => id === item),
      );
    const item = ids.find((id) => refused(id) === null) ?? ids.find((id) => refused(id)?.code === 'item-waits') ?? ids[0] ?? null;
    const seen = newestWord(itemOf(recordOf(state.context, at.step ?? ''), item));
    return { ...attemptOnTask(state, at), ...NOTHING_WRITTEN, item, replaces: false, seen };
  },
  offers: (_process, step, context, actor) => ({
    items: itemRules(step).flatMap((rule) => {
      if (!itemOf(recordOf(context, step.id), rule.id)) return [];
      return [{ item: rule.id, refusal: tickRefusal(context, { step: step.id, item: rule.id, person: actor.id }, rule) }];
    }),
  }),
  at: {
    open(place) {
      if (!kindOf(place.step).list) return [];
      const actions = [ref('tick', { step: place.step.id })];
      // What was decided about another content is asked anew, as with every other decision.
      return [
        ...(place.step.fields.write.length > 0
          ? [{ target: WALK, reenter: true as const, guard: [ref('rewrites'), ...mayTick(place)], actions }]
          : []),
        { guard: mayTick(place), actions },
      ];
    },
  },
  act(machine, event, { step: id }, process) {
    const step = humanStepNamed(process, id);
    const before = { ...machine, request: withoutOlder(machine.request, id, event.command.actor) };
    return writing(ticked(before, event, step, aboutNow(process, id, machine.request)), event.command);
  },
  untaken: taskGone,
};
