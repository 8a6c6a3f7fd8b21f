import { DAY_OPENING_LIST } from '../checklists/store-day.list';
import { copy, review } from '../patterns/blocks';
import { check } from '../patterns/check.pattern';
import { day, MATERIAL } from '../patterns/fields';
import { checklist } from '../patterns/lists';
import { yes } from '../patterns/when';
import { DEPARTMENT_STORE } from '../patterns/words';

/**
 * A department store before it opens, in timed parts from 8:20 to 9:05 (S2:6, S2:10–S2:82; A185–A187; X27, X52, X53; G55: two owners at 8:40, side by side).
 * Something wrong outside the gate keeps it shut: the general manager of the store is told.
 */
export const storeDailyOpening = check({
  key: 'store-daily-opening',
  prefix: 'YYQ',
  title: ['营业前工作', 'Before opening'],
  description: ['进场、晨会、准备、开门、迎宾', 'Entry, morning meeting, preparation, gate, welcome'],
  area: 'store',
  department: DEPARTMENT_STORE,
  matter: 'store-operation',
  start: ['duty-supervisor'],
  // Before the first part, in each department store: where its duty supervisor has a post.
  schedule: {
    ...{ every: 'day', at: { time: '08:00' }, units: 'posts' },
    ...{ starter: 'duty-supervisor', begins: 'submitted', form: { day: { day: true } } },
  },
  fields: [day('day', ['日期', 'Day'], MATERIAL)],
  steps: [
    checklist('before-opening', ['营业前清单', 'Before opening'], {
      list: DAY_OPENING_LIST,
      who: 'duty-supervisor',
      anchor: 'day',
      instead: ['duty-manager'],
    }),
    copy('start-opening-hold', ['暂缓开门，告知营运部总经理', 'Opening held, general manager told'], ['mall-ops-gm'], yes('abnormal')),
    review('duty-manager', { due: { working: { hours: 1 }, clock: 'store' } }),
  ],
  sentence: ['{requester}报告 {day} 营业前准备', '{requester} reports on {day} before opening'],
  rowTitle: ['营业前 · {day}', 'Before opening · {day}'],
  facts: ['day', 'abnormal'],
});
