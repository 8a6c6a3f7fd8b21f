import type { ItemRow, Sheet, Way } from './sheet';

const exit =
  (cause: 'expiry' | 'early' | 'default'): Way['form'] =>
  ({ day, unit }) => ({
    store: unit('store-changning'),
    mall: '天山里 2F-216',
    cause,
    exitOn: day(60),
    reason: '租售比 24.6%，高于公司线',
  });
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const paper = (key: string): NonNullable<ItemRow['brings']> => {
  return ({ file }) => ({ [key]: [file] });
};

/** S0:159; CL-EXIT (G32). */
export const MALL_EXIT: Sheet = {
  definition: 'mall-exit',
  rows: ['S0:159'],
  gaps: ['G03', 'G32'],
  offers: ['stocktake'],
  starts: { yes: ['zhang-wei', 'sun-qian', 'he-fang'], no: ['lin-feng', 'song-lan', 'zheng-guohua'] },
  times: {
    notice: 'exitOn-45',
    'exit-09': 'exitOn-14',
    'exit-10': 'exitOn-1',
    'exit-11': 'exitOn',
    'exit-03': 'exitOn',
    'exit-12': 'exitOn',
    'exit-04': 'exitOn',
    'exit-05': 'exitOn',
    'exit-13': 'exitOn',
    'exit-14': 'exitOn',
    inspection: '3 days',
    'final-settlement': 'exitOn+30',
    archiving: 'exitOn+30',
    'financial-opinion': 'exitOn-50',
    'ops-manager-review': 'exitOn-45',
    'gm-approval': 'exitOn-45',
  },
  stays: ['notice', 'inspection', 'final-settlement', 'archiving'],
  ways: [
    {
      name: 'finance, operations, general manager; notice; five lists side by side; inspection, settlement, file',
      by: 'zhang-wei',
      form: exit('expiry'),
      writes: {
        'financial-opinion': () => ({
          outstanding: yuan('86500.00'),
          depositBack: yuan('85800.00'),
          penalty: yuan('0.00'),
          fitOutLeft: yuan('12000.00'),
        }),
        notice: ({ day, file }) => ({ noticeOn: day(0), notice: [file] }),
        inspection: () => ({ inspection: '场地已清空交还' }),
        'final-settlement': paper('settlement'),
        archiving: () => ({ archiveNumber: 'CC-2026-0003' }),
      },
      lists: {
        'exit-goods': [
          { item: 'exit-09', people: ['qin-lang'], brings: () => ({ clearance: '余货调往徐汇店' }) },
          {
            item: 'exit-10',
            people: ['lin-feng', 'kang-ning'],
            brings: ({ file }) => ({ countNumber: 'PD-2026-0009', countCertificate: [file] }),
            waits: true,
          },
          { item: 'exit-11', people: ['shi-lei'], brings: paper('returnForm'), waits: true },
          { item: 'exit-03', people: ['shi-lei'] },
        ],
        'exit-articles': [{ item: 'exit-12', people: ['lin-feng', 'zhang-wei'], brings: paper('articleList') }],
        'exit-settlement': [
          { item: 'exit-04', people: ['zhang-wei'], brings: paper('mallAccount') },
          { item: 'exit-05', people: ['zhang-wei'], brings: () => ({ receivable: { amount: '86500.00', currency: 'CNY' } }), waits: true },
        ],
        'exit-customers': [{ item: 'exit-13', people: ['fu-wen'] }],
        'exit-people': [{ item: 'exit-14', people: ['an-ran'], brings: () => ({ staffMoves: '两人调徐汇店，一人离职' }) }],
      },
      way: `
        financial-opinion: song-lan
        ops-manager-review: sun-qian
        gm-approval: zheng-guohua
        notice: he-fang
        lists exit: exit-goods, exit-articles, exit-settlement, exit-customers, exit-people
        inspection: zhang-wei
        final-settlement: liu-chang
        archiving: jiang-ming
        approved
      `,
    },
  ],
  turns: [
    { name: 'the general manager keeps the store', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    { name: 'operations wants other grounds', way: 0, at: 'ops-manager-review', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'after the notice nobody withdraws',
      way: 0,
      at: 'final-settlement',
      does: 'withdraw',
      by: 'zhang-wei',
      then: 'refused decision-made',
    },
  ],
};
