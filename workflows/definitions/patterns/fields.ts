import type { DefinitionInput } from '@countersign/domain';
import { said, type Words } from './words';

export type Field = DefinitionInput['form']['fields'][number];
type Of<Type extends Field['type']> = Partial<Extract<Field, { type: Type }>>;
type Mark = Pick<Field, 'required' | 'material' | 'filledAt' | 'expected'>;

/** The requester has to fill it in. */
export const REQUIRED: Mark = { required: true };
/** The requester has to fill it in, and a change makes everybody look again. */
export const MATERIAL: Mark = { required: true, material: true };
/** A step fills it in. */
export const AT_STEP: Mark = { filledAt: 'step' };
/** A step fills it in, and the way depends on it; `expected` is what a preview assumes until then. */
export const steering = (expected: string | number | boolean): Mark => ({ filledAt: 'step', material: true, expected });

const base = (key: string, label: Words, mark: Mark) => ({ key, label: said(label), ...mark });

export const text = (key: string, label: Words, mark: Mark & Of<'text'> = {}): Field => ({ ...base(key, label, mark), type: 'text' });
export const longText = (key: string, label: Words, mark: Mark & Of<'long-text'> = {}): Field => ({
  ...base(key, label, mark),
  type: 'long-text',
});
export const number = (key: string, label: Words, mark: Mark & Of<'number'> = {}): Field => ({ ...base(key, label, mark), type: 'number' });
export const money = (key: string, label: Words, mark: Mark & Of<'money'> = {}): Field => ({ ...base(key, label, mark), type: 'money' });
export const day = (key: string, label: Words, mark: Mark & Of<'date'> = {}): Field => ({ ...base(key, label, mark), type: 'date' });
export const period = (key: string, label: Words, mark: Mark & Of<'date-range'> = {}): Field => ({
  ...base(key, label, mark),
  type: 'date-range',
});
/** How many days of a range count; nobody types it. */
export const dayCount = (key: string, label: Words, { of, ...mark }: Mark & Of<'days'> & { of: string }): Field => ({
  ...base(key, label, mark),
  type: 'days',
  of,
});
export const yesNo = (key: string, label: Words, mark: Mark & Of<'yes-no'> = {}): Field => ({ ...base(key, label, mark), type: 'yes-no' });
export const person = (key: string, label: Words, mark: Mark = {}): Field => ({ ...base(key, label, mark), type: 'person' });
export const files = (key: string, label: Words, mark: Mark & Of<'files'> = {}): Field => ({ ...base(key, label, mark), type: 'files' });
export const store = (key: string, label: Words, mark: Mark = {}): Field => ({ ...base(key, label, mark), type: 'unit', kinds: ['store'] });
export const region = (key: string, label: Words, mark: Mark = {}): Field => ({
  ...base(key, label, mark),
  type: 'unit',
  kinds: ['region'],
});

/** Any unit of the company. */
export const anyUnit = (key: string, label: Words): Field => ({
  ...base(key, label, MATERIAL),
  type: 'unit',
  kinds: ['company', 'region', 'store', 'department'],
});

/** Who pays. */
export const costUnit: Field = anyUnit('costUnit', ['成本归属', 'Charged to']);

/** Rows of what something is made of, and what each costs. */
export const costs = (key: string, label: Words, mark: Mark = MATERIAL): Field => ({
  ...base(key, label, mark),
  type: 'table',
  columns: [
    { ...base('item', ['项目', 'Item'], REQUIRED), type: 'text', maxLength: 100 },
    { ...base('amount', ['金额', 'Amount'], REQUIRED), type: 'money', min: '0.01' },
  ],
});

/** What rows add up to. */
export const total = (key: string, label: Words, of: string): Field => ({ ...base(key, label, { material: true }), type: 'money-sum', of });

/** What was paid before the rest was, each part by its slip. */
export const paidParts: Field = {
  ...base('paidParts', ['分次付款', 'Paid in parts'], AT_STEP),
  type: 'table',
  columns: [
    { ...base('paidOn', ['付款日', 'Paid on'], {}), type: 'date' },
    { ...base('amount', ['本次付款', 'Paid now'], {}), type: 'money', min: '0.01' },
    { ...base('slip', ['付款回单号', 'Payment slip number'], {}), type: 'text', maxLength: 60 },
  ],
};

/** How the plan in force covers the amount. */
export const budget = (rule: Of<'budget'>): Field => ({
  ...base('budget', ['预算', 'Budget'], { material: true }),
  type: 'budget',
  amount: 'amount',
  unit: 'costUnit',
  ...rule,
});

/** One of several words. */
export const choice = (key: string, label: Words, options: Readonly<Record<string, Words>>, mark: Mark = {}): Field => ({
  ...base(key, label, mark),
  type: 'choice',
  options: Object.entries(options).map(([value, words]) => ({ value, label: said(words) })),
});

/** Another request, of one process. */
export const link = (key: string, label: Words, definition: string, mark: Mark = {}): Field => ({
  ...base(key, label, mark),
  type: 'request',
  definition,
});
