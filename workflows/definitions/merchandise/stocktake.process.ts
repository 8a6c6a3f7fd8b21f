import { branch, copy, prepare, review, signedTogether } from '../patterns/blocks';
import { check } from '../patterns/check.pattern';
import { untilAccepted } from '../patterns/rounds';
import { AT_STEP, choice, day, files, longText, MATERIAL, money, REQUIRED, steering, text, yesNo, type Field } from '../patterns/fields';
import { within } from '../patterns/time';
import { beyond, both, either, is, lost, no, not, parameter, yes } from '../patterns/when';
import { MERCHANDISE, said } from '../patterns/words';

const WAREHOUSE = is('kind', 'periodic');
/** Found, and not gone with the second count. */
const VARIANCE = both(yes('variance'), not(no('remains')));
/** Goods are missing, by the second count where there was one. */
const SHORTAGE = both(VARIANCE, either(both(yes('remains'), lost('recountAmount')), both(not(yes('remains')), lost('varianceAmount'))));
/** What whoever sums a count up writes down: who answers for a shortage too (COUNT-16). */
const SUMMED_UP = ['summary', 'liability'];

/** The store that is counted; the periodic count is the warehouse’s. */
const place: Field = {
  key: 'store',
  type: 'unit',
  label: said(['门店', 'Store']),
  kinds: ['store'],
  visible: not(WAREHOUSE),
  ...MATERIAL,
};

/**
 * Stocktake: counted by two parties, compared with the system, counted again beyond the tolerance, investigated, summed up (S4:46, S0:130, S1:113,
 * S1:195, S1:231; A084; X51, X73; COUNT-13, COUNT-14, COUNT-16). Three occasions: a store daily and monthly, the warehouse from time to time.
 * The tolerance is what an area manager may write off (§6.1). The book is not changed here: that needs an approval of its own.
 */
