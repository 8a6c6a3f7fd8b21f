import { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import { literalSchema, type Condition } from '../condition.schema';
import { error, type Finding } from '../finding';
import { LIMITS } from '../limits';
import { nameSchema, PATTERNS } from '../patterns';
import { ref, type TransitionJson } from '../state-json';
import type { Step } from '../step.schema';
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

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const WAITS = ['answer', 'callback', 'none'] as const;

/** Something is asked of another system. */
export interface CallStep {
  id: string;
  title: Bilingual;
  note?: Bilingual | undefined;
  when?: Condition | undefined;
  kind: 'call';
  /** Name of another system, as whoever runs the house has set it up: no definition and no form holds an address. */
  to: string;
  method: (typeof METHODS)[number];
  /** Below the address of that system. */
  path: string;
  /** What is sent, by name. */
  body: Record<string, SentValue>;
  /** `answer`: until the other system has answered. `callback`: until it calls back. `none`: it is sent, and the walk goes on. */
  wait: (typeof WAITS)[number];
  /** Fields that are filled with parts of its JSON answer, each named by the way to it. */
  answer?: Record<string, string> | undefined;
  /** For how long a callback is waited for. */
  within?: { hours: number } | undefined;
  /** What is walked where none has come by then; absent: somebody has to see to it. */
  late?: Step[] | undefined;
}

const schemaOver = (step: z.ZodType<Step>): z.ZodType<CallStep> =>
  z.strictObject({
    ...stepShape,
    kind: z.literal('call'),
    to: stepIdSchema,
    method: z.enum(METHODS).default('POST'),
    path: z.string().max(LIMITS.callPath).regex(PATTERNS.callPath.regex).default(''),
    body: z
      .record(nameSchema, sentSchema)
      .refine((map) => Object.keys(map).length <= LIMITS.fields)
      .default({}),
    wait: z.enum(WAITS).default('answer'),
    answer: z
      .record(nameSchema, z.string().regex(PATTERNS.answerPath.regex))
      .refine((map) => Object.keys(map).length <= LIMITS.fields)
      .optional(),
    within: z.strictObject({ hours: z.int().min(1).max(LIMITS.callHours) }).optional(),
    late: z.array(step).min(1).max(LIMITS.steps).optional(),
  });

/** What is sent besides in a call that is called back: where to, and what proves that it is for this call. */
export const CALLBACK = 'callback';

function sentFindings({ body, wait }: CallStep, { path, fields }: StepSubject): Finding[] {
  const taken =
    wait === 'callback' && Object.hasOwn(body, CALLBACK)
      ? [
          error(
            { code: 'callback-taken', path: `${path}.body.${CALLBACK}` },
            `「${CALLBACK}」留给回调地址，请换一个名称。`,
            `“${CALLBACK}” is where the address of the callback stands; choose another name.`,
          ),
        ]
      : [];
  const wrong = Object.entries(body).flatMap(([key, source]) => {
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
  return [...taken, ...wrong];
}

/** Types of fields that an answer may fill in: values by themselves, which name nobody and nothing. */
const ANSWERED: readonly string[] = ['text', 'long-text', 'number', 'yes-no', 'money', 'date', 'date-range', 'choice'];

function answerFindings({ answer = {}, wait }: CallStep, { path, fields }: StepSubject): Finding[] {
  const found = Object.keys(answer).flatMap((key): Finding[] => {
    const [field, at] = [fields.get(key), `${path}.answer.${key}`];
    if (field === undefined)
      return [error({ code: 'unknown-field', path: at }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`)];
    if (field.filledAt === 'start')
      return [
        error(
          { code: 'not-a-step-field', path: at },
          `「${key}」由申请人填写，外部系统的答复不能改写。`,
          `“${key}” is filled in by the requester; an answer fills in only fields that are filled in at a step.`,
        ),
      ];
    if (ANSWERED.includes(field.type)) return [];
    return [
      error(
        { code: 'not-answered', path: at },
        `「${key}」这种类型的字段不能由外部系统的答复填写。`,
        `A field of the type of “${key}” cannot be filled in by the answer of another system.`,
      ),
    ];
  });
  if (wait !== 'none' || Object.keys(answer).length === 0) return found;
  return [
    ...found,
    error(
      { code: 'answer-not-awaited', path: `${path}.answer` },
      '不等答复的调用不能把答复填进表单：请改为等待答复。',
      'The answer of a call that is not waited for cannot be filled in: let the step wait for it.',
    ),
  ];
}

function waitFindings({ wait, within, late }: CallStep, { path }: StepSubject): Finding[] {
  const only = (at: 'within' | 'late'): Finding =>
    error(
      { code: 'only-callback', path: `${path}.${at}` },
      `「${at}」只用于等待回调的调用。`,
      `“${at}” is for calls that wait for a callback.`,
    );
  if (wait !== 'callback') return [...(within ? [only('within')] : []), ...(late ? [only('late')] : [])];
  if (late === undefined || within !== undefined) return [];
  return [
    error(
      { code: 'late-without-within', path: `${path}.late` },
      '没有写明等多久（within），就没有「超时」可言。',
      'Without “within” it is never too late.',
    ),
  ];
}

/** Something is asked of another system, through the outbox; the walk waits for its answer, or for it to call back, or not. */
export const callStep: StepKindModule<CallStep> = {
  kind: 'call',
  title: { zh: '外部调用', en: 'Call' },
  schema: (step) => z.lazy(() => schemaOver(step())),
  decision: null,
  calls: true,
  inner: ({ late }) => (late === undefined ? [] : [{ at: 'late', title: { zh: '超时未答复', en: 'Not answered in time' }, steps: late }]),
  withInner: (step, [late]) => (step.late === undefined ? step : { ...step, late: late ?? [] }),
  assignees: () => [],
  conditions: () => [],
  verify: (step, subject) => [...sentFindings(step, subject), ...answerFindings(step, subject), ...waitFindings(step, subject)],
  state(step, place) {
    const [first] = step.late ?? [];
    const own = { step: step.id };
    const late: TransitionJson[] = first
      ? [{ target: `${place.region}.${first.id}`, guard: [ref('passes', own), ref('was-late', own)] }]
      : [];
    return waitingState(step, place, { entry: 'call-out', over: [...late, onceOver(step, place)], again: true });
  },
};
