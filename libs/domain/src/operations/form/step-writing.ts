import { derivedFrom } from '../../definition/fields/derived';
import { rootOf } from '../../conditions/holds';
import { canonicalJson } from '../../digest/canonical-json';
import { sha256Hex } from '../../digest/sha256';
import { ref, type MachineReference } from '../../definition/state-json';
import { fieldChanges, signatureOf } from '../../form/shown/step-fields';
import { routingValues } from '../../form/routing-values';
import { broughtFields, isHuman } from '../../definition/flow';
import type { HumanStep } from '../../definition/step.schema';
import { sameJson } from '../../form/form-changes';
import { raisedMoney } from '../../form/rows/raised-money';
import type { FieldProblem } from '../../form/check/field-problem';
import { validateForm, type FormFindings } from '../../form/check/validate';
import type { FieldValue, FormValues } from '../../request/request-state';
import type { CommandBody, StepWriting } from '../../request/command';
import { startFields } from '../../form/wire/wire';
import { ownValue } from '../../text/own-value';
import { pathsOf } from './asked-form';
import type { MachineContext } from '../parts/machine-context';
import type { Reading } from '../operation';
import { decidedStep, writtenValues } from './written-form';

/** What differs in `after`, and everything under the keys that the step writes, blanks included. */
function changed<V>(before: Readonly<Record<string, V>>, after: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> {
  const differs = (path: string, value: V): boolean => {
    const was = ownValue(before, path) ?? null;
    return value !== was && canonicalJson(value) !== canonicalJson(was);
  };
  return Object.fromEntries(Object.entries(after).filter(([path, value]) => keys.includes(rootOf(path)) || differs(path, value)));
}

/** A command that brings fields, and writes none. */
export const NOTHING_WRITTEN: StepWriting = { fields: {}, missing: [], invalid: [], writes: false, material: {} };

/** What a command writes: of the fields of its step, and whatever else follows from them, such as a sum or a field that they hide. Pure. */
export function readWriting(body: CommandBody, reading: Reading | null): StepWriting {
  const step = reading && decidedStep(reading.process, body);
  if (!step) return NOTHING_WRITTEN;
  const { process, before } = reading;
  const keys = step.fields.write;
  const { values, invalid } = writtenValues(process, body, before);
  const found = validateForm(process.definition, values, { step: step.id, ...before.surroundings });
  const edits = editsOf(step, { process, body, before }, values);
  // What stays as it was handed in is not looked over again.
  const left = new Set((step.fields.edit ?? []).filter((key) => !edits?.fields.includes(key)));
  const looked = <T extends { field: string }>(problems: readonly T[]): T[] => problems.filter(({ field }) => !left.has(rootOf(field)));
  const none = keys.length === 0 && edits === null;
  const follow = edits ? followOn(reading, values, broughtFields(step)) : { missing: [], invalid: [] };
  return {
    ...(none ? { fields: {}, material: {} } : between({ process, before }, values, keys)),
    missing: pathsOf([...looked(found.missing), ...follow.missing]),
    invalid: pathsOf([...looked(found.invalid), ...follow.invalid], invalid),
    ...(Object.keys(body.fields ?? {}).length === 0 || broughtFields(step).length === 0 ? {} : { brings: true }),
    writes: !none,
    ...(edits ? { edits } : {}),
  };
}

/** What a correction makes blank or wrong in the rest of what the requester has filled in: a field that is shown or demanded now, a day outside its range. */
function followOn({ process, before }: Reading, values: FormValues, own: readonly string[]): Pick<FormFindings, 'missing' | 'invalid'> {
  const [was, is] = [before.form ?? {}, values].map((form) =>
    validateForm(process.definition, form, { step: null, ...before.surroundings }),
  ) as [FormFindings, FormFindings];
  const anew = (now: readonly FieldProblem[], known: readonly FieldProblem[]): FieldProblem[] =>
    now.filter(({ field }) => !own.includes(rootOf(field)) && !known.some((each) => each.field === field));
  return { missing: anew(is.missing, was.missing), invalid: anew(is.invalid, was.invalid) };
}

/** Field paths that a step has to be given and that stay blank, as far as the form is not looked over otherwise. Pure. */
export function missingOnStep({ process, before }: Reading, values: FormValues, id: string): string[] {
  const step = ownValue(process.steps, id);
  if (step === undefined || !isHuman(step)) return [];
  const { missing } = validateForm(process.definition, values, { step: id, ...before.surroundings });
  return pathsOf(missing.filter(({ field }) => step.fields.required.includes(rootOf(field))));
}

/** What differs between the form as it stands and `values`, as the stored command holds it; of the fields `written` everything in any case. Pure. */
export function between(
  { process, before }: Pick<Reading, 'process' | 'before'>,
  values: FormValues,
  written: readonly string[],
): Pick<StepWriting, 'fields' | 'material' | 'others'> {
  const was = before.form ?? {};
  const changesIn = (among: readonly string[]) => fieldChanges(process.definition, { before: was, after: values, among, written });
  const [routed, now] = [was, values].map((form) => routingValues(process, form, before.surroundings)) as [
    Record<string, FieldValue>,
    Record<string, FieldValue>,
  ];
  return {
    fields: changed(routed, now, written),
    material: changesIn(process.material),
    ...(process.others.length > 0 ? { others: changesIn(process.others) } : {}),
  };
}

/** What of the requester's own fields a decision leaves otherwise than they stood, and where it raises money that no limit of its step covers; null where nothing. */
function editsOf(
  { fields: { edit }, authority }: HumanStep,
  { process, before }: Reading,
  values: FormValues,
): StepWriting['edits'] | null {
  const was = before.form ?? {};
  const { definition } = process;
  const differs = (key: string): boolean => !sameJson(ownValue(was, key), ownValue(values, key));
  const corrected = (edit ?? []).filter(differs);
  if (corrected.length === 0) return null;
  // What is shown no more is gone as well.
  const fields = [...corrected, ...startFields(definition).filter((key) => !corrected.includes(key) && differs(key))];
  const covered = definition.form.fields.flatMap((field) => (field.key === authority?.amount ? [field.key, ...derivedFrom(field)] : []));
  const raised = raisedMoney(definition, fields, was, values).filter((path) => !covered.includes(path));
  return { fields, ...(raised.length > 0 ? { raised } : {}) };
}

/** Guards of whatever brings fields of a step. Pure. */
export function mayWrite(step: string): MachineReference[] {
  return [ref('valid-fields'), ref('required-fields', { step }), ref('signs-only', { step })];
}

/** The same object where nothing is written. */
function merged<V>(before: Record<string, V>, written: Record<string, V>): Record<string, V> {
  return Object.keys(written).length === 0 ? before : { ...before, ...written };
}

/** The request with what a command has written: routing values, digests, and another content for whoever reads it next. Pure. */
export function writing(
  machine: MachineContext,
  command: StepWriting & { digest: string; step: string | null },
  signs = false,
): MachineContext {
  const { request } = machine;
  const step = command.step ?? '';
  const digest = sha256Hex((ownValue(request.written, step) ?? '') + command.digest);
  const { others } = request;
  return {
    ...machine,
    request: {
      ...request,
      fields: merged(request.fields, command.fields),
      material: merged(request.material, command.material),
      // Whatever is signed anew is something new to read.
      ...(others ? { others: merged(others, { ...command.others, ...(signs ? { [signatureOf(step)]: digest.slice(0, 16) } : {}) }) } : {}),
      written: command.writes ? { ...request.written, [step]: digest } : request.written,
    },
  };
}
