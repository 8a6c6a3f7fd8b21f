import { z } from 'zod';
import { bilingualSchema } from '../text/bilingual';
import { isTimeZone } from './time-zone';

/** The two clocks of a company: `store` runs while a store is open, `office` while offices work; deadlines of approvals run by the office's. */
export const CLOCKS = ['store', 'office'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Days of the week, Monday first (ISO 8601). */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Bounds of one calendar. */
export const CALENDAR_LIMITS = { spansOfDay: 6, exceptions: 1_000, daysOfException: 366, changes: 60 };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** A calendar day, `YYYY-MM-DD`, between 2000 and 2100, that exists. */
export const calendarDaySchema = z
  .string()
  .regex(DAY)
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01' && exists(day), {
    params: { zh: '须为 2000 至 2099 年间的日期', en: 'must be a day between 2000 and 2099' },
  });

function exists(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** From when to when somebody works, `HH:MM` of the local clock; `24:00` is the end of the day. */
const spanSchema = z.tuple([z.string().regex(TIME), z.string().regex(TIME)]);

/** Spans of a day in order, none of them empty, none inside another; an empty list is a day off. */
const hoursSchema = z
  .array(spanSchema)
  .max(CALENDAR_LIMITS.spansOfDay)
  .refine((spans) => spans.every(([from, to], index) => from < to && (index === 0 || (spans[index - 1]?.[1] ?? '') <= from)), {
    params: {
      zh: '各段时间须先后排列，不能重叠，开始须早于结束',
      en: 'must list spans in order that do not overlap, each beginning before it ends',
    },
  });
/** Hours of a day as they are written: `[['09:00', '12:00'], ['13:00', '18:00']]`. */
export type Hours = z.infer<typeof hoursSchema>;

const weekSchema = z.strictObject({
  mon: hoursSchema,
  tue: hoursSchema,
  wed: hoursSchema,
  thu: hoursSchema,
  fri: hoursSchema,
  sat: hoursSchema,
  sun: hoursSchema,
});

/** A clock's week, and whether it stands still on statutory holidays and runs on the days that make up for them. */
const patternSchema = z.strictObject({ week: weekSchema, statutory: z.boolean() });
export type WeekPattern = z.infer<typeof patternSchema>;

/** A pattern that holds until another one does, each from a day on. */
const clockRuleSchema = patternSchema.extend({
  changes: z
    .array(patternSchema.extend({ from: calendarDaySchema }))
    .max(CALENDAR_LIMITS.changes)
    .refine((changes) => changes.every(({ from }, index) => index === 0 || (changes[index - 1]?.from ?? '') < from), {
      params: {
        zh: '须按生效日期先后排列，每天最多一次变更',
        en: 'must stand in the order of the days from which they hold, one for each day',
      },
    })
    .optional(),
});
export type ClockRule = z.infer<typeof clockRuleSchema>;

/** Days on which a clock runs otherwise, and why; a later entry wins over an earlier one. */
const exceptionSchema = z
  .strictObject({
    from: calendarDaySchema,
    to: calendarDaySchema,
    clock: z.enum(CLOCKS),
    hours: hoursSchema,
    reason: bilingualSchema,
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < CALENDAR_LIMITS.daysOfException, {
    params: { zh: '结束日期不能早于开始日期，最多一年', en: 'must not end before it begins, and may last a year at most' },
  });
export type CalendarException = z.infer<typeof exceptionSchema>;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** What one unit says of its own time. Whatever it leaves out is that of the unit above; exceptions of both hold, its own first. */
export const calendarSchema = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, {
      params: { zh: '须为时区名称，例如 Asia/Shanghai', en: 'must be the name of a time zone, such as Asia/Shanghai' },
    })
    .optional(),
  store: clockRuleSchema.optional(),
  office: clockRuleSchema.optional(),
  exceptions: z.array(exceptionSchema).max(CALENDAR_LIMITS.exceptions).default([]),
  /** Years whose days off and days that make up for them are all among the exceptions: nothing else is waited for, whatever is announced. */
  years: z.array(z.int().min(2000).max(2099)).max(100).optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;
