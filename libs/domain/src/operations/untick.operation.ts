import { z } from 'zod';
import { kindOf } from '../definition/step.schema';
import { ref } from '../definition/state-json';
import { untickRefusal } from '../guards/item-refusal';
import { itemOf } from '../request/items/items';
import type { ItemRecord } from '../request/items/item-record';
import type { StepRecord } from '../request/request-state';
import { recordOf } from '../request/standing';
import { commentSchema, hasComment } from './form/asked-form';
import type { OnItem } from './items/item-command';
import { withItems } from './items/item-seats';
import { itemRules } from './words/item-words';
import { telling, withStep } from './parts/machine-context';
import { humanStepNamed, taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    untick: OnItem & { step: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    untick: {
      /** `of`: whose words went away. */
      'item.unticked': { step: string; item: string; person: string; of: string[] };
    };
  }
}

/** The item without the actor's word; without anybody's, where it is not theirs alone that they take back. */
function without({ seats, signed = [], clock }: ItemRecord, person: string): { left: ItemRecord; gone: string[] } {
  const mine = signed.some((each) => each.person === person);
  const kept = mine ? signed.filter((each) => each.person !== person) : [];
  const gone = signed.filter((each) => !kept.includes(each)).map((each) => each.person);
  return { left: { seats, ...(kept.length > 0 ? { signed: kept } : {}), ...(clock && { clock }) }, gone };
}

/** Takes back what was said about an item, as long as its step has not passed. Its evidence stays in the form, and in the journal. */
export const untickOperation: Operation<'untick'> = {
  ...PLAIN,
  type: 'untick',
  scope: 'request',
  onStep: true,
  body: z.strictObject({ step: z.string().min(1).max(60), item: z.string().min(1).max(60), comment: commentSchema }),
  button: { zh: '取消完成', en: 'Mark as not done' },
  past: { zh: '已取消完成', en: 'Marked as not done' },
  place: 'item',
  events: {
    'item.unticked': {
      text({ step, item, person, of }, naming) {
        const title = naming.item(step, item);
        const others = of.filter((each) => each !== person).map((each) => naming.person(each));
        if (others.length === 0) return { zh: `取消「${title.zh}」的完成`, en: `Marked as not done: ${title.en}` };
        const [zh, en] = [others.map((each) => each.zh).join('、'), others.map((each) => each.en).join(', ')];
        return { zh: `取消${zh}对「${title.zh}」的完成`, en: `Marked as not done: ${title.en}, done by ${en}` };
      },
    },
  },
  concerns: ({ context }, actor, step) =>
    step !== null &&
    Object.keys(recordOf(context, step)?.items?.of ?? {}).some((item) => {
      const no = untickRefusal(context, { step, item, person: actor.id, hasComment: true }, []);
      return no === null;
    }),
  read: (body) => ({ step: body.step ?? null, item: body.item ?? null, hasComment: hasComment(body) }),
  attempt({ context }, { step, actor }) {
    const ids = Object.keys(recordOf(context, step ?? '')?.items?.of ?? {});
    const item = ids.find((id) => untickRefusal(context, { step: step ?? '', item: id, person: actor, hasComment: true }, []) === null);
    return { step, item: item ?? null, hasComment: true };
  },
  offers: (_process, step, context, actor) => ({
    items: itemRules(step).flatMap(({ id }, _index, rules) => {
      const known = itemOf(recordOf(context, step.id), id);
      if (!known?.signed && !known?.waived) return [];
      return [{ item: id, refusal: untickRefusal(context, { step: step.id, item: id, person: actor.id, hasComment: true }, rules) }];
    }),
  }),
  at: {
    open: ({ step }) =>
      kindOf(step).list
        ? [{ guard: [ref('may-untick', { step: step.id, rules: itemRules(step) })], actions: [ref('untick', { step: step.id })] }]
        : [],
  },
  act(machine, { command, n }, { step: id }, process) {
    const record = recordOf(machine.request, id) as StepRecord;
    const [known, { item }] = [itemOf(record, command.item), command];
    if (!record.items || !known || item === null) throw new Error(`Expected to take back “${item ?? ''}” of “${id}”, but it is not there`);
    const { left, gone } = without(known, command.actor);
    const items = { ...record.items, of: { ...record.items.of, [item]: left } };
    const next = withItems(record, items, { step: humanStepNamed(process, id), word: null, n });
    return telling(withStep(machine, id, next), { type: 'item.unticked', step: id, item, person: command.actor, of: gone });
  },
  untaken: taskGone,
};
