import { approve, branch, carryOut, signedTogether } from '../patterns/blocks';
import { AT_STEP, choice, files, link, longText, MATERIAL, money, REQUIRED } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { within } from '../patterns/time';
import { above, is, parameter } from '../patterns/when';
import { MERCHANDISE } from '../patterns/words';

/**
 * The book is changed after an approval alone (S0:130; X42): by tiers of the net loss, beyond the first signed by the warehouse and the finance director
 * together; obsolete stock is written off by the general manager (G09, §6.1).
 */
export const stocktakeVarianceAdjustment = spend({
  key: 'stocktake-variance-adjustment',
  prefix: 'PDTZ',
  title: ['盘点损益调账', 'Stocktake adjustment'],
  description: ['按净损失分级审批，超过首级由仓储与财务双签，批准后调账', 'Approved by tiers, signed by two beyond the first, then booked'],
  area: 'merchandise',
  department: MERCHANDISE,
  matter: 'stock-variance',
  start: ['warehouse-keeper'],
  parameters: [parameter('signedAbove', ['双签起点', 'Signed by two above'], { money: '2000', currency: 'CNY' })],
  fields: [
    link('stocktake', ['盘点', 'Stocktake'], 'stocktake'),
    choice(
      'kind',
      ['类别', 'Kind'],
      { counted: ['盘点差异', 'Variance of a count'], obsolete: ['呆滞品核销', 'Write-off of obsolete stock'] },
      MATERIAL,
    ),
    money('amount', ['净损失', 'Net loss'], { ...MATERIAL, min: '0' }),
    files('sheet', ['盘点损溢表', 'Sheet of gains and losses'], REQUIRED),
    longText('adjusted', ['调账结果', 'What was booked'], { ...AT_STEP, maxLength: 500 }),
  ],
  steps: [
    signedTogether('signed-by-two', ['仓储与财务双签', 'Signed by the warehouse and finance'], {
      signers: [
        { title: ['仓储', 'Warehouse'], who: 'warehouse-manager' },
        { title: ['财务', 'Finance'], who: 'finance-director' },
      ],
      more: { when: above('amount', 'signedAbove') },
    }),
    branch('what-is-adjusted', ['按类别审批', 'By its kind'], {
      cases: [{ title: ['呆滞品核销', 'Write-off'], when: is('kind', 'obsolete'), steps: [approve('gm', { amount: 'amount' })] }],
      otherwise: [approve('ops-manager', { amount: 'amount', instead: ['ops-director'] })],
    }),
    carryOut('requester', ['booked', '调整账面', 'Book adjusted'], 'adjusted', { due: within(2) }),
  ],
  sentence: ['{requester}申请调账：{kind}，净损失 {amount}', '{requester} asks to adjust the book: {kind}, a net loss of {amount}'],
  rowTitle: ['盘点调账 · {kind}', 'Stocktake adjustment · {kind}'],
  facts: ['kind', 'amount', 'stocktake', 'sheet', 'reason'],
  amount: 'amount',
});
