import { rootOf } from '../conditions/holds';
import { canonicalJson } from '../digest/canonical-json';
import { sha256Hex } from '../digest/sha256';
import { ref, type Reference } from '../definition/state-json';
import { fieldChanges, signatureOf } from '../form/step-fields';
import { routingValues } from '../form/routing-values';
import { validateForm } from '../form/validate';
import type { CommandBody, StepWriting } from '../request/command';
import { ownValue } from '../text/own-value';
import { pathsOf } from './asked-form';
import type { MachineContext } from './machine-context';
import type { Reading } from './operation';
import { decidedStep, writtenValues } from './written-form';

/** What differs in `after`, and everything under the keys that the step writes, blanks included. */
function changed<V>(before: Readonly<Record<string, V>>, after: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> {
  const differs = (path: string, value: V): boolean => {
    const was = (Object.hasOwn(before, path) ? before[path] : null) ?? null;
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
  const was = before.form ?? {};
  const none = keys.length === 0;
  const changesIn = (among: readonly string[]) => fieldChanges(process.definition, { before: was, after: values, among, written: keys });
  const routed = none
    ? {}
    : changed(routingValues(process, was, before.surroundings), routingValues(process, values, before.surroundings), keys);
  return {
    fields: routed,
    missing: pathsOf(found.missing),
    invalid: pathsOf(found.invalid, invalid),
    ...(none || Object.keys(body.fields ?? {}).length === 0 ? {} : { brings: true }),
    writes: !none,
    material: none ? {} : changesIn(process.material),
    ...(none || process.others.length === 0 ? {} : { others: changesIn(process.others) }),
  };
}

/** Guards of whatever brings fields of a step. Pure. */
export function mayWrite(step: string): Reference[] {
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
