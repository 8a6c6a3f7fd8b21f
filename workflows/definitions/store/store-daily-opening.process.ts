import { DAY_OPENING_LIST, DOORS_OPEN_LIST } from '../checklists/store-day.list';
import { copy, prepare, review } from '../patterns/blocks';
import { check } from '../patterns/check.pattern';
import { AT_STEP, day, longText, MATERIAL } from '../patterns/fields';
import { checklist } from '../patterns/lists';
import { yes } from '../patterns/when';
import { DEPARTMENT_STORE } from '../patterns/words';

/**
 * A department store before it opens, in timed parts from 8:20 to 9:05 (S2:6, S2:10–S2:82; A185–A187; X27, X52, X53; G55: two owners at 8:40, side by side).
 * Something wrong outside the gate keeps it shut (S2:72, X56): the general manager of the store is told at once, guards go out, and nothing of what
 * follows can be done before somebody has said how order came back.
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
  fields: [day('day', ['日期', 'Day'], MATERIAL), longText('orderRestored', ['如何恢复秩序', 'How order came back'], AT_STEP)],
  steps: [
    checklist('before-opening', ['营业前清单', 'Before opening'], {
      list: DAY_OPENING_LIST,
      who: 'duty-supervisor',
      anchor: 'day',
      instead: ['duty-manager'],
    }),
    copy('start-opening-hold', ['暂缓开门，告知营运部总经理', 'Opening held, general manager told'], ['mall-ops-gm'], yes('abnormal')),
    prepare('security-supervisor', ['order-restored', '增援门外岗位，恢复秩序', 'Guards sent out, order restored'], 'orderRestored', {
      when: yes('abnormal'),
      due: { working: { hours: 1 }, clock: 'store' },
    }),
    checklist('doors-open', ['开门迎宾清单', 'Doors and welcome'], {
      list: DOORS_OPEN_LIST,
      who: 'duty-supervisor',
      anchor: 'day',
      instead: ['duty-manager'],
    }),
    review('duty-manager', { due: { working: { hours: 1 }, clock: 'store' } }),
  ],
  sentence: ['{requester}报告 {day} 营业前准备', '{requester} reports on {day} before opening'],
  rowTitle: ['营业前 · {day}', 'Before opening · {day}'],
  facts: ['day', 'abnormal', 'orderRestored'],
});
