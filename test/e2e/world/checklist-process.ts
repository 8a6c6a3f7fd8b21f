const said = (zh: string, en: string) => ({ zh, en });
const role = (name: string) => ({ by: 'role', role: name });

/** A small store opening: ten items of two people, with photos, a count, an order, two who sign, and one that may be waived. */
export const CHECKLIST = {
  key: 'small-opening',
  version: 1,
  title: said('小店开业', 'Small opening'),
  area: 'store',
  numberPrefix: 'XK',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'opensOn', type: 'date', label: said('开业', 'Opening'), required: true },
      { key: 'tillPhotos', type: 'files', label: said('照片', 'Photos'), filledAt: 'step', min: 1 },
      { key: 'pieces', type: 'number', label: said('件数', 'Pieces'), filledAt: 'step', min: 1, max: 999 },
    ],
  },
  sentence: said('{requester}准备开业', '{requester} prepares an opening'),
  rowTitle: said('小店开业', 'Small opening'),
  flow: [
    {
      kind: 'checklist',
      id: 'prepare',
      title: said('开业准备', 'Preparation'),
      assignee: role('store-manager'),
      waive: role('ops-manager'),
      groups: [
        { id: 'works', title: said('工程', 'Works') },
        { id: 'goods', title: said('货品', 'Goods') },
      ],
      items: [
        { id: 'shelves', title: said('货架安装', 'Shelves'), group: 'works', due: { field: 'opensOn', days: -10 } },
        {
          id: 'till',
          title: said('收银机联网测试', 'Till test'),
          note: said(
            '两台收银机各刷一笔 ¥0.01，小票能打出来；拍下屏幕和小票。',
            'Each till takes ¥0.01 and prints a slip; photograph screen and slip.',
          ),
          group: 'works',
          with: [role('area-manager')],
          evidence: ['tillPhotos'],
          due: { field: 'opensOn', days: -7, at: '18:00' },
        },
        {
          id: 'stock',
          title: said('首批货品到仓', 'First stock'),
          group: 'goods',
          after: ['shelves'],
          due: { field: 'opensOn', days: -5 },
        },
        {
          id: 'count',
          title: said('到店收货清点', 'Count'),
          group: 'goods',
          after: ['stock'],
          evidence: ['pieces'],
          due: { field: 'opensOn', days: -5 },
        },
        { id: 'tags', title: said('吊牌条码核对', 'Tags'), group: 'goods' },
        { id: 'prices', title: said('系统价与价签一致', 'Prices'), group: 'goods' },
        { id: 'display', title: said('按手册陈列', 'Display') },
        { id: 'roster', title: said('排班公布', 'Roster') },
        { id: 'flowers', title: said('花篮', 'Flowers'), mandatory: false },
        { id: 'sign', title: said('招牌', 'Sign'), waivable: true },
      ],
      fields: { write: ['tillPhotos', 'pieces'] },
      returns: { to: [] },
    },
  ],
};
