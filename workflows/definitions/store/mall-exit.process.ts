import { EXIT_ARTICLES, EXIT_CUSTOMERS, EXIT_GOODS, EXIT_PEOPLE, EXIT_SETTLEMENT } from '../checklists/mall-exit.list';
import { approve, carryOut, opinion, review } from '../patterns/blocks';
import { check } from '../patterns/check.pattern';
import { AT_STEP, choice, day, files, longText, MATERIAL, money, REQUIRED, store, text } from '../patterns/fields';
import { sideBySide } from '../patterns/lanes';
import { checklist } from '../patterns/lists';
import { on, within } from '../patterns/time';
import { OPERATIONS_CENTRE } from '../patterns/words';

const AREA_MANAGER = { role: 'area-manager', near: 'store' } as const;
const ON_THE_DAY = { who: AREA_MANAGER, anchor: 'exitOn', instead: [AREA_MANAGER, 'ops-manager'], waive: 'ops-manager' } as const;

/**
 * Exit from a mall: finance, operations, general manager; notice; five lists side by side; inspection, settlement, file (S0:159; A060; G32).
 * From the source: followed up and inspected; everything else are the recommended steps of CL-EXIT. What the mall says or signs is recorded by its named
 * owner inside, with the paper as evidence.
 */
export const mallExit = check({
  key: 'mall-exit',
  prefix: 'CC',
  title: ['撤场', 'Exit from a mall'],
  description: ['财务、批准、函告商场、五路清单、检视、结算、存档', 'Finance, approval, notice, five lists, inspection, settlement, file'],
  area: 'store',
  department: OPERATIONS_CENTRE,
  matter: 'store-exit',
  start: ['area-manager', 'ops-manager', 'expansion-supervisor'],
  fields: [
    store('store', ['门店', 'Store'], MATERIAL),
    text('mall', ['商场与铺位', 'Mall and position'], MATERIAL),
    choice(
      'cause',
      ['原因', 'Cause'],
      { expiry: ['到期', 'Lease runs out'], early: ['提前终止', 'Ended early'], default: ['商场违约', 'The mall is in default'] },
      MATERIAL,
    ),
    day('exitOn', ['计划撤场日', 'Planned exit day'], MATERIAL),
    longText('reason', ['撤场理由', 'Reason'], REQUIRED),
    money('outstanding', ['应收账款', 'Receivables'], { ...AT_STEP, min: '0' }),
    money('depositBack', ['可退押金', 'Deposit to come back'], { ...AT_STEP, min: '0' }),
    money('penalty', ['违约金', 'Penalty'], { ...AT_STEP, min: '0' }),
    money('fitOutLeft', ['装修余值', 'Fit-out not yet written off'], { ...AT_STEP, min: '0' }),
    day('noticeOn', ['函告商场日期', 'Notice given on'], AT_STEP),
    files('notice', ['告知函', 'Notice in writing'], AT_STEP),
    longText('inspection', ['检视结果', 'Inspection'], AT_STEP),
    files('settlement', ['最终结算单', 'Final settlement'], AT_STEP),
    text('archiveNumber', ['归档编号', 'File number'], { ...AT_STEP, maxLength: 60 }),
  ],
  // The last count of the store: whoever has the exit starts it when the goods are packed, again where it does not agree (COUNT-13; X23).
  children: [
    {
      definition: 'stocktake',
      title: { zh: '撤场盘点', en: 'Count at the exit' },
      map: { kind: { value: 'monthly' }, store: { field: 'store' } },
      by: ['requester', 'asked'],
      when: 'under-way',
      shows: ['store', 'mall', 'exitOn'],
    },
  ],
  steps: [
    opinion('finance-director', {
      id: 'financial-opinion',
      title: ['财务总监审查应收、押金、违约金、装修余值', 'Receivables, deposit, penalty and fit-out: finance director’s opinion'],
      write: ['outstanding', 'depositBack', 'penalty', 'fitOutLeft'],
      required: ['outstanding', 'depositBack', 'penalty', 'fitOutLeft'],
      due: on('exitOn', -50),
    }),
    review('ops-manager', { due: on('exitOn', -45) }),
    approve('gm', { due: on('exitOn', -45) }),
    carryOut('expansion-supervisor', ['notice', '书面函告商场', 'Notice to the mall'], 'noticeOn', {
      write: ['noticeOn', 'notice'],
      required: ['noticeOn', 'notice'],
      due: on('exitOn', -45),
      approve: ['确认已函告', 'Mark as given'],
      done: ['函告商场', 'gave notice'],
    }),
    sideBySide(
      'exit',
      ['撤场五路并行', 'Five lists side by side'],
      [
        { title: ['货品', 'Goods'], steps: [checklist('exit-goods', ['货品', 'Goods'], { list: EXIT_GOODS, ...ON_THE_DAY })] },
        { title: ['物品', 'Supplies'], steps: [checklist('exit-articles', ['物品', 'Supplies'], { list: EXIT_ARTICLES, ...ON_THE_DAY })] },
        {
          title: ['结算', 'Settlement'],
          steps: [checklist('exit-settlement', ['与商场结算', 'Settlement with the mall'], { list: EXIT_SETTLEMENT, ...ON_THE_DAY })],
        },
        {
          title: ['顾客', 'Customers'],
          steps: [checklist('exit-customers', ['顾客', 'Customers'], { list: EXIT_CUSTOMERS, ...ON_THE_DAY })],
        },
        { title: ['人员', 'People'], steps: [checklist('exit-people', ['人员', 'People'], { list: EXIT_PEOPLE, ...ON_THE_DAY })] },
      ],
    ),
    carryOut(AREA_MANAGER, ['inspection', '撤场检视', 'Final inspection'], 'inspection', { due: within(3) }),
    carryOut(
      { role: 'finance-specialist', near: 'store' },
      ['final-settlement', '最终结算与押金退还', 'Final settlement, deposit refunded'],
      'settlement',
      { instead: ['finance-manager'], due: on('exitOn', 30) },
    ),
    carryOut('office-director', ['archiving', '存档', 'Filed'], 'archiveNumber', {
      due: on('exitOn', 30),
      approve: ['确认存档', 'Mark as filed'],
      done: ['存档', 'filed'],
    }),
  ],
  sentence: [
    '{requester}申请{store}于 {exitOn} 撤出{mall}（{cause}）',
    '{requester} asks to close {store} ({mall}) on {exitOn}, cause: {cause}',
  ],
  rowTitle: ['撤场 · {store} · {exitOn}', 'Exit · {store} · {exitOn}'],
  facts: ['store', 'mall', 'cause', 'exitOn', 'reason', 'outstanding', 'depositBack', 'penalty'],
});