export const stocktake = check({
  key: 'stocktake',
  prefix: 'PD',
  title: ['盘点', 'Stocktake'],
  description: ['两方清点、对账、复盘、查因、总结', 'Two parties count, compare, recount, investigate, summarise'],
  area: 'merchandise',
  department: MERCHANDISE,
  matter: 'stocktake',
  start: ['store-manager', 'warehouse-manager', 'ops-specialist'],
  // Nothing is counted twice: a second count is part of the first.
  oneInForce: ['kind', 'store', 'countedOn'],
  // The monthly count of every store; the others are started by hand (X73).
  schedule: {
    ...{ every: 'month', on: 'last', at: { closing: -120 }, units: ['store'] },
    ...{ starter: 'store-manager', begins: 'draft', form: { kind: { value: 'monthly' }, store: { unit: true } } },
  },
  parameters: [parameter('tolerance', ['差异容许金额', 'Variance that is tolerated'], { money: '300', currency: 'CNY' })],
  fields: [
    choice(
      'kind',
      ['类别', 'Kind'],
      {
        daily: ['门店日盘', 'Daily count of a store'],
        monthly: ['门店月盘', 'Monthly count of a store'],
        periodic: ['仓库定期盘点', 'Periodic count of the warehouse'],
      },
      MATERIAL,
    ),
    place,
    day('countedOn', ['盘点日期', 'Counted on'], { ...MATERIAL, notAfter: 'today' }),
    text('cutOff', ['截止单号与冻结范围', 'Cut-off, and what is frozen'], REQUIRED),
    files('sheet', ['盘点表', 'Count sheet'], REQUIRED),
    yesNo('variance', ['账实', 'Book and stock'], { ...steering(true), yes: said(['有差异', 'Differ']), no: said(['相符', 'Agree']) }),
    money('varianceAmount', ['差异金额（盘亏为负）', 'Amount of the variance (a loss is negative)'], {
      ...AT_STEP,
      material: true,
      min: '-99999999',
    }),
    yesNo('remains', ['复盘', 'Second count'], {
      ...AT_STEP,
      material: true,
      yes: said(['仍有差异', 'Still differ']),
      no: said(['已相符', 'Agree now']),
    }),
    money('recountAmount', ['复盘后差异金额', 'Variance after the second count'], { ...AT_STEP, min: '-99999999' }),
    files('recountSheet', ['复盘表', 'Recount sheet'], AT_STEP),
    longText('cause', ['差异原因', 'Cause of the variance'], AT_STEP),
    longText('summary', ['盘点总结', 'Summary'], AT_STEP),
    longText('liability', ['短缺责任认定', 'Who answers for the shortage'], { ...AT_STEP, visible: SHORTAGE }),
  ],
  steps: [
    branch('who-counts', ['由谁共同清点', 'Second counting party'], {
      cases: [
        {
          title: ['仓库', 'Warehouse'],
          when: WAREHOUSE,
          steps: [
            signedTogether('counted-together', ['运营与仓库共同清点', 'Counted by operations and the warehouse'], {
              signers: [
                { title: ['运营方', 'Operations'], who: 'ops-specialist', instead: ['ecom-lead'] },
                { title: ['仓库方', 'Warehouse'], who: 'warehouse-keeper', instead: ['warehouse-manager'] },
              ],
            }),
          ],
        },
      ],
      otherwise: [
        review(
          { role: 'sales-associate', near: 'store' },
          { id: 'counted-twice', title: ['店员第二人清点', 'Counted by a second person'], instead: [{ role: 'cashier', near: 'store' }] },
        ),
      ],
    }),
    prepare('requester', ['compared', '与系统核对', 'Compared with the system'], 'variance', {
      write: ['variance', 'varianceAmount'],
      required: ['variance', 'varianceAmount'],
      due: within(1),
    }),
    untilAccepted('recount', ['超差复盘', 'Counted again'], {
      when: both(yes('variance'), beyond('varianceAmount', 'tolerance')),
      most: 5,
      steps: [
        prepare('ops-inspector', ['recounted', '复盘', 'Second count'], 'recountSheet', {
          write: ['recountSheet', 'remains', 'recountAmount'],
          required: ['recountSheet', 'remains', 'recountAmount'],
          due: within(2),
        }),
        review(
          { superior: 1 },
          {
            id: 'recount-accepted',
            title: ['认可复盘结果', 'Second count accepted'],
            note: ['不认可的，再盘一次。', 'Where it is not accepted, the goods are counted once more.'],
            approve: ['认可', 'Accept'],
            done: ['认可复盘结果', 'accepted the second count'],
            mayReject: true,
          },
        ),
      ],
    }),
    prepare('ops-specialist', ['investigated', '差异调查', 'Variance investigated'], 'cause', { when: VARIANCE, due: within(3) }),
    copy('start-variance-adjustment', ['差异待审批调账', 'Variance to be adjusted'], ['finance-manager', 'ops-manager'], VARIANCE),
    review(
      { role: 'area-manager', near: 'store' },
      {
        id: 'accounts-checked',
        title: ['区长核查账目并总结', 'Accounts checked, summary written'],
        when: not(WAREHOUSE),
        write: SUMMED_UP,
        required: SUMMED_UP,
      },
    ),
    review('ops-manager', {
      id: 'warehouse-checked',
      title: ['运营经理核查并总结', 'Count checked, summary written'],
      when: WAREHOUSE,
      write: SUMMED_UP,
      required: SUMMED_UP,
    }),
  ],
  sentence: [
    '{requester}上报{kind}[：{store}]，{countedOn} 盘点[，{variance}][ {varianceAmount}]',
    '{requester} reports the stocktake of {countedOn}[, {store}]: {kind}[, book and stock {variance}][, {varianceAmount}]',
  ],
  rowTitle: ['盘点 · {kind} · {store}', 'Stocktake · {kind} · {store}'],
  facts: ['kind', 'store', 'countedOn', 'variance', 'varianceAmount', 'remains', 'cause', 'summary'],
});
