import type { Block } from '../patterns/block';
import { approve, branch, carryOut, copy, endsInNo, opinion, prepare, review, starts } from '../patterns/blocks';
import { contract } from '../patterns/contract.pattern';
import {
  AT_STEP,
  choice,
  day,
  files,
  longText,
  MATERIAL,
  money,
  number,
  period,
  REQUIRED,
  steering,
  store,
  text,
  yesNo,
} from '../patterns/fields';
import { sideBySide } from '../patterns/lanes';
import { untilAccepted } from '../patterns/rounds';
import { on, waits, within } from '../patterns/time';
import { above, is, parameter, yes } from '../patterns/when';
import { OPERATIONS_CENTRE, said } from '../patterns/words';

const AREA_MANAGER = { role: 'area-manager', near: 'store' } as const;
const RENT = { zh: '%', en: '%' };

const EXIT = is('proposal', 'exit');

/** Terms are negotiated round after round until the area manager proposes to take them, or to leave. */
const NEGOTIATION: readonly Block[] = [
  prepare('expansion-supervisor', ['mall-terms', '与商场谈条件', 'Terms of the mall'], 'value', {
    write: ['newRent', 'newCommission', 'newDeposit', 'newTerm', 'value'],
    required: ['newRent', 'newTerm', 'value'],
    due: on('expiresOn', -150),
  }),
  prepare(AREA_MANAGER, ['proposal', '提出方案', 'Proposal'], 'proposal', {
    write: ['proposal', 'grounds'],
    required: ['proposal', 'grounds'],
    due: on('expiresOn', -120),
  }),
  endsInNo('renegotiate', ['重新谈', 'Renegotiate'], is('proposal', 'renegotiate')),
];

/** Where the general manager wants other terms, it goes back to them and they are negotiated anew; a no is one to the store. */
const ON_THE_TERMS = { due: on('expiresOn', -90) } as const;

const RENEWAL: readonly Block[] = [
  prepare(AREA_MANAGER, ['store-result', '店铺损益与计划对照', 'Store result against plan'], 'pnl', {
    write: ['pnl', 'result'],
    required: ['pnl', 'result'],
    due: on('expiresOn', -150),
  }),
  untilAccepted('negotiation', ['与商场谈判', 'Negotiation with the mall'], { most: 5, steps: NEGOTIATION }),
  opinion('finance-director', {
    id: 'financial-opinion',
    title: ['财务总监签署意见', 'Finance director’s opinion'],
    write: ['recommendedBudget'],
    due: on('expiresOn', -100),
  }),
  review('ops-manager', ON_THE_TERMS),
  branch('terms-or-exit', ['续租条件或撤场', 'Terms or exit'], {
    cases: [
      {
        title: ['撤场', 'Exit'],
        when: EXIT,
        steps: [
          approve('gm', {
            ...ON_THE_TERMS,
            id: 'exit-approval',
            title: ['总经理同意撤场', 'Exit approved by the general manager'],
            mayReject: false,
          }),
        ],
      },
    ],
    otherwise: [
      approve('gm', { ...ON_THE_TERMS, amount: 'value' }),
      approve('group-gm', {
        ...ON_THE_TERMS,
        title: ['集团总经理会签', 'Co-signature of the group general manager'],
        when: above('value', 'coSignedAbove'),
        kind: 'co-decide',
      }),
      carryOut('expansion-supervisor', ['signing', '谈判并签约', 'Negotiated and signed'], 'signed', {
        write: ['signed', 'signedOn', 'signedFiles'],
        required: ['signed', 'signedOn', 'signedFiles'],
        due: on('expiresOn', -60),
        approve: ['登记签约结果', 'Record the outcome'],
        done: ['登记签约结果', 'recorded the outcome'],
      }),
    ],
  }),
];

const SIGNED: readonly Block[] = [
  carryOut('office-director', ['archiving', '合同存档', 'Contract filed'], 'archiveNumber', {
    due: on('expiresOn', -60),
    approve: ['确认存档', 'Mark as filed'],
    done: ['存档', 'filed'],
  }),
  carryOut(AREA_MANAGER, ['follow-up', '跟进与检视', 'Followed up and inspected'], 'followUp', { due: within(20) }),
];

/**
 * A store’s contract with its mall runs out: result and terms, proposal, finance, operations, general manager, signature or exit (S0:158; A060; G32).
 * A no, an exit that is agreed on, terms that are not found in five rounds, and no signature 30 days before the end lead to the exit (RENEW-12).
 * From the source: followed up and inspected. Everything else are the recommended steps of CL-RENEW; above ¥1,000,000 the group co-signs (§6.1).
 */
