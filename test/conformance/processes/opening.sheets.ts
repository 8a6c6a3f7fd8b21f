import type { ItemRow, Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

interface Opening {
  operation?: 'direct' | 'joint' | 'franchise';
  budget: string;
}

const opening =
  ({ operation = 'direct', budget }: Opening): Way['form'] =>
  ({ day, unit, file }) => ({
    storeName: '南翔店',
    area: unit('area-jingan'),
    store: unit('store-nanxiang'),
    operation,
    openingOn: day(45),
    budget: yuan(budget),
    scheme: [file],
  });

const paper = (key: string): NonNullable<ItemRow['brings']> => {
  return ({ file }) => ({ [key]: [file] });
};

/** S1:115 and S0:113: goods, articles, image, people, promotion, first stock. The store has no manager yet: its area manager stands in. */
const PREPARED: readonly ItemRow[] = [
  { item: 'open-02', people: ['zhao-yue'] },
  { item: 'open-14', people: ['he-fang'], brings: paper('leaseFile') },
  { item: 'open-18', people: ['zhao-yue'], brings: paper('permits') },
  { item: 'open-16', people: ['ren-jie'] },
  { item: 'open-17', people: ['jin-xin'], brings: paper('acceptance'), waits: true },
  { item: 'open-19', people: ['yan-bo', 'zhao-yue'], waits: true },
  { item: 'open-06', people: ['zhao-yue'] },
  { item: 'open-07', people: ['xie-ning'] },
  { item: 'open-24', people: ['zhao-yue'], brings: ({ files }) => ({ shopPhotos: files }) },
  { item: 'open-08', people: ['an-ran'] },
  { item: 'open-22', people: ['zhao-yue'], waits: true },
  { item: 'open-11', people: ['shao-lin'] },
  { item: 'open-03', people: ['qin-lang'] },
  { item: 'open-20', people: ['zhao-yue', 'kang-ning'], brings: () => ({ receivedPieces: 1240 }), waits: true },
  { item: 'open-21', people: ['zhao-yue'], waits: true },
  { item: 'open-12', people: ['zhao-yue'], waits: true },
  { item: 'open-23', people: ['liu-chang', 'zhao-yue'] },
  { item: 'open-09', people: ['xie-ning'] },
  { item: 'open-13', people: ['luo-yi'], brings: ({ day }) => ({ filedOn: day(0) }) },
];
const FIRST_STOCK: ItemRow = { item: 'open-04', people: ['fang-yi'], brings: paper('allocation') };
const FIRST_BATCH: ItemRow = { item: 'open-05', people: ['fang-yi'], brings: () => ({ batchAdvice: '首批 600 件，基础款六成' }) };

const opened = (inPlan: boolean): NonNullable<Way['writes']> => ({
  'financial-opinion': () => ({ inPlan, recommendedBudget: yuan('400000.00') }),
  inspection: () => ({ inspection: '全部准备已检视' }),
  opening: ({ day }) => ({ openedOn: day(0) }),
  'look-back': () => ({ lookBack: '计划完成 103%，遗留两项' }),
});

const way = (decision: string, copies: string): string => `
  ops-manager-review: sun-qian
  financial-opinion: song-lan
  ${decision}
  list preparation
  inspection: zhao-yue
  opening-permit: sun-qian
  opening: zhao-yue
  ${copies}
  until look-back-day: jiang-ming
  look-back: zhao-yue
  approved
`;
const DIRECT = 'copy start-first-stock: qin-lang, shi-lei\nskip start-franchise-batch';
const FRANCHISE = 'skip start-first-stock\ncopy start-franchise-batch: qin-lang';

/** S0:157, S1:115, S0:113; A060; limits of §6.1. */
export const STORE_OPENING: Sheet = {
  definition: 'store-opening',
  rows: ['S0:157', 'S1:115', 'S0:113'],
  gaps: ['G03', '6.1'],
  starts: { yes: ['zhao-yue', 'sun-qian'], no: ['wang-min', 'he-fang', 'zheng-guohua'] },
  times: {
    'open-02': 'openingOn-40',
    'open-14': 'openingOn-45',
    'open-18': 'openingOn-15',
    'open-16': 'openingOn-40',
    'open-17': 'openingOn-10',
    'open-19': 'openingOn-7',
    'open-06': 'openingOn-10',
    'open-07': 'openingOn-7',
    'open-24': 'openingOn-1',
    'open-08': 'openingOn-21',
    'open-22': 'openingOn-7',
    'open-11': 'openingOn-3',
    'open-03': 'openingOn-7',
    'open-04': 'openingOn-7',
    'open-05': 'openingOn-14',
    'open-20': 'openingOn-5',
    'open-21': 'openingOn-5',
    'open-12': 'openingOn-2',
    'open-23': 'openingOn-2',
    'open-09': 'openingOn-14',
    'open-13': 'openingOn',
    inspection: 'openingOn-1',
    opening: 'openingOn',
    'look-back-day': 'openingOn+30',
    'look-back': '5 days',
    'opening-permit': 'openingOn-1',
  },
  stays: ['opening', 'look-back'],
  ways: [
    {
      name: 'in plan whatever it costs, run by the company: scheme, budget, list, inspection, permit, opening, review',
      by: 'zhao-yue',
      form: opening({ budget: '900000.00' }),
      writes: opened(true),
      lists: { preparation: [...PREPARED, FIRST_STOCK] },
      way: way('gm-approval: zheng-guohua', DIRECT),
    },
    {
      name: 'over plan up to half a million, by a franchisee: advised on the first batch instead',
      by: 'zhao-yue',
      form: opening({ operation: 'franchise', budget: '500000.00' }),
      writes: opened(false),
      lists: { preparation: [...PREPARED, FIRST_BATCH] },
      way: way('gm-approval: zheng-guohua', FRANCHISE),
    },
    {
      name: 'over plan beyond half a million, jointly: the group decides',
      by: 'zhao-yue',
      form: opening({ operation: 'joint', budget: '500000.01' }),
      writes: opened(false),
      lists: { preparation: [...PREPARED, FIRST_STOCK] },
      way: way('gm-approval: shen-siyuan', DIRECT),
    },
  ],
  turns: [
    { name: 'finance against it goes back', way: 0, at: 'financial-opinion', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the general manager rejects it', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    { name: 'no permit: inspected again', way: 0, at: 'opening-permit', does: 'return', to: 'previous', then: 'inspection: zhao-yue' },
    { name: 'what is opened is not rejected', way: 0, at: 'look-back', does: 'reject', then: 'refused invalid-state' },
  ],
};
