import type { FormValues } from '../request/request-state';
import type { Outline } from '../definition/outline';
import { canonicalJson } from '../digest/canonical-json';
import { hashOf } from '../digest/sha256';
import type { FormSurroundings } from '../form/form-condition';
import { routingValues } from '../form/routing-values';
import { validateForm } from '../form/validate';
import type { Command, CommandBody } from '../request/command';
import { decidedStep, formAfter, type FormBefore } from './form-after';
import { materialHash } from '../form/step-fields';

type Written = Pick<Command, 'fields' | 'missing' | 'invalid' | 'beneficiary' | 'digest' | 'writes' | 'material'>;

/** Names each field once; of a table its cells. */
function paths(problems: { field: string }[], more: string[] = []): string[] {
  return [...new Set([...problems.map((problem) => problem.field), ...more])];
}

function asking(process: Outline, body: CommandBody, before: FormBefore): Written {
  const { surroundings } = before;
  const { values, invalid } = formAfter(process, body, before);
  const found = validateForm(process.definition, values, { step: null, ...surroundings });
  const beneficiary = process.definition.beneficiary === undefined ? null : values[process.definition.beneficiary];
  return {
    fields: routingValues(process, values, surroundings),
    missing: paths(found.missing),
    invalid: paths(found.invalid, invalid),
    beneficiary: typeof beneficiary === 'string' ? beneficiary : null,
    digest: hashOf({ form: values, choices: body.choices ?? {} }),
    writes: true,
    material: materialHash(process, values),
  };
}

/** A form that a decision writes, before and after it. */
interface Change {
  before: FormValues;
  after: FormValues;
  surroundings: FormSurroundings;
}

/**
 * Routing values that a decision leaves behind: of the fields that the step may write as they stand after it, blanks included, and whatever else
 * follows from them, such as a sum or a field that they hide.
 */
function writtenValues(process: Outline, form: Change, keys: readonly string[]): Command['fields'] {
  if (keys.length === 0) return {};
  const before = routingValues(process, form.before, form.surroundings);
  const after = Object.entries(routingValues(process, form.after, form.surroundings));
  return Object.fromEntries(
    after.filter(
      ([path, value]) => keys.includes(path.replace(/[.#].*$/, '')) || canonicalJson(value) !== canonicalJson(before[path] ?? null),
    ),
  );
}

/** Digest of the material fields after a decision; null where it writes none and changes none. */
function materialAfter(process: Outline, form: Change, keys: readonly string[]): string | null {
  if (keys.length === 0) return null;
  const after = materialHash(process, form.after);
  return keys.some((key) => process.material.includes(key)) || after !== materialHash(process, form.before) ? after : null;
}

function deciding(process: Outline, body: CommandBody, before: FormBefore): Written {
  const { surroundings } = before;
  const step = decidedStep(process, body);
  const keys = body.type === 'approve' ? (step?.fields.write ?? []) : [];
  const { values, invalid } = formAfter(process, body, before);
  const found =
    step && body.type === 'approve'
      ? validateForm(process.definition, values, { step: step.id, ...surroundings })
      : { missing: [], invalid: [] };
  const form = { before: before.form ?? {}, after: values, surroundings };
  const writesFields = keys.length > 0;
  return {
    fields: writtenValues(process, form, keys),
    missing: paths(found.missing),
    invalid: paths(found.invalid, invalid),
    beneficiary: null,
    digest: hashOf({ fields: body.fields ?? {}, comment: body.comment ?? '', stance: body.stance ?? null }),
    writes: body.type === 'approve' && (writesFields || step?.kind === 'opinion'),
    material: materialAfter(process, form, keys),
  };
}

/** The people whom a requester picked, by step; what was left blank was not picked. Pure. */
export function madeChoices(choices: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(choices ?? {}).filter(([, person]) => typeof person === 'string' && person.trim() !== ''));
}

const NOTHING_WRITTEN: Written = { fields: {}, missing: [], invalid: [], beneficiary: null, digest: '', writes: false, material: null };

/**
 * Makes the small stored command of what the API received. Pure.
 * What is missing or wrong is listed, not thrown: guards refuse it. Throws when the body holds what JSON cannot carry.
 */
export function commandFrom(process: Outline, body: CommandBody, id: string, before: FormBefore): Command {
  const asks = body.type === 'submit' || body.type === 'resubmit';
  return { ...unreadCommand(body, id), ...(asks ? asking(process, body, before) : deciding(process, body, before)) };
}

/** The command of a body whose values nobody could read, for a request that is to be blocked: who asks what, and nothing written. Pure. */
export function unreadCommand(body: CommandBody, id: string): Command {
  return {
    id,
    type: body.type,
    actor: body.actor,
    step: body.step ?? null,
    generation: body.generation ?? null,
    ...NOTHING_WRITTEN,
    choices: madeChoices(body.choices),
    hasComment: (body.comment ?? '').trim() !== '',
    stance: body.stance ?? null,
    shown: body.shown ?? null,
    to: body.to ?? null,
    resume: body.resume ?? null,
    reason: null,
  };
}
