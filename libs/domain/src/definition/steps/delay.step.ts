import { z } from 'zod';
import { CLOCKS } from '../../calendar/calendar.schema';
import { spanSchema } from '../times/due.schema';
import { error, warning, type Finding } from '../finding';
import { LIMITS } from '../limits';
import { nameSchema, PATTERNS } from '../patterns';
import type { StepKindModule, StepSubject } from './step-kind';
import { stepShape } from './step-parts';
import { onceOver, waitingState } from './waiting-state';

const untilSchema = z
  .strictObject({
    /** A date field of the form, so many calendar days later or earlier, at a time of the unit's day (absent: as the day begins). */
    field: nameSchema.optional(),
    days: z.int().min(-LIMITS.itemDays).max(LIMITS.itemDays).optional(),
    at: z.string().regex(PATTERNS.timeOfDay.regex).optional(),
    /** Working time from when the step was come to. */
    working: spanSchema.optional(),
    /** Whose working time counts; absent: the office's. */
    clock: z.enum(CLOCKS).optional(),
  })
  .refine(({ field, working }) => (field === undefined) !== (working === undefined), {
    params: {
      zh: '须写明日期字段 field 或工作时间 working，二者择一',
      en: 'must name either a date field (field) or a working time (working)',
    },
  })
  .refine(({ field, days, at, clock }) => (field === undefined ? days === undefined && at === undefined : clock === undefined), {
    params: {
      zh: '中 days、at 只与 field 同用，clock 只与 working 同用',
      en: 'takes days and at only beside field, and clock only beside working',
    },
  });
/** The moment that a step waits for. */
export type Until = z.infer<typeof untilSchema>;

const schema = z.strictObject({ ...stepShape, kind: z.literal('delay'), until: untilSchema });
/** A step that waits for a moment, as its definition writes it. */
export type DelayStep = z.infer<typeof schema>;

function verify({ until: { field: key } }: DelayStep, { path, fields }: StepSubject): Finding[] {
  if (key === undefined) return [];
  const [field, at] = [fields.get(key), `${path}.until.field`];
  if (field?.type !== 'date') return [error({ code: 'not-date', path: at }, `「${key}」不是日期字段。`, `“${key}” is not a date field.`)];
  if (field.required === true && field.visible === undefined && field.filledAt !== 'step') return [];
  return [
    warning(
      { code: 'date-may-be-blank', path: at },
      `「${key}」可能没有填写：那时申请停在这里，由管理员处理。`,
      `“${key}” may be blank: the request is stuck here then, until an administrator sorts it out.`,
    ),
  ];
}

/** Nobody is asked: the walk goes on by itself once the moment has come. */
export const delayStep: StepKindModule<DelayStep> = {
  kind: 'delay',
  title: { zh: '等待', en: 'Wait' },
  schema: () => schema,
  decision: null,
  pauses: true,
  inner: () => [],
  withInner: (step) => step,
  assignees: () => [],
  conditions: () => [],
  verify,
  state(step, place) {
    return waitingState(step, place, { entry: 'wait-until', over: [onceOver(step, place)] });
  },
};
