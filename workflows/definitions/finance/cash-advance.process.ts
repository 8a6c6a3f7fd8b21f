import { approve, branch, carryOut, endsInNo, review } from '../patterns/blocks';
import { AT_STEP, costUnit, day, files, MATERIAL, money, REQUIRED, steering, text, yesNo } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { on, within } from '../patterns/time';
import { yes } from '../patterns/when';
import { FINANCE, said } from '../patterns/words';

const FINANCE_NEAR = { role: 'finance-specialist', near: 'costUnit' } as const;

/**
 * Cash is advanced: the superior looks at it, finance whether an earlier advance is open, whoever may approves, the cashier pays, finance clears it against
 * reimbursements by the day that was named (S0:326, S0:27; A005, A029; G02, G40). Who has an open advance settles that first.
 */
export const cashAdvance = spend({
  key: 'cash-advance',
  prefix: 'JZ',
  title: ['现金借支', 'Cash advance'],
  description: ['额度内逐级批准，付款后以报销冲账', 'Approved within limits, paid, cleared against reimbursements'],
  area: 'finance',
  department: FINANCE,
  matter: 'cash-advance',
  start: 'everyone',
  fields: [
    costUnit,
    money('amount', ['借支金额', 'Amount'], { ...MATERIAL, min: '0.01' }),
    day('settleBy', ['预计冲账日', 'Settled by'], { ...MATERIAL, notBefore: 'today' }),
    files('slip', ['借支单', 'Advance slip'], REQUIRED),
    yesNo('openAdvance', ['以前的借支', 'Earlier advances'], {
      ...steering(false),
      yes: said(['有未结借支', 'One is open']),
      no: said(['已结清', 'All settled']),
    }),
    text('paymentNumber', ['付款回单号', 'Payment slip number'], { ...AT_STEP, maxLength: 60 }),
    text('settlement', ['冲账的报销单号', 'Reimbursements it is cleared against'], { ...AT_STEP, maxLength: 200 }),
    money('returned', ['退回现金', 'Cash returned'], { ...AT_STEP, min: '0' }),
  ],
  // An advance that is open for more than 30 days is settled before another one (G02).
  submitChecks: [{ type: 'settled-first', params: { definition: 'cash-advance', since: 'payment', until: 'clearing', days: 30 } }],
  children: [
    {
      definition: 'expense-reimbursement',
      title: said(['报销冲账', 'Reimbursement that clears it']),
      map: { costUnit: { field: 'costUnit' } },
      by: ['requester'],
      when: 'under-way',
      shows: ['amount', 'settleBy'],
    },
  ],
  steps: [
    review({ superior: 1 }),
    review(FINANCE_NEAR, {
      id: 'open-advances',
      title: ['核查未结借支', 'Open advances checked'],
      instead: ['finance-manager'],
      write: ['openAdvance'],
      required: ['openAdvance'],
    }),
    branch('open-or-settled', ['以前的借支', 'Earlier advances'], {
      cases: [
        {
          title: ['有未结借支', 'One is open'],
          when: yes('openAdvance'),
          steps: [endsInNo('settle-first', ['先冲账，再借支', 'It is settled first'])],
        },
      ],
      otherwise: [approve('climb', { id: 'approval', title: ['额度内逐级批准', 'Approval within limits'], amount: 'amount' })],
    }),
    carryOut('treasury-cashier', ['payment', '付款', 'Payment'], 'paymentNumber', {
      instead: ['finance-manager'],
      distinctFrom: ['open-advances'],
      pays: { slip: 'paymentNumber', books: ['其他应收款', 'Other receivables'] },
      due: within(3),
      approve: ['确认付款', 'Mark as paid'],
      done: ['付款', 'paid'],
    }),
    carryOut(FINANCE_NEAR, ['clearing', '报销冲账', 'Cleared against reimbursements'], 'settlement', {
      write: ['settlement', 'returned'],
      required: ['settlement', 'returned'],
      instead: ['finance-manager'],
      due: on('settleBy'),
      approve: ['确认冲账', 'Mark as cleared'],
      done: ['冲账', 'cleared it'],
    }),
  ],
  sentence: [
    '{requester}为{costUnit}借支现金 {amount}，{settleBy} 前冲账',
    '{requester} asks for a cash advance of {amount} for {costUnit}, settled by {settleBy}',
  ],
  rowTitle: ['借支 · {costUnit}', 'Advance · {costUnit}'],
  facts: ['costUnit', 'amount', 'settleBy', 'reason', 'openAdvance', 'settlement', 'returned'],
  amount: 'amount',
});
