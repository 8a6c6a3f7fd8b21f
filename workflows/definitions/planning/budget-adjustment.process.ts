import { approve, review } from '../patterns/blocks';
import { anyUnit, budget, day, MATERIAL, money } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { HEADS } from '../patterns/who';
import { OPERATIONS_CENTRE } from '../patterns/words';
import { spentOn } from './spending-category';

/**
 * One line of the plan gives to another: reviewed by the finance director, approved by the general manager (S0:27; X01). What is moved is held from the
 * moment that it is asked for, so it has to be there then; it is moved once nothing can be taken back any more.
 */
export const budgetAdjustment = spend({
  key: 'budget-adjustment',
  prefix: 'YSTZ',
  title: ['预算调整', 'Budget adjustment'],
  description: ['一行预算转给另一行，批准后入账', 'One line of the plan gives to another once it is approved'],
  area: 'planning',
  department: OPERATIONS_CENTRE,
  matter: 'budget-adjustment',
  start: HEADS,
  fields: [
    anyUnit('fromUnit', ['转出组织', 'Taken from']),
    spentOn('category', ['转出类别', 'Its category']),
    day('fromOn', ['转出期间内的一天', 'A day of its period'], MATERIAL),
    anyUnit('toUnit', ['转入组织', 'Given to']),
    spentOn('toCategory', ['转入类别', 'Category of that']),
    day('toOn', ['转入期间内的一天', 'A day of that period'], MATERIAL),
    money('amount', ['调整金额', 'Amount'], { ...MATERIAL, min: '0.01' }),
    budget({
      unit: 'fromUnit',
      category: 'category',
      date: 'fromOn',
      to: { unit: 'toUnit', category: 'toCategory', date: 'toOn' },
    }),
  ],
  steps: [review('finance-director'), approve('gm', { amount: 'amount' })],
  sentence: [
    '{requester}申请把 {amount} 从{fromUnit}（{category}）转给{toUnit}（{toCategory}）',
    '{requester} asks to move {amount} from {fromUnit} ({category}) to {toUnit} ({toCategory})',
  ],
  rowTitle: ['预算调整 · {fromUnit} → {toUnit}', 'Budget adjustment · {fromUnit} → {toUnit}'],
  facts: ['fromUnit', 'category', 'toUnit', 'toCategory', 'amount', 'budget', 'reason'],
  amount: 'amount',
});
