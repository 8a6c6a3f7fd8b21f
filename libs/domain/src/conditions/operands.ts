import type { Condition, Operand } from '../definition/condition.schema';
import { countPath } from './holds';

/** All operands of a condition, in order. Pure. */
export function operandsOf(condition: Condition): Operand[] {
  return visit(condition, { operands: [], roles: [] }).operands;
}

/** Field paths that a condition looks at, in order. Pure. */
export function conditionPaths(condition: Condition): string[] {
  return operandsOf(condition).flatMap((operand) => {
    if ('field' in operand) return [operand.field];
    if ('sum' in operand) return [operand.sum];
    return 'count' in operand ? [countPath(operand.count)] : [];
  });
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
