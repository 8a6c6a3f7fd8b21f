import type { ItemRow, Sheet, Way } from './sheet';

/** Not today: nothing of it is late while it is played. */
const tomorrow: Way['form'] = ({ day }) => ({ day: day(1) });

/** S2:10–S2:70, part by part. Who stands outside the gate is asked once everything is ready. */
const ready = (abnormal: boolean): readonly ItemRow[] => [
  { item: 'dso-03', people: ['xiong-wei'] },
  { item: 'dso-01', people: ['niu-wei'], waits: true },
  { item: 'dso-02', people: ['hua-rong', 'tie-cheng'], waits: true },
  { item: 'dso-04', people: ['lei-ming'] },
  { item: 'dso-05', people: ['long-fei', 'tie-cheng'], waits: true },
  { item: 'dso-06', people: ['long-fei'], waits: true },
  { item: 'dso-07', people: ['niu-wei'], waits: true },
  { item: 'dso-08', people: ['niu-wei'], waits: true },
  { item: 'dso-09', people: ['hua-rong'], waits: true },
  { item: 'dso-10', people: ['hua-rong'], waits: true },
  { item: 'dso-11', people: ['hua-rong'], waits: true },
  { item: 'dso-12', people: ['hua-rong'], waits: true },
  { item: 'dso-13', people: ['niu-wei'], waits: true },
  { item: 'dso-14', people: ['niu-wei'], waits: true },
  { item: 'dso-15', people: ['niu-wei'], waits: true },
  { item: 'dso-16', people: ['hua-rong'], waits: true },
  { item: 'dso-17', people: ['long-fei'], waits: true },
  { item: 'dso-18', people: ['long-fei'], waits: true },
  { item: 'dso-19', people: ['long-fei'], waits: true },
  { item: 'dso-20', people: ['long-fei'], waits: true },
  { item: 'dso-21', people: ['long-fei'] },
  { item: 'dso-23', people: ['xiong-wei'], brings: () => ({ abnormal }), waits: true },
];

/** S2:68, S2:76–S2:82: the doors, then the welcome. */
const OPENED: readonly ItemRow[] = [
  { item: 'dso-22', people: ['long-fei', 'xiong-wei', 'lei-ming'] },
  { item: 'dso-25', people: ['wen-xin'], waits: true },
  { item: 'dso-27', people: ['wen-xin'], waits: true },
  { item: 'dso-26', people: ['long-fei'], waits: true },
  { item: 'dso-28', people: ['long-fei'], waits: true },
];

/** S2:6, S2:18, S2:72, S2:74. */
export const DAILY_OPENING: Sheet = {
  definition: 'store-daily-opening',
  rows: ['S2:6', 'S2:18', 'S2:72'],
  gaps: ['G03', 'X52', 'X56'],
  starts: { yes: ['long-fei'], no: ['ou-xue', 'li-na', 'pei-jun'] },
  times: {
    'dso-03': 'day 08:20',
    'dso-01': 'day 08:30',
    'dso-02': 'day 08:30',
    'dso-04': 'day 08:30',
    'dso-05': 'day 08:30',
    'dso-06': 'day 08:40',
    'dso-07': 'day 08:40',
    'dso-08': 'day 08:40',
    'dso-09': 'day 08:40',
    'dso-10': 'day 08:40',
    'dso-11': 'day 09:00',
    'dso-12': 'day 09:00',
    'dso-13': 'day 09:00',
    'dso-14': 'day 09:00',
    'dso-15': 'day 09:00',
    'dso-16': 'day 09:00',
    'dso-17': 'day 09:00',
    'dso-18': 'day 09:00',
    'dso-19': 'day 09:00',
    'dso-20': 'day 09:00',
    'dso-21': 'day 09:00',
    'dso-23': 'day 09:00',
    'order-restored': '1 hours store',
    'dso-22': 'day 09:00',
    'dso-25': 'day 09:05',
    'dso-27': 'day 09:05',
    'dso-26': 'day 09:05',
    'dso-28': 'day 09:05',
    'duty-manager-review': '1 hours store',
  },
  ways: [
    {
      name: 'six timed parts, each by its own people, then the duty manager',
      by: 'long-fei',
      form: tomorrow,
      lists: { 'before-opening': ready(false), 'doors-open': OPENED },
      way: `
        list before-opening
        skip start-opening-hold
        skip order-restored
        list doors-open
        duty-manager-review: ou-xue
        approved
      `,
    },
    {
      name: 'something wrong outside: the store’s general manager is told at once, and nobody opens before order is restored',
      by: 'long-fei',
      form: tomorrow,
      lists: { 'before-opening': ready(true), 'doors-open': OPENED },
      writes: { 'order-restored': () => ({ orderRestored: '抽调三名保安员到门外，9:12 恢复排队秩序' }) },
      way: `
        list before-opening
        copy start-opening-hold: pei-jun
        order-restored: xiong-wei
        list doors-open
        duty-manager-review: ou-xue
        approved
      `,
    },
  ],
  turns: [{ name: 'the duty manager sends it back', way: 0, at: 'duty-manager-review', does: 'return', to: 'requester', then: 'returned' }],
};

