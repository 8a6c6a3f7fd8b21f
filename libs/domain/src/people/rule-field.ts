import type { Anchor, Assignee, UnitMeant } from '../definition/assignee.schema';

function anchorField(anchor: Anchor | UnitMeant | 'company'): string | undefined {
  return typeof anchor === 'object' && 'field' in anchor ? anchor.field : undefined;
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
    case 'unit-head':
    case 'members':
      return anchorField(rule.of);
    default:
      return undefined;
  }
}

/** Roles of which whoever a rule finds has to hold one; empty where it asks for none. Pure. */
export function rolesAsked(rule: Assignee): string[] {
  switch (rule.by) {
    case 'role':
      return [rule.role];
    case 'choice':
    case 'field':
    case 'members':
      return rule.roles ?? [];
    case 'climb':
      return rule.until ? [rule.until.role] : [];
    case 'superior':
      return typeof rule.upTo === 'object' ? [rule.upTo.role] : [];
    default:
      return [];
  }
}

/** The unit that a rule names by its key; undefined where it names none. Pure. */
export function unitNamed(rule: Assignee): string | undefined {
  const of = rule.by === 'unit-head' || rule.by === 'members' ? rule.of : undefined;
  return typeof of === 'object' && 'unit' in of ? of.unit : undefined;
}
