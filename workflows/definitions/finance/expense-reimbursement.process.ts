import type { DefinitionInput } from '@countersign/domain';
import { EXPENSE_FORM } from './expense-reimbursement.form';

const MATTER = 'expense-reimbursement';
/** Where a return may lead after the first review; the one who returns picks what comes afterwards (X01). */
const BACK = { to: ['requester', 'previous'], resume: 'choose' };

/** An expense is refused item by item, or what it may cost is cut. */
const BY_ITEM = { table: 'items', cut: 'amount' };

/** In plan is what a line of the budget covers; where no plan speaks, what finance says. */
const IN_PLAN = {
  any: [{ eq: [{ field: 'budget.inPlan' }, { value: true }] }, { eq: [{ field: 'inPlan' }, { value: true }] }],
};

const superiorReview = {
  kind: 'review',
  id: 'superior-review',
  title: { zh: '上级审核', en: 'Superior’s review' },
  assignee: { by: 'superior', level: 1 },
  // Nobody stands above the top of the line: finance looks at it instead.
  fallback: [{ by: 'role', role: 'finance-director', scope: 'company' }],
  returns: { to: ['requester'], resume: 'walk-again' },
};

const financeCheck = {
  kind: 'review',
  id: 'finance-check',
  title: { zh: '查验单据', en: 'Document check' },
  note: {
    zh: '核对发票与明细；没有对应预算的，注明计划内还是计划外。',
    en: 'Check the invoices against the items; where there is no budget for it, state whether this is in plan or over plan.',
  },
  assignee: { by: 'role', role: 'finance-specialist', scope: { field: 'costUnit' } },
  fallback: [{ by: 'role', role: 'finance-manager', scope: 'company' }],
  authority: { kind: 'review', matter: MATTER },
  // It writes what steers the rest, so it is asked even of somebody who has just decided.
  samePerson: 'ask',
  fields: { write: ['inPlan'], required: ['inPlan'] },
  returns: BACK,
  labels: { approve: { zh: '查验通过', en: 'Documents in order' }, done: { zh: '查验单据', en: 'checked the documents' } },
};

const directorReview = {
  kind: 'review',
  id: 'finance-director-review',
  title: { zh: '财务总监审核', en: 'Finance review' },
  note: {
    zh: '高于 ¥5,000 的报销须财务总监审核；类别填错的可在此更正，明细可逐行核减。',
    en: 'The finance director reviews everything above ¥5,000, may put the category right, and may refuse or cut single items.',
  },
  when: { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] },
  assignee: { by: 'role', role: 'finance-director', scope: 'company' },
  fallback: [{ by: 'superior', level: 1 }],
  authority: { kind: 'review', matter: MATTER },
  fields: { edit: ['category'] },
  rows: BY_ITEM,
  returns: { to: ['requester', 'previous', 'superior-review'], resume: 'choose' },
};

const approval = {
  kind: 'approve',
  id: 'approval',
  title: { zh: '批准', en: 'Approval' },
  note: { zh: '从直属上级起逐级上报，直到额度覆盖本笔金额。', en: 'Goes up the reporting line until a limit covers the amount.' },
  assignee: { by: 'climb' },
  authority: { kind: 'approve-within-limit', matter: MATTER, amount: 'amount', inPlan: IN_PLAN },
  rows: BY_ITEM,
  returns: { to: ['requester', 'previous', 'finance-check', 'superior-review'], resume: 'choose' },
};

const payment = {
  kind: 'work',
  id: 'payment',
  title: { zh: '付款', en: 'Payment' },
  assignee: { by: 'role', role: 'treasury-cashier', scope: 'company' },
  fallback: [{ by: 'role', role: 'finance-manager', scope: 'company' }],
  authority: { kind: 'execute', matter: MATTER },
  // Whoever checked the documents never pays them.
  distinctFrom: ['finance-check'],
  fields: { write: ['paymentNumber'], required: ['paymentNumber'] },
  pays: { to: 'payee', slip: 'paymentNumber', parts: 'paidParts', books: { zh: '管理费用', en: 'Administrative expenses' } },
  due: { working: { days: 3 } },
  returns: { to: ['requester', 'previous', 'finance-director-review', 'finance-check', 'superior-review'], resume: 'choose' },
  labels: { approve: { zh: '确认付款', en: 'Mark as paid' }, done: { zh: '付款', en: 'paid' } },
};

