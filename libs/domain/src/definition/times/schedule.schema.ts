import { z } from 'zod';
import { CLOCKS, WEEKDAYS } from '../../calendar/calendar.schema';
import { literalSchema } from '../condition.schema';
import { LIMITS } from '../limits';
import { nameSchema } from '../patterns';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** Minutes before (less than 0) or after a moment of the same day. */
const shift = z.int().min(-720).max(720);

const timeSchema = z.strictObject({
  time: z
    .string()
    .refine((time) => TIME.test(time), { params: { zh: '须为时刻，写作 08:30', en: 'must be a time of day, written like 08:30' } }),
});

/** When on its day: at a time of the unit's own clock, or so many minutes from when the unit opens or closes that day. */
const momentSchema = z.union([timeSchema, z.strictObject({ opening: shift }), z.strictObject({ closing: shift })]);

/** Registers whose rows have a day and a unit. */
export const REGISTERS = ['lease'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** What a field is filled with: the unit that it is for, the day, a value of the register's row, a literal. */
const givenSchema = z.union([
  z.strictObject({ unit: z.literal(true) }),
  z.strictObject({ day: z.literal(true) }),
  z.strictObject({ column: nameSchema }),
  z.strictObject({ value: literalSchema }),
]);
export type ScheduleGiven = z.infer<typeof givenSchema>;

const shape = {
  /** Whose days count: those on which the unit is open, or those on which its office works. */
  clock: z.enum(CLOCKS).default('store'),
  /** Whose request it is: of those who hold this role for the unit, whoever is nearest to it. */
  starter: nameSchema,
  /** `draft`: they fill in the rest and submit it. `submitted`: what is given here suffices. */
  begins: z.enum(['draft', 'submitted']).default('draft'),
  form: z
    .record(nameSchema, givenSchema)
    .refine((form) => Object.keys(form).length <= LIMITS.fields)
    .default({}),
};

const recurring = {
  ...shape,
  at: momentSchema,
  /** One request for every unit of these kinds; `posts`: for every unit that has a post of the starter's role. */
  units: z.union([
    z
      .array(z.enum(['company', 'region', 'store', 'department']))
      .min(1)
      .max(4),
    z.literal('posts'),
  ]),
};

/**
 * A process that starts by itself, for each unit by its own calendar and time zone. Daily: on every day on which the clock runs. Weekly and monthly: where
 * the clock stands still on that day, on the next on which it runs. A month without that day has it on its last. By a
 * register: so many days before the date of each of its rows, once; what was entered later than that, at once.
 */
export const scheduleSchema = z.discriminatedUnion('every', [
  z.strictObject({ ...recurring, every: z.literal('day') }),
  z.strictObject({ ...recurring, every: z.literal('week'), on: z.enum(WEEKDAYS) }),
  z.strictObject({ ...recurring, every: z.literal('month'), on: z.union([z.int().min(1).max(31), z.literal('last')]) }),
  z.strictObject({
    ...{ ...shape, every: z.literal('date'), at: timeSchema },
    register: z.enum(REGISTERS),
    before: z.int().min(0).max(3_650),
  }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;
/** One that comes again and again by the calendar alone. */
export type RecurringSchedule = Exclude<Schedule, { every: 'date' }>;
/** One that hangs on the dates of a register. */
export type RegisterSchedule = Extract<Schedule, { every: 'date' }>;