/** S2:254, S2:288, S2:306, S2:308: what is dangerous is signed by two, the clearing by three. */
const CLOSED: readonly ItemRow[] = [
  { item: 'dsc-01', people: ['lei-ming'] },
  { item: 'dsc-02', people: ['xiong-wei'], waits: true },
  { item: 'dsc-03', people: ['niu-wei'], waits: true },
  { item: 'dsc-04', people: ['niu-wei'], waits: true },
  { item: 'dsc-05', people: ['wen-xin'], brings: ({ file }) => ({ posReport: [file] }), waits: true },
  { item: 'dsc-07', people: ['wen-xin'], waits: true },
  { item: 'dsc-08', people: ['xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-06', people: ['ou-xue'], waits: true },
  { item: 'dsc-09', people: ['lei-ming'], waits: true },
  { item: 'dsc-10', people: ['xiong-wei'], waits: true },
  { item: 'dsc-11', people: ['tie-cheng'], waits: true },
  { item: 'dsc-12', people: ['tie-cheng'], waits: true },
  { item: 'dsc-13', people: ['tie-cheng'], waits: true },
  { item: 'dsc-14', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-15', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-16', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-17', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-18', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-19', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-20', people: ['ou-xue', 'xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-21', people: ['xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-22', people: ['xiong-wei', 'tie-cheng'], waits: true },
  { item: 'dsc-23', people: ['ou-xue', 'xiong-wei'], waits: true },
  { item: 'dsc-24', people: ['ou-xue', 'xiong-wei'], waits: true },
];

export const DAILY_CLOSING: Sheet = {
  definition: 'store-daily-closing',
  rows: ['S2:254', 'S2:288', 'S2:306', 'S2:308'],
  gaps: ['G03', 'X52', 'G45'],
  starts: { yes: ['ou-xue'], no: ['long-fei', 'xiong-wei', 'pei-jun'] },
  times: {
    'dsc-01': 'day closing-10',
    'dsc-02': 'day closing+0',
    'dsc-03': 'day closing+15',
    'dsc-04': 'day closing+15',
    'dsc-05': 'day closing+15',
    'dsc-07': 'day closing+15',
    'dsc-08': 'day closing+20',
    'dsc-06': 'day closing+20',
    'dsc-09': 'day closing+30',
    'dsc-10': 'day closing+30',
    'dsc-11': 'day closing+30',
    'dsc-12': 'day closing+30',
    'dsc-13': 'day closing+30',
    'dsc-14': 'day closing+45',
    'dsc-15': 'day closing+45',
    'dsc-16': 'day closing+45',
    'dsc-17': 'day closing+45',
    'dsc-18': 'day closing+45',
    'dsc-19': 'day closing+45',
    'dsc-20': 'day closing+45',
    'dsc-21': 'day closing+60',
    'dsc-22': 'day closing+60',
    'dsc-23': 'day closing+60',
    'dsc-24': 'day closing+60',
  },
  ways: [
    {
      name: 'closed, left, cleared by three, locked and looked at by two',
      by: 'ou-xue',
      form: tomorrow,
      lists: { closing: CLOSED },
      way: `
        list closing
        copy start-sales-ranking: pei-jun
        approved
      `,
    },
  ],
  turns: [],
};
