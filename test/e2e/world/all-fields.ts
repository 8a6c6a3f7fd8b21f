const said = (zh: string, en: string) => ({ zh, en });

/** A process whose form asks for people, stores, other requests and choices, with a step for the person named and one for the person chosen. */
export const ALL_FIELDS = {
  key: 'all-fields',
  version: 1,
  title: said('代班申请', 'Cover'),
  area: 'store',
  numberPrefix: 'DB',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'witness', type: 'person', label: said('证明人', 'Witness'), required: true },
      { key: 'store', type: 'unit', kinds: ['store'], label: said('门店', 'Store'), required: true },
      { key: 'before', type: 'request', label: said('关联申请', 'Linked request') },
      {
        key: 'kind',
        type: 'choice',
        label: said('类别', 'Kind'),
        required: true,
        options: [
          { value: 'day', label: said('白班', 'Day') },
          { value: 'night', label: said('晚班', 'Night') },
        ],
      },
      { key: 'urgent', type: 'yes-no', label: said('是否加急', 'Urgent'), yes: said('加急', 'Urgent'), no: said('不急', 'No hurry') },
    ],
  },
  sentence: said('{requester}申请{store}{kind}，由{witness}证明', '{requester} asks for {kind} cover at {store}, witnessed by {witness}'),
  rowTitle: said('代班 · {store}', 'Cover · {store}'),
  facts: ['kind', 'store', 'witness', 'before', 'urgent'],
  flow: [
    { kind: 'review', id: 'confirm', title: said('证明人确认', 'The witness confirms'), assignee: { by: 'field', field: 'witness' } },
    { kind: 'approve', id: 'pick', title: said('批准', 'Approval'), assignee: { by: 'choice', roles: ['gm', 'ops-director'] } },
  ],
};
