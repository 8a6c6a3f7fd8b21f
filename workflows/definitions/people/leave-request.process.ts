import type { Condition } from '@countersign/domain';
import { approve, branch, copy, review, type Case } from '../patterns/blocks';
import { choice, MATERIAL, number, person, steering } from '../patterns/fields';
import { ownMatter } from '../patterns/hr.pattern';
import { is, not, parameter, upTo } from '../patterns/when';
import { HUMAN_RESOURCES, type Words } from '../patterns/words';

/** The superior looks at it first where the decision lies further up; where it is theirs anyway, that is one step (G40). */
const looked = (id: string) => review({ superior: 1 }, { id, matter: 'leave' });
const granted = (id: string, matter: string) =>
  approve('climb', {
    id,
    matter,
    title: ['上级批准', 'Approval by a superior'],
    note: ['从直属上级起逐级上报，直到有权批准这个天数。', 'Goes up the reporting line to whoever may approve so many days.'],
  });

const length = (title: Words, when: Condition, id: string): Case => ({
  title,
  when,
  steps: [looked(`superior-review-${id}`), granted(`approval-${id}`, `leave-${id}`)],
});

/**
 * Leave, asked for in advance and approved by length (S4:50; A202; X42; G27, G40, G53).
 * How long each post may approve is granted in the directory (matters `leave-day` … `leave-fortnight`); what counts as a day, a few days, a week, a fortnight is set by the company.
 */
export const leaveRequest = ownMatter({
  key: 'leave-request',
  prefix: 'QJ',
  title: ['请假申请', 'Leave request'],
  description: ['按天数逐级审批', 'Approved by length, level by level'],
  area: 'people',
  department: HUMAN_RESOURCES,
  matter: 'leave',
  // Nobody is away twice on one day.
  oneInForce: { requester: true, during: 'dates' },
  start: 'everyone',
  parameters: [
    parameter('dayUpTo', ['店长一级最多批几天', 'Days that a store manager may approve'], 1),
    parameter('fewUpTo', ['区长一级最多批几天', 'Days that an area manager may approve'], 3),
    parameter('weekUpTo', ['经理一级最多批几天', 'Days that an operations manager may approve'], 7),
    parameter('fortnightUpTo', ['总监一级最多批几天', 'Days that a director may approve'], 15),
  ],
  fields: [
    choice(
      'kind',
      ['假别', 'Kind'],
      { annual: ['年假', 'Annual leave'], sick: ['病假', 'Sick leave'], personal: ['事假', 'Personal leave'], other: ['其他', 'Other'] },
      MATERIAL,
    ),
    person('cover', ['工作代理人', 'Stand-in']),
    number('balance', ['年假余额', 'Annual leave left'], { ...steering(5), decimals: 1, min: 0, unit: { zh: '天', en: 'days' } }),
  ],
  steps: [
    review('hr-specialist', {
      id: 'balance-check',
      title: ['核对年假余额', 'Annual leave checked'],
      when: is('kind', 'annual'),
      write: ['balance'],
      required: ['balance'],
    }),
    branch('by-length', ['按天数', 'By length'], {
      cases: [
        { title: ['一天以内', 'Up to a day'], when: upTo('days', 'dayUpTo'), steps: [granted('approval-day', 'leave-day')] },
        length(['三天以内', 'A few days'], upTo('days', 'fewUpTo'), 'few'),
        length(['七天以内', 'Up to a week'], upTo('days', 'weekUpTo'), 'week'),
        length(['十五天以内', 'Up to a fortnight'], upTo('days', 'fortnightUpTo'), 'fortnight'),
      ],
      otherwise: [looked('superior-review-long'), review('hr-manager'), approve('gm')],
    }),
    copy('file-hr', ['抄送人力资源专员', 'Copy to the HR specialist'], ['hr-specialist'], not(is('kind', 'annual'))),
  ],
  sentence: ['{requester}申请{kind} {days}（{dates}）', '{requester} asks for leave: {kind}, {days} ({dates})'],
  rowTitle: ['请假 · {kind} · {days}', 'Leave · {kind} · {days}'],
  facts: ['kind', 'days', 'dates', 'cover', 'balance', 'reason'],
});
