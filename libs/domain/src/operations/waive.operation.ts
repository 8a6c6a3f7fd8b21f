import { z } from 'zod';
import { kindOf } from '../definition/step.schema';
import { ref } from '../definition/state-json';
import { aboutNow } from '../form/shown/shown-now';
import { waiveRefusal } from '../guards/item-refusal';
import { itemOf } from '../request/items/items';
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
import { ownValue } from '../text/own-value';

declare module '../request/command' {
  interface CommandShapes {
    waive: OnItem & { step: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    waive: { 'item.waived': { step: string; item: string; person: string } };
  }
  interface OwnClosings {
    waive: 'item-waived';
  }
}

/** Leaves an item undone, with a reason, by whoever the definition lets. */
export const waiveOperation: Operation<'waive'> = {
  ...PLAIN,
  type: 'waive',
  scope: 'request',
  onStep: true,
  body: z.strictObject({ step: z.string().min(1).max(60), item: z.string().min(1).max(60), comment: commentSchema }),
  button: { zh: '免办', en: 'Waive' },
  past: { zh: '已免办', en: 'Waived' },
  undone: { zh: '撤销了免办', en: 'Undid the waiver' },
  confirm: {
    title: { zh: '免办这一项？', en: 'Waive this item?' },
    consequence: {
      zh: '这一项不办也算通过；您的姓名和原因永久留痕。',
      en: 'The checklist passes without it. Your name and reason stay on record.',
    },
  },
  place: 'item',
  needsComment: () => true,
  closes: 'item-waived',
  closings: { 'item-waived': { zh: '余下的事项已免办', en: 'What was left has been waived' } },
  events: {
    'item.waived': {
      text({ step, item }, naming) {
        const title = naming.item(step, item);
        return { zh: `免办「${title.zh}」`, en: `Waived: ${title.en}` };
      },
    },
  },
  undo: 'waive',
  concerns: ({ context }, actor, step) => step !== null && (recordOf(context, step)?.items?.waivers ?? []).includes(actor.id),
  read: (body) => ({ step: body.step ?? null, item: body.item ?? null, hasComment: hasComment(body) }),
  attempt({ context }, { step, actor, process }) {
    const found = step === null ? undefined : ownValue(process.steps, step);
    const rules = found && 'assignee' in found ? itemRules(found) : [];
    const rule = rules.find((each) => waiveRefusal(context, { step: step ?? '', item: each.id, person: actor }, each) === null) ?? rules[0];
    return { step, item: rule?.id ?? null, hasComment: true };
  },
  offers: (_process, step, context, actor) => ({
    items: itemRules(step).flatMap((rule) =>
      itemOf(recordOf(context, step.id), rule.id)
        ? [{ item: rule.id, refusal: waiveRefusal(context, { step: step.id, item: rule.id, person: actor.id }, rule) }]
        : [],
    ),
  }),
  at: {
    open: ({ step }) =>
      kindOf(step).list
        ? [
            {
              guard: [ref('may-waive', { step: step.id, rules: itemRules(step) }), ref('comment-required', { where: true })],
              actions: [ref('waive', { step: step.id })],
            },
          ]
        : [],
  },
  act(machine, { command, n, facts }, { step: id }, process) {
    const record = recordOf(machine.request, id) as StepRecord;
    const [known, { item }] = [itemOf(record, command.item), command];
    if (!record.items || !known || item === null) throw new Error(`Expected to waive “${item ?? ''}” of “${id}”, but it is not there`);
    const waived = { ...known, waived: { person: command.actor, n, at: facts.now, ...aboutNow(process, id, machine.request) } };
    const items = { ...record.items, of: { ...record.items.of, [item]: waived } };
    const next = withItems(record, items, { step: humanStepNamed(process, id), word: null, n });
    const told = telling(withStep(machine, id, next), { type: 'item.waived', step: id, item, person: command.actor });
    return next.status === 'passed' ? telling(told, { type: 'step.passed', step: id, generation: record.generation }) : told;
  },
  untaken: taskGone,
};
