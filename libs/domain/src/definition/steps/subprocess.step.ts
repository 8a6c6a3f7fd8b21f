import { z } from 'zod';
import { assigneeSchema, type Assignee } from '../assignee.schema';
import { literalSchema } from '../condition.schema';
import type { Field } from '../fields/field.schema';
import { error, type Finding } from '../finding';
import { LIMITS } from '../limits';
import { nameSchema } from '../patterns';
import { ref } from '../state-json';
import { ruleFindings } from './rule-findings';
import type { Placed, StepKindModule, StepSubject } from './step-kind';
import { stepIdSchema, stepShape } from './step-parts';
import { onceOver, waitingState } from './waiting-state';

/** What a field of the other request is filled with: a field of this one, a column of the row, a literal, or this request itself. */
const sourceSchema = z.union([
  z.strictObject({ field: nameSchema }),
  z.strictObject({ column: nameSchema }),
  z.strictObject({ value: literalSchema }),
  z.strictObject({ parent: z.literal(true) }),
]);
export type ChildSource = z.infer<typeof sourceSchema>;

/** Fields of the other request by key, and what each is filled with. */
export const childMapSchema = z
  .record(nameSchema, sourceSchema)
  .refine((map) => Object.keys(map).length <= LIMITS.fields)
  .default({});

const schema = z.strictObject({
  ...stepShape,
  kind: z.literal('subprocess'),
  /** Key of the process that is started, in the version that is in use then. */
  definition: stepIdSchema,
  map: childMapSchema,
  /** One request for each row of this table; absent: one. */
  each: nameSchema.optional(),
  /** How many have to be approved before the walk goes on; `none`: it does not wait. */
  wait: z.union([z.enum(['all', 'any', 'none']), z.int().min(1).max(LIMITS.children)]).default('all'),
  /** Whose request it is: the first whom these rules find. */
  requester: z
    .array(assigneeSchema)
    .min(1)
    .max(LIMITS.listed)
    .default([{ by: 'requester' }]),
  /** `submitted`: what is handed over suffices. `draft`: its requester fills in the rest and submits it. */
  begins: z.enum(['submitted', 'draft']).default('submitted'),
  /** So many were not approved that too few are left: somebody decides what comes of it, that is a no to the step, or they count as done. */
  onRejected: z.enum(['block', 'reject', 'ignore']).default('block'),
  /** What becomes of those that are still under way once enough are approved. */
  rest: z.enum(['withdraw', 'go-on']).default('withdraw'),
  /** They are withdrawn with this request. */
  bound: z.boolean().default(true),
  /** Fields of this request that whoever reads the other one is shown. */
  shows: z.array(nameSchema).max(LIMITS.facts).default([]),
});
/** A step that starts other requests, as its definition writes it. */
export type SubprocessStep = z.infer<typeof schema>;

const rulesOf = ({ requester }: SubprocessStep): Placed<Assignee>[] =>
  requester.map((value, index) => ({ at: `requester.${index}`, value }));

function unknown(path: string, name: string): Finding {
  return error({ code: 'unknown-field', path }, `表单里没有字段「${name}」。`, `The form has no field “${name}”.`);
}

function eachFindings({ each }: SubprocessStep, { path, fields }: StepSubject): Finding[] {
  const table = each === undefined ? undefined : fields.get(each);
  const at = `${path}.each`;
  if (each === undefined) return [];
  if (table?.type !== 'table')
    return [error({ code: 'not-table', path: at }, `「${each}」不是表格字段。`, `“${each}” is not a table field.`)];
  if (table.maxRows <= LIMITS.children) return [];
  return [
    error(
      { code: 'too-many-children', path: at },
      `一步最多发起 ${LIMITS.children} 份申请，表格「${each}」却可以有 ${table.maxRows} 行。`,
      `One step starts at most ${LIMITS.children} requests, but the table “${each}” may have ${table.maxRows} rows.`,
    ),
  ];
}

function sourceFindings(source: ChildSource, table: Field | undefined, at: { path: string; fields: StepSubject['fields'] }): Finding[] {
  if ('field' in source) return at.fields.has(source.field) ? [] : [unknown(at.path, source.field)];
  if (!('column' in source)) return [];
  const columns = table?.type === 'table' ? table.columns.map(({ key }) => key) : [];
  return columns.includes(source.column) ? [] : [unknown(at.path, source.column)];
}

function verify(step: SubprocessStep, subject: StepSubject): Finding[] {
  const { path, fields } = subject;
  const table = step.each === undefined ? undefined : fields.get(step.each);
  const never = typeof step.wait === 'number' && step.wait > (table?.type === 'table' ? Math.max(table.maxRows, 1) : 1);
  return [
    ...ruleFindings(rulesOf(step), { mayBeRequester: true }, path),
    ...eachFindings(step, subject),
    ...Object.entries(step.map).flatMap(([key, source]) => sourceFindings(source, table, { path: `${path}.map.${key}`, fields })),
    ...step.shows.filter((key) => !fields.has(key)).map((key) => unknown(`${path}.shows`, key)),
    ...(never
      ? [
          error(
            { code: 'join-never-met', path: `${path}.wait` },
            `这里发起的申请不会有 ${step.wait} 份。`,
            `There will never be ${step.wait} requests here to wait for.`,
          ),
        ]
      : []),
  ];
}

/** Other requests, started with what this one holds: waited for, all or some of them, or left to themselves. */
export const subprocessStep: StepKindModule<SubprocessStep> = {
  kind: 'subprocess',
  title: { zh: '子申请', en: 'Child requests' },
  schema: () => schema,
  decision: null,
  starts: true,
  inner: () => [],
  withInner: (step) => step,
  assignees: rulesOf,
  conditions: () => [],
  verify,
  state(step, place) {
    const own = { step: step.id };
    const failed = place.regions.at(-1)?.failed ?? '';
    return waitingState(step, place, {
      entry: 'start-children',
      over: [onceOver(step, place), { target: failed, guard: [ref('fails', own)] }],
      again: true,
      unstuck: [{ target: 'waiting', guard: [ref('awaits', own)] }],
    });
  },
};
