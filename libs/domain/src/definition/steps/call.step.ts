import { z } from 'zod';
import { literalSchema } from '../condition.schema';
import { error, type Finding } from '../finding';
import { LIMITS } from '../limits';
import { nameSchema, PATTERNS } from '../patterns';
import type { StepKindModule, StepSubject } from './step-kind';
import { stepIdSchema, stepShape } from './step-parts';
import { onceOver, waitingState } from './waiting-state';

/** What a value that is sent is filled with: a field of the form, a literal, or the id of the request. */
const sentSchema = z.union([
  z.strictObject({ field: nameSchema }),
  z.strictObject({ value: literalSchema }),
  z.strictObject({ request: z.literal(true) }),
]);
export type SentValue = z.infer<typeof sentSchema>;

const schema = z.strictObject({
  ...stepShape,
  kind: z.literal('call'),
  /** Name of another system, as whoever runs the house has set it up: no definition and no form holds an address. */
  to: stepIdSchema,
  method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  /** Below the address of that system. */
  path: z.string().max(LIMITS.callPath).regex(PATTERNS.callPath.regex).default(''),
  /** What is sent, by name. */
  body: z
    .record(nameSchema, sentSchema)
    .refine((map) => Object.keys(map).length <= LIMITS.fields)
    .default({}),
  /** `answer`: until the other system has answered. `none`: it is sent, and the walk goes on. */
  wait: z.enum(['answer', 'none']).default('answer'),
});
export type CallStep = z.infer<typeof schema>;

function verify({ body }: CallStep, { path, fields }: StepSubject): Finding[] {
  return Object.entries(body).flatMap(([key, source]) => {
    if (!('field' in source)) return [];
    const [field, at] = [fields.get(source.field), `${path}.body.${key}`];
    if (field === undefined)
      return [
        error({ code: 'unknown-field', path: at }, `表单里没有字段「${source.field}」。`, `The form has no field “${source.field}”.`),
      ];
    if (field.type !== 'files') return [];
    return [
      error(
        { code: 'files-not-sent', path: at },
        `附件「${source.field}」不能发给外部系统。`,
        `Files (“${source.field}”) cannot be sent to another system.`,
      ),
    ];
  });
}

/** Something is asked of another system, through the outbox; the walk waits for its answer or not. */
export const callStep: StepKindModule<CallStep> = {
  kind: 'call',
  title: { zh: '外部调用', en: 'Call' },
  schema: () => schema,
  decision: null,
  calls: true,
  inner: () => [],
  withInner: (step) => step,
  assignees: () => [],
  conditions: () => [],
  verify,
  state(step, place) {
    return waitingState(step, place, { entry: 'call-out', over: [onceOver(step, place)], again: true });
  },
};
