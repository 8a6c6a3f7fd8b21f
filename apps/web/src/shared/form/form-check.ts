import {
  computeForm,
  formFromWire,
  formHolds,
  isDerived,
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

/** Without what is worked out: what the server told of it is older than what stands there now. */
function typedPart({ form }: Definition, wire: WireForm): WireForm {
  const derived = new Set(form.fields.filter(isDerived).map(({ key }) => key));
  return Object.fromEntries(Object.entries(wire).filter(([key]) => !derived.has(key)));
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

/** The form without what is wrong, of a table without those cells: what a preview may be asked about, and finds further faults in. Pure. */
export function readablePart(wire: WireForm, check: FormCheck): WireForm {
  const wrong = new Set(check.invalid.map(({ field }) => field));
  const shown = new Map(check.shown.map((field) => [field.key, field]));
  const kept = Object.entries(wire).flatMap(([key, value]): [string, Json][] => {
    const field = shown.get(key);
    if (field === undefined || isDerived(field) || wrong.has(key)) return [];
    return [
      [key, field.type === 'table' && Array.isArray(value) ? value.map((row, at) => readableRow(row, `${key}.${at}`, wrong)) : value],
    ];
  });
  return Object.fromEntries(kept);
}

/** A row that is wrong itself keeps its place, so that the others keep theirs. */
function readableRow(row: Json, place: string, wrong: ReadonlySet<string>): Json {
  if (wrong.has(place) || typeof row !== 'object' || row === null || Array.isArray(row)) return {};
  return Object.fromEntries(Object.entries(row).filter(([column]) => !wrong.has(`${place}.${column}`)));
}

/** What is sent: the fields on screen. A field that a later answer hid is left out, like everything blank. Pure. */
export function sendablePart(wire: WireForm, check: FormCheck): WireForm {
  const shown = new Set(check.shown.filter((field) => !isDerived(field)).map(({ key }) => key));
  return Object.fromEntries(Object.entries(wire).filter(([key, value]) => shown.has(key) && value !== null));
}
