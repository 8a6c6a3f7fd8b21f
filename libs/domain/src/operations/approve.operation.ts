import { z } from 'zod';
import { canonicalJson } from '../digest/canonical-json';
import { sha256Hex } from '../digest/sha256';
import { materialChanges } from '../form/step-fields';
import { routingValues } from '../form/routing-values';
import { validateForm } from '../form/validate';
import { kindOf, type HumanStep } from '../definition/step.schema';
import { demandsComment } from '../people/deciders';
import type { CommandBody, CommandShapes, OnTask, Stance } from '../request/command';
import type { FieldValue } from '../request/request-state';
import type { Bilingual } from '../text/bilingual';
import { commentSchema, pathsOf, wireFormSchema } from './asked-form';
import { decidedStep, formAfter } from './form-after';
import { attemptOnTask, cast, humanStepNamed, mayAct, readOnTask, sitsOn, taskGone } from './on-task';
import type { Operation, Reading, StepPlace } from './operation';
import { PLAIN } from './plain';
import { ref, WALK, type Reference } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    approve: OnTask & {
      /** Routing values that the decision writes. */
      fields: Record<string, FieldValue>;
      missing: string[];
      invalid: string[];
      stance: Stance | null;
      /** It changes what later readers are shown: written fields, a signed opinion. */
      writes: boolean;
      /** Digests of the material fields that it changes. */
      material: Record<string, string>;
    };
  }
  interface CommandBody {
    stance?: Stance;
  }
}

/** A step's own word for what was done, as a sentence of its own: 付款, paid → 已付款, Paid. */
function pastOf(step: HumanStep): Bilingual | undefined {
  const { done } = step.labels;
  return done ? { zh: `已${done.zh}`, en: done.en.charAt(0).toUpperCase() + done.en.slice(1) } : kindOf(step).decision?.past;
}

type Written = Pick<CommandShapes['approve'], 'fields' | 'missing' | 'invalid' | 'writes' | 'material'>;
const NOTHING: Written = { fields: {}, missing: [], invalid: [], writes: false, material: {} };

const rootOf = (path: string): string => path.replace(/[.#].*$/, '');

/** What differs in `after`, and everything under the keys that the step writes, blanks included. */
function changed<V>(before: Readonly<Record<string, V>>, after: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> {
  const differs = (path: string, value: V): boolean => {
    const was = (Object.hasOwn(before, path) ? before[path] : null) ?? null;
    return value !== was && canonicalJson(value) !== canonicalJson(was);
  };
  return Object.fromEntries(Object.entries(after).filter(([path, value]) => keys.includes(rootOf(path)) || differs(path, value)));
}

/** What the decision writes: of the fields of its step, and whatever else follows from them, such as a sum or a field that they hide. */
function writtenBy(body: CommandBody, { process, before }: Reading): Written {
  const step = decidedStep(process, body);
  if (!step) return NOTHING;
  const keys = step.fields.write;
  const { values, invalid } = formAfter(process, body, before);
  const found = validateForm(process.definition, values, { step: step.id, ...before.surroundings });
  const was = before.form ?? {};
  const none = keys.length === 0;
  return {
    fields: none
      ? {}
      : changed(routingValues(process, was, before.surroundings), routingValues(process, values, before.surroundings), keys),
    missing: pathsOf(found.missing),
    invalid: pathsOf(found.invalid, invalid),
    writes: !none || kindOf(step).decision?.signed === true,
    material: none ? {} : materialChanges(process, { before: was, after: values }, keys),
  };
}

/** The same object where nothing is written. */
function merged<V>(before: Record<string, V>, written: Record<string, V>): Record<string, V> {
  return Object.keys(written).length === 0 ? before : { ...before, ...written };
}

function mayPass(place: StepPlace): Reference[] {
  const { authority, commentRequired, checks } = place.step;
  const signed = kindOf(place.step).decision?.signed === true;
  return [
    ...mayAct(place),
    ...(authority ? [ref('has-authority', { authority })] : []),
    ...(authority?.amount === undefined ? [] : [ref('within-limit', { authority })]),
    ref('valid-fields'),
    ref('required-fields'),
    ...(signed ? [ref('opinion-signed'), ref('comment-required', { where: true })] : []),
    ...(!signed && commentRequired !== false ? [ref('comment-required', { where: commentRequired })] : []),
    ...checks,
  ];
}

/** Passes a step, with what its decider wrote. */
export const approveOperation: Operation<'approve'> = {
  ...PLAIN,
  type: 'approve',
  scope: 'task',
  onStep: true,
  ofContent: true,
  body: z.strictObject({
    comment: commentSchema,
    fields: wireFormSchema.optional(),
    stance: z.enum(['for', 'against', 'conditional']).optional(),
  }),
  button: { zh: '同意', en: 'Approve' },
  past: { zh: '已同意', en: 'Approved' },
  undone: { zh: '撤销了上一步的通过', en: 'Undid the previous step' },
  place: 'main',
  key: 'a',
  buttonOn: (step) => step.labels.approve ?? kindOf(step).decision?.button,
  pastOn: pastOf,
  needsComment: (step, context) => step !== null && demandsComment(step, context),
  undo: 'approve',
  concerns: sitsOn,
  read: (body, reading) => ({ ...readOnTask(body), ...(reading ? writtenBy(body, reading) : NOTHING), stance: body.stance ?? null }),
  attempt: (state, step, actor) => ({ ...attemptOnTask(state, step, actor), ...NOTHING, stance: 'for' }),
  at: {
    open(place) {
      const actions = [ref('approve', { step: place.step.id })];
      // A walk from the top passes through everything that stands; what was decided about another content is asked anew.
      return [
        ...(place.step.fields.write.length > 0
          ? [{ target: WALK, reenter: true as const, guard: [ref('rewrites'), ...mayPass(place)], actions }]
          : []),
        { guard: mayPass(place), actions },
      ];
    },
  },
  act(machine, event, { step: id }, process) {
    const step = humanStepNamed(process, id);
    const { command } = event;
    const voted = cast(machine, event, { step: id, answer: 'yes', stance: kindOf(step).decision?.signed ? command.stance : null }, process);
    const { request } = voted;
    const written = {
      ...request,
      fields: merged(request.fields, command.fields),
      material: merged(request.material, command.material),
      contentHash: command.writes ? sha256Hex(request.contentHash + command.digest) : request.contentHash,
    };
    return { ...voted, request: written };
  },
  untaken: taskGone,
};
