import type { Condition, Operand } from '../definition/condition.schema';

/** All operands of a condition, in order. Pure. */
export function operandsOf(condition: Condition): Operand[] {
  return visit(condition, { operands: [], roles: [] }).operands;
}

/** Roles of the requester that a condition asks for. Pure. */
export function rolesAskedBy(condition: Condition): string[] {
  return visit(condition, { operands: [], roles: [] }).roles;
}

interface Found {
  operands: Operand[];
  roles: string[];
}

function visit(condition: Condition, found: Found): Found {
  if ('all' in condition) condition.all.forEach((each) => visit(each, found));
  else if ('any' in condition) condition.any.forEach((each) => visit(each, found));
  else if ('not' in condition) visit(condition.not, found);
  else if ('requesterHasRole' in condition) found.roles.push(condition.requesterHasRole);
  else if ('filled' in condition) found.operands.push(condition.filled);
  else if ('in' in condition) found.operands.push(condition.in[0]);
  else found.operands.push(...(Object.values(condition) as [Operand, Operand][]).flat());
  return found;
}
