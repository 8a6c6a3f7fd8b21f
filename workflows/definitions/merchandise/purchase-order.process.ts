import { approve, carryOut, review } from '../patterns/blocks';
import { AT_STEP, budget, costUnit, day, MATERIAL, money, REQUIRED, text } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { within } from '../patterns/time';
import { parameter, yes } from '../patterns/when';
import { MERCHANDISE, said } from '../patterns/words';
import { spendingCategory } from '../planning/spending-category';

/**
 * Offers are asked for and compared, the order is approved by its amount within the plan or over it, placed, and goods arrive (S3:14; X09, X42, §6.1). Above
 * the threshold there are three offers at least.
 */
export const purchaseOrder = spend({
  key: 'purchase-order',
  prefix: 'CG',
  title: ['采购订单', 'Purchase order'],
  description: ['询价比价，按金额审批，下单到货', 'Offers compared, approved by amount, ordered, received'],
  area: 'merchandise',
  department: MERCHANDISE,
  matter: 'purchase',
  start: ['purchasing-specialist'],
  parameters: [parameter('threeAbove', ['须三家比价的金额', 'Three offers above'], { money: '5000', currency: 'CNY' })],
  fields: [
    text('goods', ['采购内容', 'Goods'], { ...MATERIAL, maxLength: 120 }),
    {
      key: 'offers',
      label: said(['报价', 'Offers']),
      ...MATERIAL,
      type: 'table',
      columns: [
        { key: 'supplier', label: said(['供应商', 'Supplier']), ...REQUIRED, type: 'text', maxLength: 100 },
        { key: 'price', label: said(['报价', 'Price']), ...REQUIRED, type: 'money', min: '0.01' },
      ],
    },
    text('supplier', ['选定供应商', 'Supplier that is chosen'], { ...MATERIAL, maxLength: 100 }),
    costUnit,
    spendingCategory,
    day('neededOn', ['到货日期', 'Needed on'], { ...MATERIAL, notBefore: 'today' }),
    money('amount', ['订单金额', 'Amount'], { ...MATERIAL, min: '0.01' }),
    budget({ category: 'category', date: 'neededOn', spend: [{ step: 'arrival' }] }),
    text('orderNumber', ['订单号', 'Order number'], { ...AT_STEP, maxLength: 60 }),
    day('arrivedOn', ['到货日', 'Arrived on'], { ...AT_STEP, notAfter: 'today' }),
  ],
  submitChecks: [
    {
      type: 'must-hold',
      params: {
        condition: { any: [{ lte: [{ field: 'amount' }, { param: 'threeAbove' }] }, { gte: [{ field: 'offers' }, { value: 3 }] }] },
        words: said(['超过比价金额的采购至少要有三家报价', 'Above the threshold there have to be three offers at least']),
        field: 'offers',
      },
    },
  ],
  steps: [
    review('purchasing-manager'),
    approve('ops-manager', { amount: 'amount', inPlan: yes('budget.inPlan'), instead: ['ops-director'] }),
    carryOut('requester', ['order', '下单', 'Ordered'], 'orderNumber', { due: within(1) }),
    carryOut('requester', ['arrival', '到货', 'Arrived'], 'arrivedOn', { due: { field: 'neededOn' } }),
  ],
  sentence: [
    '{requester}为{costUnit}采购{goods}，{supplier}，{amount}[（{budget}）]',
    '{requester} orders {goods} for {costUnit} from {supplier} for {amount}[ ({budget})]',
  ],
  rowTitle: ['采购 · {goods}', 'Purchase · {goods}'],
  facts: ['goods', 'offers', 'supplier', 'costUnit', 'neededOn', 'amount', 'budget', 'reason'],
  amount: 'amount',
});
