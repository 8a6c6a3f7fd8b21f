import { isHuman, kindOf, operandsOf, type Condition, type Definition, type Step } from '@countersign/domain';
import { alternativesOf } from './mapping';
import type { Mapping, Source } from './mapping.schema';

/** A field that later events of a case decide, and the steps that are therefore not checked: whether they come at all is the log's own word. */
export interface Unchecked {
  definition: string;
  field: string;
  steps: string[];
}

/** What every `lookahead` of a mapping takes away from the replay, each field once. */
export function uncheckedBy(mapping: Mapping, definition: Definition): Unchecked[] {
  const sources = [mapping.form, ...Object.values(mapping.activities).flatMap((each) => alternativesOf(each).map(({ fields }) => fields))];
  const fields = new Set(sources.flatMap((each) => Object.entries(each).flatMap(([key, source]) => (looksAhead(source) ? [key] : []))));
  return [...fields].map((field) => ({ definition: definition.key, field, steps: dependingOn(field, definition.flow, false) }));
}

function looksAhead(source: Source): boolean {
  if ('lookahead' in source) return true;
  return 'rows' in source && source.rows.some((row) => Object.values(row).some(looksAhead));
}

/** Steps that people decide and that come or not by what stands in the field, whatever they lie in. */
function dependingOn(field: string, steps: readonly Step[], inside: boolean): string[] {
  return steps.flatMap((step) => {
    const depends = inside || (step.when !== undefined && names(step.when, field));
    if (step.kind !== 'branch') {
      const within = kindOf(step)
        .inner(step)
        .flatMap((part) => dependingOn(field, part.steps, depends));
      return depends && isHuman(step) ? [step.id, ...within] : within;
    }
    const chosen = depends || step.cases.some(({ when }) => names(when, field));
    return [...step.cases.flatMap((each) => dependingOn(field, each.steps, chosen)), ...dependingOn(field, step.otherwise, chosen)];
  });
}

function names(condition: Condition, field: string): boolean {
  return operandsOf(condition).some((operand) => {
    const path = 'field' in operand ? operand.field : 'sum' in operand ? operand.sum : 'count' in operand ? operand.count : '';
    return path.split('.')[0] === field;
  });
}
