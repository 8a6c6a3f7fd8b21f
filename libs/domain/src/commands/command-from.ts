import type { FieldValue, FormValues } from '../engine/request-state';
import type { Process } from '../engine/process';
import { hashOf } from '../digest/sha256';
import { routingValues } from '../form/routing-values';
import { validateForm } from '../form/validate';
import type { Command, CommandBody } from './command';
import { decidedStep, formAfter, materialHash } from './form-after';

type Written = Pick<Command, 'fields' | 'missing' | 'invalid' | 'beneficiary' | 'digest' | 'writes' | 'material'>;

/** Names each field once; of a table its cells. */
function paths(problems: { field: string }[], more: string[] = []): string[] {
  return [...new Set([...problems.map((problem) => problem.field), ...more])];
}

function asking(process: Process, body: CommandBody, previous: FormValues | null): Written {
  const { values, invalid } = formAfter(process, body, previous);
  const found = validateForm(process.definition, values, { step: null });
  const beneficiary = process.definition.beneficiary === undefined ? null : values[process.definition.beneficiary];
  return {
    fields: routingValues(process, values),
    missing: paths(found.missing),
    invalid: paths(found.invalid, invalid),
    beneficiary: typeof beneficiary === 'string' ? beneficiary : null,
    digest: hashOf({ form: values, choices: body.choices ?? {} }),
    writes: true,
    material: materialHash(process, values),
  };
}

/** Routing values of the fields that the step may write, as they stand after the decision: what it leaves blank is written as blank. */
function writtenValues(process: Process, values: FormValues, keys: readonly string[]): Record<string, FieldValue> {
  const all = Object.entries(routingValues(process, values));
  return Object.fromEntries(all.filter(([path]) => keys.includes(path.replace(/[.#].*$/, ''))));
}

function deciding(process: Process, body: CommandBody, previous: FormValues | null): Written {
  const step = decidedStep(process, body);
  const keys = body.type === 'approve' ? (step?.fields.write ?? []) : [];
  const { values, invalid } = formAfter(process, body, previous);
  const found =
    step && body.type === 'approve' ? validateForm(process.definition, values, { step: step.id }) : { missing: [], invalid: [] };
  const writesFields = keys.length > 0;
  return {
    fields: writtenValues(process, values, keys),
    missing: paths(found.missing),
    invalid: paths(found.invalid, invalid),
    beneficiary: null,
    digest: hashOf({ fields: body.fields ?? {}, comment: body.comment ?? '', stance: body.stance ?? null }),
    writes: body.type === 'approve' && (writesFields || step?.kind === 'opinion'),
    material: keys.some((key) => process.material.includes(key)) ? materialHash(process, values) : null,
  };
}

/** What was left blank was not picked. */
function pickedIn({ choices }: CommandBody): Record<string, string> {
  return Object.fromEntries(Object.entries(choices ?? {}).filter(([, person]) => typeof person === 'string' && person.trim() !== ''));
}

const NOTHING_WRITTEN: Written = { fields: {}, missing: [], invalid: [], beneficiary: null, digest: '', writes: false, material: null };

/**
 * Makes the small stored command of what the API received. Pure. `previous` is the whole form as stored, null before the first submit.
 * What is missing or wrong is listed, not thrown: guards refuse it. Throws when the body holds what JSON cannot carry.
 */
export function commandFrom(process: Process, body: CommandBody, id: string, previous: FormValues | null): Command {
  const asks = body.type === 'submit' || body.type === 'resubmit';
  return { ...unreadCommand(body, id), ...(asks ? asking(process, body, previous) : deciding(process, body, previous)) };
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
    choices: pickedIn(body),
    hasComment: (body.comment ?? '').trim() !== '',
    stance: body.stance ?? null,
    shown: body.shown ?? null,
    to: body.to ?? null,
    resume: body.resume ?? null,
    reason: null,
  };
}
