import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { assigneeSchema, type Assignee } from '../assignee.schema';
import { conditionSchema } from '../condition.schema';
import { LIMITS } from '../limits';
import { nameSchema, PATTERNS } from '../patterns';
import { stepIdSchema } from './step-parts';

/** Minutes from when the unit opens or closes that day. */
const shift = z.int().min(-720).max(720);

/** When an item is due: so many calendar days from the day in a date field, or from the day on which its step was come to. */
export const itemDueSchema = z
  .strictObject({
    field: nameSchema.optional(),
    days: z.int().min(-LIMITS.itemDays).max(LIMITS.itemDays).default(0),
    /** Time of day, HH:MM by the clock of the requester's unit. Absent: some time that day. */
    at: z.string().regex(PATTERNS.timeOfDay.regex).optional(),
    /** The same so many minutes from when the unit's store clock begins or ends that day. */
    opening: shift.optional(),
    closing: shift.optional(),
  })
  .refine(({ at, opening, closing }) => [at, opening, closing].filter((each) => each !== undefined).length <= 1, {
    params: { zh: '中 at、opening、closing 只能写一个', en: 'takes one of at, opening and closing' },
  });

/** One thing to be done on a step that is done item by item. */
export const itemSchema = z.strictObject({
  id: stepIdSchema,
  title: bilingualSchema,
  /** How it is done, for whoever does it. */
  note: bilingualSchema.optional(),
  /** One of the step's groups. */
  group: stepIdSchema.optional(),
  /** Whose it is; absent: whose the step is. */
  owner: assigneeSchema.optional(),
  /** Who signs it besides, one of each, and each of them somebody else (X51, X52). */
  with: z.array(assigneeSchema).max(LIMITS.signers).default([]),
  due: itemDueSchema.optional(),
  /** Fields of the form that whoever signs it first must fill in; the step writes them. */
  evidence: z.array(nameSchema).max(LIMITS.evidence).default([]),
  /** Without it the step does not pass. */
  mandatory: z.boolean().default(true),
  /** It may be left undone by whoever may waive, with a reason. */
  waivable: z.boolean().default(false),
  /** Items that come first (X53). */
  after: z.array(stepIdSchema).max(LIMITS.listed).default([]),
  /** It exists only where this holds when the step is come to. */
  when: conditionSchema.optional(),
});
export type Item = z.infer<typeof itemSchema>;
export type ItemDue = z.infer<typeof itemDueSchema>;

/** What a step is done by: its items, and who may waive them. */
export interface ItemList {
  items: readonly Item[];
  waive?: Assignee | undefined;
}
