import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { assigneeSchema, type Assignee } from '../assignee.schema';
import type { Condition } from '../condition.schema';
import { LIMITS } from '../limits';
import { checklistFindings } from './checklist-findings';
import { decidedKind } from './decided-kind';
import { itemSchema } from './item.schema';
import type { Placed, StepKindModule } from './step-kind';
import { decidedShape, stepIdSchema } from './step-parts';

const schema = z.strictObject({
  ...decidedShape,
  kind: z.literal('checklist'),
  items: z.array(itemSchema).min(1).max(LIMITS.items),
  /** Parts of the list, in order; each item may name the one it belongs to. */
  groups: z
    .array(z.strictObject({ id: stepIdSchema, title: bilingualSchema }))
    .max(LIMITS.itemGroups)
    .default([]),
  /** Who may leave an item undone that may be waived. Absent: nobody. */
  waive: assigneeSchema.optional(),
});
/** A list that several people work through, each their own items; it has passed when all that must be is done, or waived with a reason. */
export type ChecklistStep = z.infer<typeof schema>;

function rulesOfItems({ items, waive }: ChecklistStep): Placed<Assignee>[] {
  const owners = items.flatMap((item, index) => [
    ...(item.owner ? [{ at: `items.${index}.owner`, value: item.owner }] : []),
    ...item.with.map((value, place) => ({ at: `items.${index}.with.${place}`, value })),
  ]);
  return waive ? [...owners, { at: 'waive', value: waive }] : owners;
}

function conditionsOfItems({ items }: ChecklistStep): Placed<Condition>[] {
  return items.flatMap(({ when }, index) => (when ? [{ at: `items.${index}.when`, value: when }] : []));
}

const decided = decidedKind<ChecklistStep>('checklist', {
  title: { zh: '清单', en: 'Checklist' },
  schema,
  decision: {
    button: { zh: '完成', en: 'Done' },
    past: { zh: '清单已完成', en: 'Checklist done' },
    after: { zh: '全部完成后', en: 'Then' },
    does: { zh: '逐项办理', en: 'works through it' },
    done: { zh: '清单完成', en: 'Checklist done' },
    carriedOut: true,
  },
  settle(seats) {
    const answers = seats.map(({ answer }) => answer);
    if (answers.includes('back')) return 'returned';
    if (answers.includes('no')) return 'rejected';
    return answers.length > 0 && answers.every((answer) => answer === 'yes') ? 'passed' : 'open';
  },
  verify: checklistFindings,
});

/** A list that is done item by item: the kind’s module, with the rules and conditions of its items. */
export const checklistStep: StepKindModule<ChecklistStep> = {
  ...decided,
  assignees: (step) => [...decided.assignees(step), ...rulesOfItems(step)],
  conditions: (step) => [...decided.conditions(step), ...conditionsOfItems(step)],
  list: ({ items, waive }) => ({ items, waive }),
};
