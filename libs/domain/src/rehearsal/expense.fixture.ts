import type { Grant } from '../request/grant';
import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';

const text = (en: string) => ({ zh: `${en}（中）`, en });

/** A small expense process that has every kind of step: review, checking work, branch, opinion, climbing approval, payment, copy. */
export const EXPENSE: DefinitionInput = {
  key: 'small-expense',
  version: 1,
  title: text('Small expense'),
  area: 'finance',
  numberPrefix: 'SE',
  start: { roles: ['clerk', 'manager'] },
  parameters: [{ key: 'opinionAsked', title: text('Ask for an opinion'), default: true }],
  form: {
    fields: [
      { key: 'reason', label: text('Reason'), type: 'text', required: true, material: true },
      {
        key: 'items',
        label: text('Items'),
        type: 'table',
        required: true,
        columns: [
          { key: 'day', label: text('Day'), type: 'date', required: true },
          { key: 'invoice', label: text('Invoice'), type: 'text' },
          { key: 'amount', label: text('Amount'), type: 'money', required: true },
        ],
      },
      { key: 'amount', label: text('Amount'), type: 'money-sum', of: 'items.amount', material: true },
      { key: 'friend', label: text('For'), type: 'person' },
      { key: 'inPlan', label: text('In plan'), type: 'yes-no', filledAt: 'step', expected: true },
      { key: 'receipt', label: text('Receipt'), type: 'text', filledAt: 'step' },
    ],
  },
  sentence: { zh: '{requester}报销{amount}', en: '{requester} claims {amount}' },
  rowTitle: { zh: '报销 {reason}', en: 'Expense {reason}' },
  facts: ['amount', 'reason'],
  amount: 'amount',
  beneficiary: 'friend',
  submitChecks: [
    { type: 'too-old', params: { field: 'items.day', days: 30 } },
    { type: 'value-taken', params: { field: 'items.invoice', register: 'invoice' } },
  ],
  flow: [
    { id: 'review', title: text('Review'), kind: 'review', assignee: { by: 'superior' } },
    {
      id: 'check',
      title: text('Check'),
      kind: 'review',
      assignee: { by: 'role', role: 'checker' },
      fields: { write: ['inPlan'] },
      returns: { to: ['requester', 'previous', 'review'], resume: 'choose', maxRounds: 4 },
    },
    {
      id: 'size',
      title: text('Size'),
      kind: 'branch',
      cases: [
        {
          title: text('Above 5,000'),
          when: { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] },
          steps: [
            {
              id: 'opinion',
              title: text('Opinion'),
              kind: 'opinion',
              when: { eq: [{ param: 'opinionAsked' }, { value: true }] },
              assignee: { by: 'role', role: 'director', scope: 'company' },
              returns: { to: ['requester', 'check'], resume: 'straight-back' },
            },
          ],
        },
      ],
    },
    {
      id: 'approve',
      title: text('Approve'),
      kind: 'approve',
      assignee: { by: 'climb' },
      authority: {
        kind: 'approve-within-limit',
        matter: 'expense',
        amount: 'amount',
        inPlan: { eq: [{ field: 'inPlan' }, { value: true }] },
      },
      commentRequired: { eq: [{ stance: 'opinion' }, { value: 'against' }] },
      returns: { to: ['requester', 'previous', 'review'], resume: 'walk-again' },
    },
    { id: 'tell', title: text('Tell'), kind: 'cc', to: [{ by: 'role', role: 'secretary' }] },
    {
      id: 'pay',
      title: text('Pay'),
      kind: 'work',
      assignee: { by: 'role', role: 'cashier' },
      distinctFrom: ['check'],
      fields: { write: ['receipt'], required: ['receipt'] },
    },
  ],
};

/** The fixture with parts of it replaced. */
export function expense(change: Partial<DefinitionInput> = {}): Definition {
  return definitionSchema.parse({ ...EXPENSE, ...change });
}

/** A grant of the matter `expense` to a person. */
export function grant(personId: string, limit: string | 'no-limit' | null, more: Partial<Grant> = {}): Grant {
  return {
    id: `grant-${personId}-${limit}`,
    kind: 'approve-within-limit',
    matter: 'expense',
    role: null,
    personId,
    scopeUnitId: 'company',
    limit: limit === null || limit === 'no-limit' ? limit : { minor: limit, currency: 'CNY' },
    plan: 'any',
    state: 'granted',
    withheldReason: null,
    validFrom: null,
    validTo: null,
    ...more,
  };
}
