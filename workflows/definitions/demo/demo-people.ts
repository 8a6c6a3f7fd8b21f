import type { Bilingual } from '@countersign/domain';

/** One card of the one-click sign-in: whom it signs in, what stands beside the name, what that person can do today, and with whom it is shown. */
export interface DemoPerson {
  key: string;
  title: Bilingual;
  line: Bilingual;
  /** What this one and the cards around it have to do with. */
  group: Bilingual;
}

type Pair = readonly [zh: string, en: string];
const bilingual = ([zh, en]: Pair): Bilingual => ({ zh, en });

const person = (key: string, title: Pair, line: Pair): Omit<DemoPerson, 'group'> => ({
  key,
  title: bilingual(title),
  line: bilingual(line),
});

const group = (title: Pair, people: readonly Omit<DemoPerson, 'group'>[]): DemoPerson[] =>
  people.map((each) => ({ ...each, group: bilingual(title) }));

/** Who takes an expense from the till to the voucher. */
const EXPENSES = group(
  ['报销与付款', 'Expenses and payment'],
  [
    person('li-na', ['徐汇店店长', 'Manager, Xuhui store'], ['提交报销，看它走到哪里', 'Submits expenses and follows them']),
    person('zhang-wei', ['运营区长', 'Area manager'], ['先审，¥1,000 以内由他批', 'Reviews first, approves up to ¥1,000']),
    person('liu-chang', ['财务专员', 'Finance specialist'], ['查验单据，归档凭证', 'Checks documents, files vouchers']),
    person(
      'song-lan',
      ['财务总监', 'Finance director'],
      ['¥5,000 以上审核；调研预算出意见', 'Reviews above ¥5,000, gives opinions on research budgets'],
    ),
    person('sun-qian', ['运营经理', 'Operations manager'], ['批 ¥5,000 以内', 'Approves up to ¥5,000']),
    person('zhou-yan', ['运营总监', 'Operations director'], ['批 ¥20,000 以内', 'Approves up to ¥20,000']),
    person('chen-jing', ['出纳', 'Cashier'], ['付款', 'Pays']),
    person('zheng-guohua', ['总经理', 'General manager'], ['计划内不限额；定调研计划', 'No limit in plan; decides research plans']),
  ],
);

const BUDGETS = group(
  ['预算', 'Budgets'],
  [person('gu-ming', ['财务经理', 'Finance manager'], ['维护预算，登记外部支出', 'Keeps budgets, posts outside spending'])],
);

const AUTHORITY = group(
  ['权限', 'Authority'],
  [person('dong-ning', ['人事经理', 'HR manager'], ['先审权限，再由总经理定', 'Reviews changes of authority first'])],
);

const RESEARCH = group(
  ['市场调研', 'Market research'],
  [
    person('wu-di', ['市场专员', 'Market specialist'], ['提交调研计划', 'Submits research plans']),
    person('gao-yang', ['业务经理', 'Business manager'], ['批一般常规调研', 'Approves routine research']),
    person('tang-lei', ['市场总监', 'Market director'], ['审核、签准调研计划', 'Reviews and signs off research plans']),
    person('liang-xue', ['市场经理', 'Market manager'], ['组织市场调研，拟推广方案', 'Runs market research, drafts promotions']),
    person('jiang-fan', ['调研主管', 'Research supervisor'], ['组织调研，记录信息', 'Assigns research, compiles the data']),
  ],
);

const PROMOTIONS = group(
  ['市场推广', 'Promotions'],
  [
    person('yuan-ye', ['事业部经理', 'Business unit manager'], ['签批计划内的推广方案', 'Signs promotions within the plan']),
    person('shen-siyuan', ['集团总经理', 'Group general manager'], ['签批计划外的推广方案', 'Signs promotions over the plan']),
  ],
);

const STORES = group(
  ['门店、仓库与租约', 'Stores, warehouse and leases'],
  [
    person(
      'zhao-yue',
      ['静安区运营区长', 'Area manager, Jing’an'],
      ['筹备开店，逐项完成清单', 'Prepares openings, works through their lists'],
    ),
    person('he-fang', ['拓展主管', 'Expansion supervisor'], ['签字并归档', 'Signs leases and files them']),
    person('ye-xin', ['徐汇店导购', 'Sales associate, Xuhui store'], ['请假，帮店长盘点', 'Asks for leave, helps with the count']),
    person('shi-lei', ['仓储经理', 'Warehouse manager'], ['组织仓储盘点', 'Has the warehouse counted']),
    person(
      'hou-jun',
      ['运营专员', 'Operations specialist'],
      ['与仓储一同盘点，查明不符', 'Counts with the warehouse, looks into variances'],
    ),
    person('kang-ning', ['仓管员', 'Warehouse keeper'], ['与运营一同盘点', 'Counts with operations']),
    person('ou-xue', ['值班经理', 'Duty manager'], ['下班前检查并锁店', 'Closes the store, checks the locks']),
    person('xiong-wei', ['保安主管', 'Security supervisor'], ['下班前一同检查并锁店', 'Clears the site, checks the locks']),
  ],
);

/** Where nobody may approve, and whoever keeps accounts, directory and processes. */
const KEEPERS = group(
  ['受阻与系统管理', 'Stuck requests and administration'],
  [
    person('jiang-ming', ['办公室主任', 'Office director'], ['没有可以处理的人时，指定处理人', 'Assigns somebody when nobody can act']),
    person(
      'lu-ning',
      ['系统管理员', 'System administrator'],
      ['导入组织与流程，帮人登录', 'Imports people and processes, helps others sign in'],
    ),
  ],
);

/** One-click people, in groups by what they have to do with, each in the order in which its processes meet them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...EXPENSES,
  ...BUDGETS,
  ...AUTHORITY,
  ...RESEARCH,
  ...PROMOTIONS,
  ...STORES,
  ...KEEPERS,
];
