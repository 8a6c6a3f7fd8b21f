import { z } from 'zod';
import { CLOCKS } from '../../calendar/calendar.schema';
import { assigneeSchema } from '../assignee.schema';
import { LIMITS } from '../limits';
import { nameSchema, PATTERNS } from '../patterns';

/** Bounds of a deadline. */
export const DUE_LIMITS = { days: 400, hours: 1_000, reminders: 5, rungs: 5 } as const;

/** How long something takes, in working time. */
export const spanSchema = z
  .strictObject({ days: z.int().min(0).max(DUE_LIMITS.days).optional(), hours: z.int().min(0).max(DUE_LIMITS.hours).optional() })
  .refine(({ days = 0, hours = 0 }) => days + hours > 0, { params: { zh: '须写明几天或几小时', en: 'must say how many days or hours' } });

/**
 * Who hears of it when a step is late: whoever is above those who are asked, the next above, or people found by a rule. With `handOn` the step is theirs
 * from then on: those of them who may decide it get it, and where nobody of them may, it stays and those who look after requests hear of it.
 */
const rungSchema = z.strictObject({
  after: spanSchema,
  to: z.union([z.enum(['superior', 'next-superior']), assigneeSchema]),
  handOn: z.literal(true).optional(),
});

/**
 * When a step is due: at the end of the day of a date field or of one so many days from it, or some working time after people were asked (with a field: after that day has begun).
 * Nothing passes by itself when time is over: it is told, rung by rung, and stays with its people or goes to others; somebody always has it.
 */
export const dueSchema = z
  .strictObject({
    /** A date field of the form. */
    field: nameSchema.optional(),
    /** So many calendar days later or earlier than it, and at which time of the unit's day (absent: as the day ends; with `working`, from its beginning). */
    days: z.int().min(-LIMITS.itemDays).max(LIMITS.itemDays).optional(),
    at: z.string().regex(PATTERNS.timeOfDay.regex).optional(),
    working: spanSchema.optional(),
    /** Whose time counts; absent: the office's. */
    clock: z.enum(CLOCKS).optional(),
    /** After so many per cent of the time those who are asked are reminded; when it is over they always are. Absent: 50. */
    remind: z.array(z.int().min(1).max(99)).max(DUE_LIMITS.reminders).optional(),
    /** Working time after the step was due; the first is absent: one working day, to the superior. */
    ladder: z.array(rungSchema).max(DUE_LIMITS.rungs).optional(),
  })
  .refine(
    ({ field, working, days, at }) =>
      (days === undefined && at === undefined) || (field !== undefined && (at === undefined || working === undefined)),
    {
      params: {
        zh: '中 days、at 只与 field 同用，at 不与 working 同用',
        en: 'takes days and at only beside field, and at never beside working',
      },
    },
  )
  .refine(({ field, working }) => field !== undefined || working !== undefined, {
    params: { zh: '须写明期限字段 field 或工作时间 working', en: 'must name a date field (field) or a working time (working)' },
  });
export type Due = z.infer<typeof dueSchema>;
export type LadderTo = z.infer<typeof rungSchema>['to'];
