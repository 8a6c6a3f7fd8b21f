import { ROLE_TITLES } from '../demo/demo-roles';
import { approve, copy, opinion, review } from '../patterns/blocks';
import { choice, day, longText, MATERIAL, money, person, type Field } from '../patterns/fields';
import { meta } from '../patterns/meta.pattern';
import { is } from '../patterns/when';
import { HEADS } from '../patterns/who';
import { HUMAN_RESOURCES, said } from '../patterns/words';
import { AUTHORITY_MATTERS } from './authority-matters';

/** Whose authority it is: that of a role, or of one person, which always ends. */
const HOLDER: readonly Field[] = [
  choice('to', ['给谁', 'To whom'], { post: ['一个岗位', 'A role'], person: ['一个人', 'One person'] }, MATERIAL),
  { ...choice('role', ['岗位', 'Role'], ROLE_TITLES, MATERIAL), visible: is('to', 'post') },
  { ...person('holder', ['被授权人', 'Person'], MATERIAL), visible: is('to', 'person') },
];

/** Over what, and how far. */
const AUTHORITY: readonly Field[] = [
  choice(
    'kind',
    ['权限', 'Kind'],
    {
      'approve-within-limit': ['额度内审批', 'Approve within a limit'],
      'approve-within-plan': ['计划内审批', 'Approve within the plan'],
      approve: ['审批', 'Approve'],
      decide: ['决定', 'Decide'],
      review: ['审核', 'Review'],
      sanction: ['奖罚', 'Sanction'],
    },
    MATERIAL,
  ),
  choice('matter', ['事项', 'Matter'], AUTHORITY_MATTERS, MATERIAL),
  choice(
    'side',
    ['计划', 'Side of the plan'],
    { in: ['计划内', 'In plan'], over: ['计划外', 'Over plan'], any: ['不分', 'Either'] },
    MATERIAL,
  ),
  choice(
    'reach',
    ['改成', 'Becomes'],
    {
      limit: ['额度', 'Limit'],
      'no-limit': ['授予，不限金额', 'Granted without limit'],
      upward: ['不设额度，往上走', 'No limit set: cases go upward'],
      withheld: ['暂不授予', 'Withheld'],
    },
    MATERIAL,
  ),
  { ...money('limit', ['额度', 'Limit'], MATERIAL), visible: is('reach', 'limit') },
  {
    ...longText('withheldReason', ['不授予的理由', 'Why it is withheld'], { ...MATERIAL, maxLength: 500 }),
    visible: is('reach', 'withheld'),
  },
];

const TERM: readonly Field[] = [
  {
    key: 'scopeUnit',
    label: said(['范围', 'Scope']),
    hint: said(['不填则照旧；新的授权随岗位所管的范围', 'Blank: as it held; a new one reaches as far as the post']),
    type: 'unit',
    material: true,
  },
  day('effectiveOn', ['生效日', 'From'], { ...MATERIAL, notBefore: 'today' }),
  {
    ...day('until', ['失效日', 'Ends on'], { material: true, required: is('to', 'person'), notBefore: 'today' }),
    hint: said(['到这一天恢复原来的授权；给个人的必须有', 'From that day on what held before holds again; one person’s always ends']),
  },
];

/**
 * Authority changes: proposed by a head of department, reviewed by HR, finance signs what it means for money, the general manager grants it, and from its day
 * on it holds by itself; what the documents dispute stays withheld with its reason (S0:212, S0:331, S0:364; A018, A066; G06; X46, X47). Nobody asks for
 * authority of their own, nor decides about it.
 */
export const authorityDelegation = meta({
  key: 'authority-delegation',
  prefix: 'SQ',
  title: ['授权与权限变更', 'Delegation and authority change'],
  description: [
    '人事审核、财务签意见、总经理授权，到日自动生效',
    'Reviewed, granted by the general manager, in force by itself on its day',
  ],
  area: 'people',
  department: HUMAN_RESOURCES,
  matter: 'authority',
  start: ['office-director', ...HEADS],
  fields: [...HOLDER, ...AUTHORITY, ...TERM],
  beneficiary: 'holder',
  submitChecks: [
    {
      type: 'must-hold',
      params: {
        condition: {
          any: [
            ...['approve-within-limit', 'approve-within-plan'].map((kind) => is('kind', kind)),
            ...['no-limit', 'withheld'].map((reach) => is('reach', reach)),
          ],
        },
        field: 'reach',
        words: said(['这种权限没有额度：只能授予或暂不授予', 'This kind has no limit: it is granted or withheld']),
      },
    },
  ],
  becomesGrant: {
    ...{ role: 'role', person: 'holder', kind: 'kind', matter: 'matter', plan: 'side', reach: 'reach', limit: 'limit' },
    ...{ reason: 'withheldReason', scope: 'scopeUnit', from: 'effectiveOn', until: 'until' },
  },
  steps: [
    review('hr-manager'),
    opinion('finance-director'),
    approve('gm', { title: ['授权', 'Granted'], kind: 'decide' }),
    copy('told', ['抄送办公室主任', 'Copy to the office director'], ['office-director']),
  ],
  sentence: [
    '{requester}提请更改[{role}][{holder}]对{matter}的权限（{kind}）：{reach}[ {limit}]，{effectiveOn} 起[，到 {until}]',
    '{requester} asks to change the authority of [{role}][{holder}] over {matter} ({kind}): {reach}[ {limit}], from {effectiveOn}[ until {until}]',
  ],
  rowTitle: ['权限变更 · [{role}][{holder}] · {matter}', 'Authority · [{role}][{holder}] · {matter}'],
  facts: ['role', 'holder', 'matter', 'reach', 'limit', 'effectiveOn', 'until', 'reason'],
  phrases: [['no', ['请写明近期的用量', 'Please state how it was used of late']]],
});
