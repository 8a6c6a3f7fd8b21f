import { approve, branch, carryOut, opinion, review } from '../patterns/blocks';
import { AT_STEP, day, longText, MATERIAL, money, number, REQUIRED, text } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { within } from '../patterns/time';
import { parameter, upTo } from '../patterns/when';
import { MERCHANDISE } from '../patterns/words';

const FINANCE = opinion('finance-director', { write: ['recommendedPrice'] });

/**
 * A price or a discount is changed: reviewed by merchandising, approved by how deep it is marked down, with an opinion of finance beyond the first tier; then
 * barcodes and tags are changed and looked at on the floor (S3:14, S4:46; G36, §6.1).
 */
export const priceAdjustment = spend({
  key: 'price-adjustment',
  prefix: 'TJ',
  title: ['价格折扣调整', 'Price adjustment'],
  description: ['按降幅分级审批，批准后更换价签并核查', 'Approved by the depth of the mark-down; then tags are changed and checked'],
  area: 'merchandise',
  department: MERCHANDISE,
  matter: 'price',
  start: ['merch-specialist', 'ops-specialist'],
  parameters: [
    parameter('managerUpTo', ['运营经理最多降百分之几', 'Per cent that the operations manager may mark down'], 20),
    parameter('directorUpTo', ['运营总监最多降百分之几', 'Per cent that the operations director may mark down'], 30),
  ],
  fields: [
    text('goods', ['货品', 'Goods'], { ...MATERIAL, maxLength: 120 }),
    money('before', ['原价', 'Price before'], { ...MATERIAL, min: '0.01' }),
    money('after', ['新价', 'Price after'], { ...MATERIAL, min: '0.01' }),
    number('depth', ['降幅', 'Mark-down'], { ...MATERIAL, decimals: 2, min: 0, max: 100, unit: { zh: '%', en: '%' } }),
    day('effectiveOn', ['生效日', 'In effect from'], { ...MATERIAL, notBefore: 'today' }),
    longText('margin', ['毛利影响', 'Effect on the margin'], { ...REQUIRED, maxLength: 500 }),
    money('recommendedPrice', ['财务建议价', 'Price recommended by finance'], AT_STEP),
    longText('tags', ['条码与价签更换情况', 'Barcodes and tags that were changed'], { ...AT_STEP, maxLength: 500 }),
  ],
  steps: [
    review('merch-manager'),
    branch('by-depth', ['按降幅审批', 'By the depth of the mark-down'], {
      cases: [
        { title: ['运营经理权限内', 'The operations manager'], when: upTo('depth', 'managerUpTo'), steps: [approve('ops-manager')] },
        {
          title: ['运营总监权限内', 'The operations director'],
          when: upTo('depth', 'directorUpTo'),
          steps: [FINANCE, approve('ops-director')],
        },
      ],
      otherwise: [opinion('finance-director', { id: 'deep-opinion', write: ['recommendedPrice'] }), approve('gm')],
    }),
    carryOut('requester', ['tags-changed', '更换条码与价签', 'Barcodes and tags changed'], 'tags', { due: within(1) }),
    review('ops-inspector', { id: 'floor-check', title: ['卖场核查', 'Checked on the floor'] }),
  ],
  sentence: [
    '{requester}申请把{goods}由 {before} 调为 {after}（降 {depth}），{effectiveOn} 生效',
    '{requester} asks to change the price of {goods} from {before} to {after} (down {depth}) from {effectiveOn}',
  ],
  rowTitle: ['调价 · {goods}', 'Price · {goods}'],
  facts: ['goods', 'before', 'after', 'depth', 'effectiveOn', 'margin', 'recommendedPrice', 'reason'],
});
