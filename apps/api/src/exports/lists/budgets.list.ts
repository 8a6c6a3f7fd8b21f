import { CONTROL_WORDS, PLAN_COLUMNS, type Bilingual } from '@countersign/domain';
import { BudgetLinesService } from '../../budgets/budget-lines.service';
import { BudgetLinesQuery, MovementsQuery } from '../../budgets/dto/budget.query';
import type { BudgetLineRow, BudgetMovementRow, LEDGER_KINDS } from '../../budgets/dto/budget.view';
import { exportedList, moneyColumn, textColumn, timeColumn } from '../exported-list';

const titleOf = (column: keyof typeof PLAN_COLUMNS): [string, string] => [PLAN_COLUMNS[column].zh, PLAN_COLUMNS[column].en];

/** Lines of budgets. Its first columns are those that an import takes. */
export const budgetLinesList = exportedList<BudgetLinesService, BudgetLinesQuery, BudgetLineRow>({
  title: { zh: '预算', en: 'Budgets' },
  service: BudgetLinesService,
  query: BudgetLinesQuery,
  right: 'budgets.read',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(titleOf('unit'), ({ unit }, words) => words(unit.name)),
    textColumn(titleOf('category'), ({ category }, words) => words(category?.title)),
    textColumn(titleOf('from'), ({ from }) => from),
    textColumn(titleOf('to'), ({ to }) => to),
    moneyColumn(titleOf('amount'), ({ sums }) => sums.planned),
    textColumn(titleOf('control'), ({ control }, words) => words(CONTROL_WORDS[control])),
    textColumn(titleOf('tolerance'), ({ tolerance }) => `${tolerance / 10} %`),
    textColumn(titleOf('owner'), ({ owner }, words) => words(owner?.name)),
    moneyColumn(['调入', 'Moved in'], ({ sums }) => sums.moved),
    moneyColumn(['计划外批准', 'Granted over plan'], ({ sums }) => sums.extended),
    moneyColumn(['实际', 'Actual'], ({ sums }) => sums.spent),
    moneyColumn(['其中外部支出', 'Of that outside'], ({ sums }) => sums.outside),
    moneyColumn(['承诺', 'Committed'], ({ sums }) => sums.committed),
    moneyColumn(['预留', 'Reserved'], ({ sums }) => sums.reserved),
    moneyColumn(['可用', 'Available'], ({ sums }) => sums.available),
  ],
});

const KINDS: Record<(typeof LEDGER_KINDS)[number], Bilingual> = {
  plan: { zh: '计划', en: 'Plan' },
  transfer: { zh: '调入', en: 'Moved in' },
  outside: { zh: '外部支出', en: 'Outside spending' },
  release: { zh: '释放', en: 'Released' },
  refund: { zh: '收回', en: 'Called back' },
  extend: { zh: '计划外批准', en: 'Granted over plan' },
  spend: { zh: '支付', en: 'Paid' },
  commit: { zh: '承诺', en: 'Committed' },
  reserve: { zh: '预留', en: 'Reserved' },
};

/** What happened to one line, newest first. */
export const movementsList = exportedList<BudgetLinesService, MovementsQuery, BudgetMovementRow>({
  title: { zh: '预算变动', en: 'Budget movements' },
  service: BudgetLinesService,
  query: MovementsQuery,
  right: 'budgets.read',
  page: (service, actor, query) => service.movements(actor, query),
  columns: [
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['变动', 'Movement'], ({ kind }, words) => words(KINDS[kind])),
    moneyColumn(['金额', 'Amount'], ({ amount }) => amount),
    textColumn(['单号', 'Number'], ({ request, reference }) => request?.number ?? reference),
    textColumn(['申请', 'Request'], ({ request }, words) => words(request?.title)),
    textColumn(['由谁', 'By'], ({ by }, words) => words(by?.name)),
    textColumn(['说明', 'Note'], ({ note }) => note),
    moneyColumn(['实际', 'Actual'], ({ after }) => after.spent),
    moneyColumn(['承诺', 'Committed'], ({ after }) => after.committed),
    moneyColumn(['预留', 'Reserved'], ({ after }) => after.reserved),
    moneyColumn(['可用', 'Available'], ({ after }) => after.available),
  ],
});
