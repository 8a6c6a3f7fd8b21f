import type { Condition, DefinitionInput } from '@countersign/domain';

/** The field holds this value. */
export const is = (field: string, value: string): Condition => ({ eq: [{ field }, { value }] });
/** The yes/no field says yes. */
export const yes = (field: string): Condition => ({ eq: [{ field }, { value: true }] });
/** It says no; while it is blank, it says nothing. */
export const no = (field: string): Condition => ({ eq: [{ field }, { value: false }] });
/** The number is at most what the company has set. */
export const upTo = (field: string, param: string): Condition => ({ lte: [{ field }, { param }] });
export const not = (condition: Condition): Condition => ({ not: condition });
export const both = (...all: Condition[]): Condition => ({ all });
export const either = (...any: Condition[]): Condition => ({ any });
/** More than the amount that the company has set. */
export const above = (field: string, param: string): Condition => ({ gt: [{ field }, { param }] });

/** More than the amount that the company has set, up or down. */
export const beyond = (field: string, param: string): Condition => ({
  any: [above(field, param), { lt: [{ field }, { param, negative: true }] }],
});

/** An amount below nothing: a loss. */
export const lost = (field: string): Condition => ({ lt: [{ field }, { money: '0', currency: 'CNY' }] });

/** Something of what is asked is covered by the plan in force, or is not. */
export const some = (part: 'covered' | 'over'): Condition => ({ gt: [{ field: `budget.${part}` }, { money: '0', currency: 'CNY' }] });

type Parameter = NonNullable<DefinitionInput['parameters']>[number];

/** Something that a company may set. */
export const parameter = (key: string, title: readonly [string, string], standard: Parameter['default']): Parameter => ({
  key,
  title: { zh: title[0], en: title[1] },
  default: standard,
});