const filing = {
  kind: 'work',
  id: 'filing',
  title: { zh: '凭证归档', en: 'Voucher filing' },
  assignee: { by: 'role', role: 'finance-specialist', scope: { field: 'costUnit' } },
  fallback: [{ by: 'role', role: 'finance-manager', scope: 'company' }],
  authority: { kind: 'execute', matter: MATTER },
  fields: { write: ['voucherNumber'], required: ['voucherNumber'] },
  due: { working: { days: 5 } },
  returns: { to: ['previous'], resume: 'straight-back' },
  labels: { approve: { zh: '确认归档', en: 'Mark as filed' }, done: { zh: '归档凭证', en: 'filed the voucher' } },
};

/** Once an approval is revoked (a forged invoice): the money comes back, then the voucher is reversed. Each says how. */
const recallPayment = {
  kind: 'work',
  id: 'recall-payment',
  title: { zh: '追回付款', en: 'Payment called back' },
  note: { zh: '写明何时、以何种方式收回。', en: 'Say when and how it came back.' },
  assignee: { by: 'role', role: 'treasury-cashier', scope: 'company' },
  fallback: [{ by: 'role', role: 'finance-manager', scope: 'company' }],
  authority: { kind: 'execute', matter: MATTER },
  commentRequired: true,
  due: { working: { days: 5 } },
  returns: { to: [] },
  labels: { approve: { zh: '确认收回', en: 'Mark as returned' }, done: { zh: '收回付款', en: 'called the payment back' } },
};

const reverseVoucher = {
  kind: 'work',
  id: 'voucher-reversal',
  title: { zh: '凭证冲销', en: 'Voucher reversed' },
  assignee: { by: 'role', role: 'finance-specialist', scope: { field: 'costUnit' } },
  fallback: [{ by: 'role', role: 'finance-manager', scope: 'company' }],
  authority: { kind: 'execute', matter: MATTER },
  commentRequired: true,
  due: { working: { days: 5 } },
  returns: { to: ['previous'], resume: 'straight-back' },
  labels: { approve: { zh: '确认冲销', en: 'Mark as reversed' }, done: { zh: '冲销凭证', en: 'reversed the voucher' } },
};

/**
 * Expense reimbursement within approval limits (S0:324, S4:56; G01, G05, G40, G53).
 * Limits are grants of the directory: a blank one never covers, so the request climbs on.
 */
export const expenseReimbursement: DefinitionInput = {
  key: 'expense-reimbursement',
  version: 1,
  title: { zh: '报销申请', en: 'Expense reimbursement' },
  description: { zh: '额度内逐级审批', en: 'Approved level by level, within limits' },
  area: 'finance',
  department: { zh: '财务部', en: 'Finance' },
  numberPrefix: 'BX',
  start: { everyone: true },
  form: { fields: EXPENSE_FORM },
  sentence: {
    zh: '{requester}为{costUnit}申请报销 {amount}[（{inPlan}）]',
    en: '{requester} asks to be reimbursed {amount} for {costUnit}[ ({inPlan})]',
  },
  rowTitle: { zh: '报销 · {category}[ · {costUnit}]', en: 'Expenses · {category}[ · {costUnit}]' },
  facts: ['category', 'expenseDates', 'costUnit', 'items', 'payee', 'inPlan', 'reason'],
  amount: 'amount',
  deadlines: 'usual',
  submitChecks: [
    { type: 'too-old', params: { field: 'expenseDates', days: 30 } },
    { type: 'value-taken', params: { field: 'items.invoiceNumber', register: 'invoice' } },
  ],
  phrases: [
    { zh: '同意', en: 'Agreed', for: 'yes' },
    { zh: '按预算执行', en: 'Keep to the budget', for: 'yes' },
    { zh: '请补充发票', en: 'Please add the missing invoice', for: 'no' },
    { zh: '请补充对比报价', en: 'Please add quotes to compare', for: 'no' },
  ],
  revoke: { by: ['operator', { role: 'finance-director' }], days: 90, steps: [recallPayment, reverseVoucher] },
  flow: [superiorReview, financeCheck, directorReview, approval, payment, filing],
};
