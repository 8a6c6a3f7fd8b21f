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
/** More than so many yuan. */
export const above = (field: string, yuan: string): Condition => ({ gt: [{ field }, { money: yuan, currency: 'CNY' }] });

/** More than so many yuan, up or down. */
export const beyond = (field: string, yuan: string): Condition => ({
  any: [above(field, yuan), { lt: [{ field }, { money: `-${yuan}`, currency: 'CNY' }] }],
});

type Parameter = NonNullable<DefinitionInput['parameters']>[number];

/** Something that a company may set. */
export const parameter = (key: string, title: readonly [string, string], standard: Parameter['default']): Parameter => ({
  key,
  title: { zh: title[0], en: title[1] },
  default: standard,
});
