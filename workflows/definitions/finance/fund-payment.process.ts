import { approve, carryOut, prepare, review } from '../patterns/blocks';
import { AT_STEP, costUnit, MATERIAL, money, text } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { within } from '../patterns/time';
import { FINANCE, said } from '../patterns/words';

/**
 * Money leaves the company: what was approved elsewhere is made out by a finance specialist, checked by the finance manager, released by the finance director
 * within a limit, beyond it by the general manager, and paid by the cashier; nobody does two of these (S3:14; A216; dual control, §6.1). A request that is
 * not approved any more is not paid.
 */
export const fundPayment = spend({
  key: 'fund-payment',
  prefix: 'FK',
  title: ['付款申请', 'Fund payment'],
  description: [
    '制单、复核、放款、付款，各由一人，只付已批准的申请',
    'Made out, checked, released and paid each by somebody else, for what was approved',
  ],
  area: 'finance',
  department: FINANCE,
  matter: 'payment',
  start: ['finance-specialist', 'finance-manager', 'purchasing-specialist', 'office-director'],
  fields: [
    {
      key: 'approved',
      label: said(['已批准的申请', 'Approved request']),
      hint: said(['流程自己不付款的，例如采购订单', 'One whose process does not pay by itself, such as a purchase order']),
      ...MATERIAL,
      type: 'request',
      outcomes: ['approved'],
      must: 'in-force',
    },
    text('payee', ['收款方', 'Payee'], { ...MATERIAL, maxLength: 100 }),
    text('account', ['收款账户', 'Account'], { ...MATERIAL, maxLength: 80 }),
    costUnit,
    money('amount', ['付款金额', 'Amount'], { ...MATERIAL, min: '0.01' }),
    text('voucher', ['付款单号', 'Payment order number'], { ...AT_STEP, maxLength: 60 }),
    text('paymentNumber', ['付款回单号', 'Payment slip number'], { ...AT_STEP, maxLength: 60 }),
  ],
  steps: [
    prepare({ role: 'finance-specialist', near: 'costUnit' }, ['prepare', '制单', 'Made out'], 'voucher', {
      instead: ['finance-manager'],
      due: within(1),
      approve: ['制单完成', 'Mark as made out'],
      done: ['制单', 'made it out'],
    }),
    review('finance-manager', { title: ['复核', 'Checked'], distinctFrom: ['prepare'] }),
    approve('finance-director', {
      title: ['放款', 'Released'],
      amount: 'amount',
      distinctFrom: ['prepare', 'finance-manager-review'],
    }),
    carryOut('treasury-cashier', ['payment', '付款', 'Payment'], 'paymentNumber', {
      instead: ['finance-manager'],
      distinctFrom: ['prepare', 'finance-manager-review', 'finance-director-approval'],
      pays: { to: 'payee', slip: 'paymentNumber', books: ['应付账款', 'Accounts payable'] },
      due: within(3),
      approve: ['确认付款', 'Mark as paid'],
      done: ['付款', 'paid'],
    }),
  ],
  sentence: ['{requester}申请向{payee}付款 {amount}（{costUnit}）', '{requester} asks for {amount} to be paid to {payee} ({costUnit})'],
  rowTitle: ['付款 · {payee}', 'Payment · {payee}'],
  facts: ['payee', 'account', 'amount', 'costUnit', 'approved', 'voucher', 'reason'],
  amount: 'amount',
});