export const leaseRenewal = contract({
  key: 'lease-renewal',
  prefix: 'XZ',
  title: ['租约续签', 'Lease renewal'],
  description: ['损益、条件、方案、财务、批准、签约', 'Result, terms, proposal, finance, approval, signature'],
  area: 'store',
  department: OPERATIONS_CENTRE,
  matter: 'lease',
  start: ['area-manager', 'expansion-supervisor'],
  parameters: [
    parameter('coSignedAbove', ['集团总经理会签的起点金额', 'Amount above which the group general manager co-signs'], {
      money: '1000000',
      currency: 'CNY',
    }),
  ],
  // CL-RENEW: the register reminds 180 days before a lease runs out (G32).
  schedule: {
    every: 'date',
    register: 'lease',
    before: 180,
    at: { time: '09:00' },
    starter: 'area-manager',
    begins: 'submitted',
    form: {
      store: { unit: true },
      expiresOn: { day: true },
      mall: { column: 'place' },
      rent: { column: 'rent' },
      commission: { column: 'commission' },
      deposit: { column: 'deposit' },
    },
  },
  fields: [
    store('store', ['门店', 'Store'], MATERIAL),
    text('mall', ['商场与铺位', 'Mall and position'], MATERIAL),
    day('expiresOn', ['租约到期日', 'Lease runs out on'], MATERIAL),
    money('rent', ['现月租', 'Monthly rent now'], REQUIRED),
    number('commission', ['现扣点', 'Commission now'], { decimals: 1, min: 0, max: 100, unit: RENT }),
    money('deposit', ['现押金', 'Deposit now']),
    files('pnl', ['店铺损益', 'Profit and loss of the store'], AT_STEP),
    longText('result', ['计划与实绩', 'Plan and result'], AT_STEP),
    money('newRent', ['续租月租', 'Monthly rent from then on'], AT_STEP),
    number('newCommission', ['续租扣点', 'Commission from then on'], { ...AT_STEP, decimals: 1, min: 0, max: 100, unit: RENT }),
    money('newDeposit', ['续租押金', 'Deposit from then on'], AT_STEP),
    period('newTerm', ['续租期', 'New term'], AT_STEP),
    money('value', ['续租合同总额', 'Value of the new lease'], { ...AT_STEP, material: true }),
    choice(
      'proposal',
      ['方案', 'Proposal'],
      { renew: ['续租', 'Renew'], renegotiate: ['重新谈', 'Renegotiate'], exit: ['撤场', 'Exit'] },
      steering('renew'),
    ),
    longText('grounds', ['方案理由', 'Grounds'], AT_STEP),
    yesNo('signed', ['签约结果', 'Outcome of the negotiation'], {
      ...steering(true),
      yes: said(['已签约', 'Signed']),
      no: said(['未谈成', 'Not agreed']),
    }),
    longText('exitPlan', ['撤场原因与安排', 'Why the store is left, and how'], AT_STEP),
    longText('followUp', ['跟进与检视', 'Followed up and inspected'], AT_STEP),
  ],
  steps: [
    sideBySide(
      'renewal',
      ['续租，到期前 30 天为限', 'Renewal, until 30 days before the end'],
      [
        { title: ['续租', 'Renewal'], noPasses: true, steps: RENEWAL },
        {
          title: ['签约期限', 'Last day to sign'],
          steps: [
            waits('last-day-to-sign', ['到期前 30 天', '30 days before the lease runs out'], 'expiresOn', -30),
            copy(
              'not-signed',
              ['到期前 30 天仍未签约', 'Not signed 30 days before the end'],
              [AREA_MANAGER, 'expansion-supervisor', 'ops-manager'],
            ),
          ],
        },
      ],
      'any',
    ),
    branch('renew-or-exit', ['续租或撤场', 'Renew or exit'], {
      cases: [{ title: ['续租', 'Renew'], when: yes('signed'), steps: SIGNED }],
      otherwise: [
        prepare(AREA_MANAGER, ['on-to-exit', '未续租，安排撤场', 'Not renewed: exit to be arranged'], 'exitPlan', {
          due: on('expiresOn', -30),
        }),
        starts('start-mall-exit', ['转撤场', 'On to the exit'], {
          definition: 'mall-exit',
          who: [AREA_MANAGER, 'expansion-supervisor'],
          map: {
            store: { field: 'store' },
            mall: { field: 'mall' },
            cause: { value: 'expiry' },
            exitOn: { field: 'expiresOn' },
          },
          shows: ['store', 'mall', 'expiresOn', 'proposal', 'exitPlan'],
        }),
      ],
    }),
  ],
  signed: yes('signed'),
  sentence: [
    '{store}（{mall}）租约 {expiresOn} 到期，{requester}请求处理[：{proposal}][，总额 {value}]',
    '{requester} asks what to do with the lease of {store} ({mall}), which runs out on {expiresOn}[, proposal: {proposal}][, value: {value}]',
  ],
  rowTitle: ['续租 · {store} · {mall}', 'Lease · {store} · {mall}'],
  facts: ['store', 'mall', 'expiresOn', 'proposal', 'value', 'rent', 'newRent', 'newTerm'],
  amount: 'value',
  phrases: [
    ['yes', ['按此条件签约', 'Sign on these terms']],
    ['no', ['请再谈租金', 'Please negotiate the rent again']],
  ],
});
