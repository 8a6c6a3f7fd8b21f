const label = (zh: string, en: string) => ({ zh, en });
const decided = (kind: string, id: string, [zh, en]: [string, string], role: string) => ({
  kind,
  id,
  title: label(zh, en),
  assignee: { by: 'role', role, scope: 'company' },
  returns: { to: ['requester', 'previous'], resume: 'choose' },
});
const signs = (role: string) => ({ assignee: { by: 'role', role, scope: 'company' } });
const lane = (zh: string, en: string, steps: object[]) => ({ title: label(zh, en), steps });

const field = (key: string, type: string, [zh, en]: [string, string], more: object) => ({ key, type, label: label(zh, en), ...more });
const ASKED = { required: true, material: true };

/** What each drill starts beside itself, and waits for. */
export const STORM_CHILD = {
  key: 'storm-child',
  version: 1,
  title: label('演练附件', 'Drill, enclosed'),
  area: 'store',
  numberPrefix: 'YF',
  start: { everyone: true },
  graceSeconds: 2,
  form: { fields: [field('topic', 'text', ['事项', 'Topic'], ASKED)] },
  sentence: label('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: label('{topic}', '{topic}'),
  flow: [decided('approve', 'only', ['附件审批', 'Enclosed approval'], 'market-director')],
};

/**
 * A review that is late as it begins, a list, signatures, a wait, lanes (in one another request is waited for) and an approval that commits what is
 * reserved from its first press on: nearly every operation has a place here, and none wants more than a word or a person.
 */
export const STORM_PROCESS = {
  key: 'storm',
  version: 1,
  title: label('断电演练', 'Power cut drill'),
  area: 'store',
  numberPrefix: 'YL',
  start: { everyone: true },
  graceSeconds: 2,
  form: {
    fields: [
      field('topic', 'text', ['事项', 'Topic'], ASKED),
      field('day', 'date', ['日期', 'Day'], { required: true }),
      field('amount', 'money', ['金额', 'Amount'], ASKED),
      field('shop', 'unit', ['门店', 'Store'], ASKED),
      field('budget', 'budget', ['预算', 'Budget'], { amount: 'amount', unit: 'shop' }),
    ],
  },
  deadlines: 'usual',
  sentence: label('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: label('{topic}', '{topic}'),
  flow: [
    { ...decided('review', 'seen', ['初审', 'First look'], 'office-director'), due: { field: 'day' } },
    {
      kind: 'checklist',
      id: 'list',
      title: label('清单', 'List'),
      assignee: { by: 'role', role: 'ops-manager', scope: 'company' },
      items: [
        { id: 'lights', title: label('灯', 'Lights') },
        { id: 'doors', title: label('门', 'Doors'), owner: { by: 'role', role: 'market-director', scope: 'company' } },
      ],
      returns: { to: ['requester', 'previous'], resume: 'choose' },
    },
    {
      kind: 'countersign',
      id: 'signed',
      title: label('会签', 'Signatures'),
      people: [signs('ops-manager'), signs('market-director'), signs('business-manager')],
      rule: { by: 'number', of: 2 },
      rejection: 'majority',
      abstention: 'lowers',
      returns: { to: ['requester', 'previous'], resume: 'choose' },
    },
    { kind: 'delay', id: 'pause', title: label('等待', 'Wait'), until: { field: 'day' } },
    {
      kind: 'parallel',
      id: 'beside',
      title: label('三线并行', 'Three lanes'),
      join: 'all',
      lanes: [
        lane('财务', 'Finance', [decided('approve', 'money', ['财务复核', 'Finance'], 'finance-director')]),
        lane('市场', 'Market', [decided('approve', 'market', ['市场复核', 'Market'], 'market-director')]),
        lane('附件', 'Enclosed', [
          {
            kind: 'subprocess',
            id: 'enclosed',
            title: label('附件', 'Enclosed'),
            definition: STORM_CHILD.key,
            map: { topic: { field: 'topic' } },
            onRejected: 'ignore',
          },
        ]),
      ],
    },
    decided('approve', 'final', ['总经理批准', 'Final approval'], 'gm'),
  ],
};

/** Names by which the demo people sign in: who asks, everybody who is asked, and among them one who looks after requests. */
export const STORM_PEOPLE = ['李娜', '蒋明', '孙倩', '唐磊', '高扬', '宋岚', '郑国华'];
