import type { DefinitionInput } from '@countersign/domain';
import { paidParts } from '../patterns/fields';

type FormField = DefinitionInput['form']['fields'][number];

/** What an expense may be for; plans of spending go by the same keys. */
export const EXPENSE_CATEGORIES = [
  ['display-props', '陈列道具', 'Display props'],
  ['travel', '差旅交通', 'Travel and transport'],
  ['office', '办公用品', 'Office supplies'],
  ['logistics', '物流运费', 'Freight'],
  ['repair', '维修维护', 'Repairs'],
  ['promotion', '推广物料', 'Promotion materials'],
  ['training', '培训', 'Training'],
  ['other', '其他', 'Other'],
] as const;

const items: FormField = {
  key: 'items',
  type: 'table',
  label: { zh: '费用明细', en: 'Items' },
  hint: { zh: '按回车加一行，可从表格粘贴', en: 'Press Enter to add a row, or paste from a spreadsheet' },
  required: true,
  material: true,
  columns: [
    { key: 'matter', type: 'text', label: { zh: '事项', en: 'Item' }, required: true, maxLength: 100 },
    { key: 'date', type: 'date', label: { zh: '日期', en: 'Date' }, required: true, notAfter: 'today', within: 'expenseDates' },
    { key: 'invoiceNumber', type: 'text', label: { zh: '发票号', en: 'Invoice number' }, required: true, maxLength: 40 },
    { key: 'invoice', type: 'files', label: { zh: '发票', en: 'Invoice' }, required: true, max: 5 },
    { key: 'amount', type: 'money', label: { zh: '金额', en: 'Amount' }, required: true, min: '0.01' },
  ],
};

/** The reimbursement form: what the employee fills in, then what finance writes while it runs. */
export const EXPENSE_FORM: FormField[] = [
  {
    key: 'category',
    type: 'choice',
    label: { zh: '报销类别', en: 'Category' },
    required: true,
    material: true,
    options: EXPENSE_CATEGORIES.map(([value, zh, en]) => ({ value, label: { zh, en } })),
  },
  {
    key: 'costUnit',
    type: 'unit',
    label: { zh: '成本归属', en: 'Charged to' },
    required: true,
    material: true,
    kinds: ['store', 'region', 'department'],
  },
  {
    key: 'expenseDates',
    type: 'date-range',
    label: { zh: '费用日期', en: 'Expense dates' },
    hint: { zh: '30 天内可报', en: 'Within 30 days' },
    required: true,
    material: true,
    notAfter: 'today',
  },
  { key: 'payee', type: 'text', label: { zh: '收款账户', en: 'Pay to' }, required: true, material: true, maxLength: 80 },
  items,
  { key: 'amount', type: 'money-sum', label: { zh: '合计', en: 'Total' }, of: 'items.amount', material: true },
  { key: 'reason', type: 'text', label: { zh: '事由', en: 'Reason' }, required: true, maxLength: 300 },
  { key: 'attachments', type: 'files', label: { zh: '附件', en: 'Attachments' } },
  {
    key: 'budget',
    type: 'budget',
    label: { zh: '预算', en: 'Budget' },
    amount: 'amount',
    unit: 'costUnit',
    category: 'category',
    date: 'expenseDates',
    commit: 'approval',
    spend: [{ step: 'payment', parts: 'paidParts' }],
  },
  {
    key: 'inPlan',
    type: 'yes-no',
    label: { zh: '计划', en: 'Plan' },
    filledAt: 'step',
    // Where a line of a plan speaks, the ledger decides and nobody is asked.
    visible: { not: { filled: { field: 'budget' } } },
    yes: { zh: '计划内', en: 'In plan' },
    no: { zh: '计划外', en: 'Over plan' },
    expected: true,
  },
  paidParts,
  {
    key: 'paymentNumber',
    type: 'text',
    label: { zh: '付款回单号', en: 'Payment slip number' },
    filledAt: 'step',
    maxLength: 60,
  },
  { key: 'voucherNumber', type: 'text', label: { zh: '凭证号', en: 'Voucher number' }, filledAt: 'step', maxLength: 60 },
];
