import { definitionSchema, type Definition } from '@countersign/domain';

const said = (zh: string, en: string) => ({ zh, en });
const role = (name: string) => ({ by: 'role', role: name, scope: 'company' });
const line = { key: 'cost', type: 'money', label: said('金额', 'Amount'), required: true };

/** Operations for which no process that ships has a place: corrections, rows, requests started by hand, what comes after the end. */
const PURCHASE = {
  key: 'table-purchase',
  version: 1,
  title: said('采购（对照表）', 'Purchase (tables)'),
  area: 'store',
  numberPrefix: 'TG',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'purpose', type: 'text', label: said('用途', 'Purpose'), required: true, material: true },
      {
        ...{ key: 'items', type: 'table', label: said('明细', 'Items'), required: true },
        columns: [{ key: 'what', type: 'text', label: said('品名', 'What') }, line],
      },
      { key: 'total', type: 'money-sum', label: said('合计', 'Total'), of: 'items.cost' },
    ],
  },
  sentence: said('{requester}采购{total}', '{requester} buys for {total}'),
  rowTitle: said('采购 · {purpose}', 'Purchase · {purpose}'),
  amount: 'total',
  flow: [
    { kind: 'approve', id: 'approval', title: said('审批', 'Approval'), assignee: role('business-manager') },
    {
      ...{ kind: 'approve', id: 'check', title: said('核对', 'Check'), assignee: role('finance-director') },
      fields: { edit: ['purpose', 'items'] },
      rows: { table: 'items', cut: 'cost' },
    },
    {
      kind: 'approve',
      id: 'last',
      title: said('批准', 'Last'),
      assignee: role('gm'),
      returns: { to: ['requester', 'check'], resume: 'choose' },
    },
  ],
  children: [
    {
      ...{ definition: 'table-purchase', title: said('补充采购', 'Further purchase'), map: { purpose: { field: 'purpose' } } },
      ...{ shows: ['purpose'], by: ['requester', 'asked'], max: 2 },
    },
  ],
  reopen: { by: ['operator'], outcomes: ['approved', 'rejected'], to: 'check' },
  revoke: { by: ['operator'] },
};

/** Kinds of step that no process that ships uses: a wait, a loop, a meeting, a call. */
const GATHERING = {
  key: 'table-gathering',
  version: 1,
  title: said('评审（对照表）', 'Gathering (tables)'),
  area: 'store',
  numberPrefix: 'TP',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'topic', type: 'text', label: said('事项', 'Topic'), required: true },
      { key: 'from', type: 'date', label: said('不早于', 'Not before'), required: true },
      { key: 'resolution', type: 'text', label: said('决议', 'Resolution'), filledAt: 'step' },
    ],
  },
  sentence: said('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: said('{topic}', '{topic}'),
  flow: [
    { kind: 'delay', id: 'until-then', title: said('等待', 'Wait'), until: { field: 'from' } },
    {
      ...{ kind: 'loop', id: 'drafting', title: said('拟稿', 'Draft'), rounds: 3 },
      steps: [
        { kind: 'work', id: 'draw', title: said('起草', 'Draw up'), assignee: role('market-director'), samePerson: 'ask' },
        { kind: 'approve', id: 'consent', title: said('认可', 'Consent'), assignee: role('gm'), samePerson: 'ask' },
      ],
    },
    {
      ...{ kind: 'meeting', id: 'board', title: said('会议', 'Meeting'), records: ['resolution'] },
      secretary: { assignee: role('office-director') },
      people: [{ assignee: role('gm') }, { assignee: role('finance-director') }],
    },
    { kind: 'call', id: 'post', title: said('记账', 'Post'), to: 'ledger', path: '/entries', body: { id: { request: true } } },
  ],
};

