/** A value of a form that only the running product knows: a unit by its key, a day counted from today, a file that is handed in. */
export type DemoValue =
  { unit: string } | DemoDay | { paper: string } | { yuan: string } | { from: DemoDay; to: DemoDay } | string | number | boolean;
type DemoDay = { day: number };
export type DemoForm = Readonly<Record<string, DemoValue>>;

/** One thing that one of the demo people does with one of the requests of the story. */
export type DemoAct = { by: string; about: string } & (
  | { does: 'submit'; definition: string; form: DemoForm }
  /** What was returned is changed and sent again. */
  | { does: 'resubmit'; form: DemoForm }
  | ({ does: 'approve' | 'reject' | 'return' | 'tick'; fields?: DemoForm } & Said)
);
type Said = { stance?: 'for'; comment?: string; to?: 'requester'; item?: string };

const submit = (by: string, about: string, definition: string, form: DemoForm): DemoAct => ({
  does: 'submit',
  by,
  about,
  definition,
  form,
});
const press =
  (does: 'approve' | 'reject' | 'return', said: Said = {}) =>
  (by: string, about: string, fields?: DemoForm): DemoAct => ({ does, by, about, ...said, ...(fields && { fields }) });
const approve = press('approve');
const opinion = press('approve', { stance: 'for', comment: '同意' });
const tick = (by: string, about: string, item: string, fields: DemoForm = {}): DemoAct => ({ does: 'tick', by, about, item, fields });

const opening = (about: string, name: string, days: number, more: DemoForm = {}): DemoAct =>
  submit('zhao-yue', about, 'store-opening', {
    ...{ storeName: name, area: { unit: 'area-jingan' }, operation: 'direct', openingOn: { day: days } },
    ...{ budget: { yuan: '420000.00' }, scheme: { paper: '开业方案.txt' }, ...more },
  });

const leave = (by: string, reason: string, more: DemoForm = {}): DemoAct =>
  submit(by, by, 'leave-request', {
    ...{ kind: 'personal', dates: { from: { day: 3 }, to: { day: 3 } }, reason, ...more },
  });

/** Short ones that have come to their end: what Time spent counts. */
const LEAVES: readonly DemoAct[] = [
  leave('ye-xin', '发热，医生嘱咐休息一天', { kind: 'sick' }),
  approve('li-na', 'ye-xin'),
  leave('tao-yi', '家里有事'),
  press('return', { to: 'requester', comment: '请写明当天谁接班' })('qian-xiaoyu', 'tao-yi'),
  { does: 'resubmit', by: 'tao-yi', about: 'tao-yi', form: { reason: '家里有事，当天由店长接班' } },
  approve('qian-xiaoyu', 'tao-yi'),
  leave('ma-qi', '想在促销日休息'),
  press('reject', { comment: '当天有促销，人手不够，请改天' })('lin-feng', 'ma-qi'),
];

/**
 * What has been begun in the demo company before a newcomer looks: a store that opens in eighteen days with its list under way, one whose scheme has just
 * been handed in, one that leaves its mall, the renewal of a lease, and leaves that are decided. In order; each by whoever does it in the process.
 */
export const DEMO_STORY: readonly DemoAct[] = [
  opening('nanxiang', '南翔印象城', 18, { store: { unit: 'store-nanxiang' } }),
  approve('sun-qian', 'nanxiang'),
  opinion('song-lan', 'nanxiang', { inPlan: true, recommendedBudget: { yuan: '400000.00' } }),
  approve('zheng-guohua', 'nanxiang'),
  tick('zhao-yue', 'nanxiang', 'open-02'),
  tick('he-fang', 'nanxiang', 'open-14', { leaseFile: { paper: '租赁合同.txt' } }),
  tick('ren-jie', 'nanxiang', 'open-16'),
  tick('an-ran', 'nanxiang', 'open-08'),
  tick('qin-lang', 'nanxiang', 'open-03'),
  opening('hongkou-new', '虹口新天地', 52),
  submit('he-fang', 'changning', 'mall-exit', {
    ...{ store: { unit: 'store-changning' }, mall: '天山里 2F-216', cause: 'expiry', exitOn: { day: 7 } },
    ...{ reason: '租金上调，到期不再续约；附近另有门店。' },
  }),
  opinion('song-lan', 'changning'),
  approve('sun-qian', 'changning'),
  approve('zheng-guohua', 'changning'),
  approve('he-fang', 'changning', { noticeOn: { day: -1 }, notice: { paper: '撤场告知函.txt' } }),
  submit('he-fang', 'hongkou', 'lease-renewal', {
    ...{ store: { unit: 'store-hongkou' }, mall: '虹口龙之梦 3F-118', expiresOn: { day: 38 }, rent: { yuan: '32500.00' } },
    ...{ commission: 20, deposit: { yuan: '97500.00' } },
  }),
  ...LEAVES,
];
