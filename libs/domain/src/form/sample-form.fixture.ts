import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import type { FormSurroundings } from './form-condition';

const label = (zh: string, en: string) => ({ label: { zh, en } });

/** A requester without a role, in a company that has set no parameter. */
export const NOTHING_AROUND: FormSurroundings = { requesterRoles: [], params: {} };

/** A form with a field of every type, for specs. */
export const SAMPLE_FIELDS: DefinitionInput['form']['fields'] = [
  {
    key: 'category',
    type: 'choice',
    ...label('类别', 'Category'),
    required: true,
    options: [
      { value: 'travel', ...label('差旅', 'Travel') },
      { value: 'display', ...label('陈列道具', 'Display fixtures') },
    ],
  },
  { key: 'shop', type: 'unit', ...label('成本归属', 'Cost unit'), required: true, kinds: ['store'] },
  { key: 'dates', type: 'date-range', ...label('费用日期', 'Spent'), required: true },
  {
    key: 'items',
    type: 'table',
    ...label('费用明细', 'Items'),
    required: true,
    columns: [
      { key: 'matter', type: 'text', ...label('事项', 'Matter'), required: true },
      { key: 'day', type: 'date', ...label('日期', 'Day') },
      { key: 'invoice', type: 'text', ...label('发票号', 'Invoice no.') },
      { key: 'scan', type: 'files', ...label('发票', 'Invoice'), required: true },
      { key: 'amount', type: 'money', ...label('金额', 'Amount'), required: true, min: '0.01' },
      { key: 'pieces', type: 'number', ...label('件数', 'Pieces'), decimals: 1 },
    ],
  },
  { key: 'amount', type: 'money-sum', ...label('金额', 'Amount'), of: 'items.amount' },
  {
    key: 'reason',
    type: 'long-text',
    ...label('事由', 'Reason'),
    required: { gt: [{ field: 'amount' }, { money: '1000', currency: 'CNY' }] },
  },
  {
    key: 'days',
    type: 'number',
    ...label('天数', 'Days'),
    unit: { zh: '天', en: 'days' },
    min: 1,
    max: 30,
    decimals: 1,
    visible: { eq: [{ field: 'category' }, { value: 'travel' }] },
  },
  { key: 'companion', type: 'person', ...label('同行人', 'Companion') },
  { key: 'guests', type: 'people', ...label('参加人', 'Guests'), max: 3 },
  { key: 'linked', type: 'request', ...label('关联申请', 'Linked request') },
  { key: 'memo', type: 'text', ...label('备注', 'Memo'), maxLength: 5 },
  { key: 'due', type: 'date', ...label('希望日期', 'Wanted by') },
  { key: 'extra', type: 'files', ...label('附件', 'Files'), max: 2 },
  { key: 'cap', type: 'money', ...label('上限', 'Cap'), currency: 'JPY' },
  {
    key: 'inPlan',
    type: 'yes-no',
    ...label('计划', 'Plan'),
    filledAt: 'step',
    yes: { zh: '计划内', en: 'In plan' },
    no: { zh: '计划外', en: 'Over plan' },
    expected: true,
  },
];

/** A definition around these fields with one reviewing step that writes `inPlan`. */
export const SAMPLE: Definition = definitionSchema.parse({
  key: 'sample',
  version: 1,
  title: { zh: '样例', en: 'Sample' },
  area: 'finance',
  numberPrefix: 'SA',
  start: { everyone: true },
  form: { fields: SAMPLE_FIELDS },
  sentence: { zh: '{requester}为{shop}申请 {amount}', en: '{requester} asks for {amount} for {shop}' },
  rowTitle: { zh: '样例 · {category}', en: 'Sample · {category}' },
  amount: 'amount',
  flow: [
    {
      id: 'check',
      kind: 'review',
      title: { zh: '查验', en: 'Check' },
      assignee: { by: 'superior' },
      fields: { write: ['inPlan', 'memo'], required: ['inPlan'] },
    },
  ],
} satisfies DefinitionInput);

/** A file reference with a digest of its own. */
export function sampleFile(name: string, digit = 'a') {
  return { id: `file-${name}`, name, size: 3, type: 'application/pdf', sha256: digit.repeat(64) };
}
