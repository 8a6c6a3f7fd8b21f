const said = (zh: string, en: string) => ({ zh, en });
const role = (name: string) => ({ by: 'role', role: name });

/** A small purchase: the area manager approves it, finance may correct it, and decide it line by line. */
export const EDITING = {
  key: 'small-purchase',
  version: 1,
  title: said('小额采购', 'Small purchase'),
  area: 'store',
  numberPrefix: 'XG',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'purpose', type: 'text', label: said('用途', 'Purpose'), required: true },
      {
        key: 'items',
        type: 'table',
        label: said('明细', 'Items'),
        required: true,
        columns: [
          { key: 'what', type: 'text', label: said('品名', 'What'), required: true },
          { key: 'cost', type: 'money', label: said('金额', 'Amount'), required: true },
        ],
      },
      { key: 'total', type: 'money-sum', label: said('合计', 'Total'), of: 'items.cost' },
    ],
  },
  sentence: said('{requester}采购{total}', '{requester} buys for {total}'),
  rowTitle: said('小额采购 · {purpose}', 'Small purchase · {purpose}'),
  facts: ['total', 'purpose'],
  amount: 'total',
  flow: [
    { kind: 'approve', id: 'approval', title: said('区长审批', 'Approval'), assignee: role('area-manager') },
    {
      kind: 'review',
      id: 'check',
      title: said('财务审核', 'Finance check'),
      assignee: role('finance-specialist'),
      fields: { edit: ['purpose', 'items'] },
      rows: { table: 'items', cut: 'cost' },
    },
    { kind: 'review', id: 'look', title: said('店长确认', 'Confirmation'), assignee: role('area-manager'), samePerson: 'ask' },
  ],
};
