import type { Anchor, Assignee } from '../definition/assignee.schema';

function anchorField(anchor: Anchor | 'company'): string | undefined {
  return typeof anchor === 'object' ? anchor.field : undefined;
}

/** The form field that a rule reads people from; undefined where it reads none. Pure. */
export function fieldOf(rule: Assignee): string | undefined {
  switch (rule.by) {
    case 'field':
      return rule.field;
    case 'role':
      return anchorField(rule.scope);
    case 'superior':
    case 'climb':
      return anchorField(rule.of);
    default:
      return undefined;
  }
}