/** Steps on which whoever has them asks others, hands them on, leaves them out, or votes with them. */
const DESK = {
  key: 'table-desk',
  version: 1,
  title: said('经办（对照表）', 'Desk (tables)'),
  area: 'store',
  numberPrefix: 'TD',
  start: { everyone: true },
  form: { fields: [{ key: 'topic', type: 'text', label: said('事项', 'Topic'), required: true, material: true }] },
  sentence: said('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: said('{topic}', '{topic}'),
  flow: [
    { kind: 'review', id: 'look', title: said('审阅', 'Look'), assignee: role('market-director'), optional: { by: 'requester' } },
    { kind: 'approve', id: 'desk', title: said('经办', 'Desk'), assignee: role('finance-specialist'), claim: true },
    {
      ...{ kind: 'countersign', id: 'board', title: said('会签', 'Board'), abstention: 'lowers' },
      people: [{ assignee: role('gm') }, { assignee: role('finance-director') }],
    },
    { kind: 'approve', id: 'last', title: said('批准', 'Last'), assignee: role('ops-director') },
  ],
};

/** A list of which somebody may waive a part. */
const LIST = {
  key: 'table-list',
  version: 1,
  title: said('清单（对照表）', 'List (tables)'),
  area: 'store',
  numberPrefix: 'TL',
  start: { everyone: true },
  form: { fields: [{ key: 'topic', type: 'text', label: said('事项', 'Topic'), required: true }] },
  sentence: said('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: said('{topic}', '{topic}'),
  flow: [
    {
      ...{ kind: 'checklist', id: 'round', title: said('巡检', 'Round'), assignee: role('business-manager'), waive: role('gm') },
      items: [
        { id: 'wall', title: said('墙面', 'Wall') },
        { id: 'floor', title: said('地面', 'Floor'), waivable: true },
      ],
    },
  ],
};

/** Whoever is copied in first sees to it: they remind, demand an answer, report upward, and confirm that they have read it. */
const WATCHED = {
  key: 'table-watched',
  version: 1,
  title: said('督办（对照表）', 'Supervised (tables)'),
  area: 'store',
  numberPrefix: 'TW',
  start: { everyone: true },
  form: { fields: [{ key: 'topic', type: 'text', label: said('事项', 'Topic'), required: true }] },
  sentence: said('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: said('{topic}', '{topic}'),
  flow: [
    { kind: 'cc', id: 'watch', title: said('督办', 'Supervision'), to: [role('ops-director')], supervise: true, receipt: true },
    { kind: 'approve', id: 'look', title: said('审阅', 'Look'), assignee: role('market-director') },
    { kind: 'approve', id: 'last', title: said('批准', 'Last'), assignee: role('gm') },
  ],
};

/** The form names who signs, and who decides last, within a role. */
const NAMED = {
  key: 'table-named',
  version: 1,
  title: said('指定（对照表）', 'Named (tables)'),
  area: 'store',
  numberPrefix: 'TN',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'topic', type: 'text', label: said('事项', 'Topic'), required: true },
      { key: 'board', type: 'people', label: said('会签人', 'Signers'), required: true, max: 3 },
      { key: 'next', type: 'person', label: said('批准人', 'Approver'), required: true },
    ],
  },
  sentence: said('{requester}：{topic}，由{board}会签', '{requester}: {topic}, signed by {board}'),
  rowTitle: said('{topic}', '{topic}'),
  flow: [
    { kind: 'countersign', id: 'board', title: said('会签', 'Board'), people: [{ assignee: { by: 'field', field: 'board' } }] },
    {
      ...{ kind: 'approve', id: 'last', title: said('批准', 'Last'), fallback: [role('gm')] },
      assignee: { by: 'field', field: 'next', roles: ['ops-director', 'gm'] },
    },
  ],
};

/** Definitions that are there for golden tables alone. */
export const TABLE_DEFINITIONS: readonly Definition[] = [PURCHASE, GATHERING, DESK, LIST, WATCHED, NAMED].map((each) =>
  definitionSchema.parse(each),
);
