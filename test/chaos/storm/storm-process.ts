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

/** A review, signatures, two lanes and an approval: nearly every operation has a place here, and none wants more than a word or a person. */
export const STORM_PROCESS = {
  key: 'storm',
  version: 1,
  title: label('断电演练', 'Power cut drill'),
  area: 'store',
  numberPrefix: 'YL',
  start: { everyone: true },
  graceSeconds: 2,
  form: { fields: [{ key: 'topic', type: 'text', label: label('事项', 'Topic'), required: true, material: true }] },
  sentence: label('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: label('{topic}', '{topic}'),
  flow: [
    decided('review', 'seen', ['初审', 'First look'], 'office-director'),
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
    {
      kind: 'parallel',
      id: 'beside',
      title: label('两线并行', 'Two lanes'),
      join: 'all',
      lanes: [
        lane('财务', 'Finance', [decided('approve', 'money', ['财务复核', 'Finance'], 'finance-director')]),
        lane('市场', 'Market', [decided('approve', 'market', ['市场复核', 'Market'], 'market-director')]),
      ],
    },
    decided('approve', 'final', ['总经理批准', 'Final approval'], 'gm'),
  ],
};

/** Names by which the demo people sign in: who asks, everybody who is asked, and among them one who looks after requests. */
export const STORM_PEOPLE = ['李娜', '蒋明', '孙倩', '唐磊', '高扬', '宋岚', '郑国华'];
