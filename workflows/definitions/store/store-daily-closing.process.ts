import { DAY_CLOSING_LIST } from '../checklists/store-day-closing.list';
import { check } from '../patterns/check.pattern';
import { day, MATERIAL } from '../patterns/fields';
import { checklist } from '../patterns/lists';
import { copy } from '../patterns/blocks';
import { DEPARTMENT_STORE } from '../patterns/words';

/**
 * A department store closes, is cleared from top to bottom and locked, every dangerous thing by two (S2:254, S2:288, S2:306, S2:308; A220; X52, X54; G45).
 * The duty manager starts it and signs for the locks with the head of security: a list decides nothing, so its starter may work on it.
 */
export const storeDailyClosing = check({
  key: 'store-daily-closing',
  prefix: 'YYJS',
  title: ['营业结束与清场', 'Closing and clearing'],
  description: ['闭店、下班、清场、锁门', 'Closing, leaving, clearing, locking'],
  area: 'store',
  department: DEPARTMENT_STORE,
  matter: 'store-operation',
  start: ['duty-manager'],
  schedule: {
    ...{ every: 'day', at: { closing: -30 }, units: 'posts' },
    ...{ starter: 'duty-manager', begins: 'submitted', form: { day: { day: true } } },
  },
  fields: [day('day', ['日期', 'Day'], MATERIAL)],
  steps: [
    checklist('closing', ['闭店与清场清单', 'Closing and clearing'], {
      list: DAY_CLOSING_LIST,
      who: 'duty-manager',
      anchor: 'day',
      instead: ['duty-supervisor'],
    }),
    copy('start-sales-ranking', ['次日销售分析', 'Sales of the day to be analysed'], ['mall-ops-gm']),
  ],
  sentence: ['{requester}报告 {day} 闭店清场', '{requester} reports on {day}: closed and cleared'],
  rowTitle: ['闭店 · {day}', 'Closing · {day}'],
  facts: ['day', 'posReport'],
});
