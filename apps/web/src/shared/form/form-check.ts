import {
  computeForm,
  formFromWire,
  formHolds,
  isVisible,
  startFields,
  validateForm,
  type Definition,
  type Field,
  type FieldProblem,
  type FormSurroundings,
  type FormValues,
  type Json,
} from '@countersign/domain';

/** A form as the wire carries it, while it is being filled in. */
export type WireForm = Record<string, Json>;

/** What the domain says about a form that is being filled in. The browser adds no rule of its own. */
export interface FormCheck {
  /** Fields on screen, in order; sums of tables are among them. */
  shown: Field[];
  required: ReadonlySet<string>;
  missing: FieldProblem[];
  invalid: FieldProblem[];
  values: FormValues;
}

const topOf = (path: string): string => path.split('.')[0] ?? path;

/** Without sums: what the server told of them is older than the rows that stand there now. */
function typedPart({ form }: Definition, wire: WireForm): WireForm {
  const sums = new Set(form.fields.filter(({ type }) => type === 'money-sum').map(({ key }) => key));
  return Object.fromEntries(Object.entries(wire).filter(([key]) => !sums.has(key)));
}

/** Looks over the requester's part of a form, by what the server says surrounds it. Pure. */
export function checkForm(definition: Definition, wire: WireForm, surroundings: FormSurroundings): FormCheck {
  const read = formFromWire(definition, typedPart(definition, wire), { fields: startFields(definition) });
  // One cell that cannot be read hides no fault of the others.
  const readable = { ...read.values, ...read.rest };
  const form = { definition, values: computeForm(definition, readable, surroundings), surroundings };
  const found = validateForm(definition, readable, { step: null, ...surroundings });
  const shown = definition.form.fields.filter((field) => field.filledAt === 'start' && isVisible(field, form));
  const visible = new Set(shown.map((field) => field.key));
  // A value that cannot be read is wrong, not missing: it stands in the field.
  const unread = read.invalid.filter(({ field }) => visible.has(topOf(field)));
  const unreadAt = new Set(unread.flatMap(({ field }) => [field, topOf(field)]));
  return {
    shown,
    required: new Set(shown.filter((field) => formHolds(field.required, form)).map((field) => field.key)),
    missing: found.missing.filter(({ field }) => !unreadAt.has(field)),
    invalid: [...unread, ...found.invalid],
    values: form.values,
  };
}

/** The form without what could not be read: what a preview may be asked about. Pure. */
export function readablePart(wire: WireForm, check: FormCheck): WireForm {
  const wrong = new Set(check.invalid.map(({ field }) => topOf(field)));
  const shown = new Set(check.shown.filter(({ type }) => type !== 'money-sum').map(({ key }) => key));
  return Object.fromEntries(Object.entries(wire).filter(([key]) => shown.has(key) && !wrong.has(key)));
}

/** What is sent: the fields on screen. A field that a later answer hid is left out, like everything blank. Pure. */
export function sendablePart(wire: WireForm, check: FormCheck): WireForm {
  const shown = new Set(check.shown.filter(({ type }) => type !== 'money-sum').map(({ key }) => key));
  return Object.fromEntries(Object.entries(wire).filter(([key, value]) => shown.has(key) && value !== null));
}
