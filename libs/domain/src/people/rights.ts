import type { Bilingual } from '../text/bilingual';

/**
 * Named rights of people over the whole company, but that those to track requests, to sort them out, to assign and to override them let somebody open
 * only what is of the units that their posts serve; everything else follows from posts and grants. One closed list.
 */
export const RIGHTS = [
  'definitions.import',
  'definitions.publish',
  'directory.import',
  'tokens.issue-others',
  'accounts.reset',
  'requests.operate',
  'requests.assign',
  'requests.override',
  'requests.read-all',
  'requests.track',
  'leases.manage',
  'budgets.read',
  'budgets.manage',
  'payments.read',
  'authority.read',
  'authority.manage',
  'journal.verify',
] as const;

/** A named right, such as `requests.operate`. */
export type RightName = (typeof RIGHTS)[number];

/** What a right lets its holder do, for people. */
export const RIGHT_TITLE: Record<RightName, Bilingual> = {
  'definitions.import': { zh: '导入流程', en: 'Import processes' },
  'definitions.publish': { zh: '发布流程', en: 'Publish processes' },
  'directory.import': { zh: '导入组织', en: 'Import the directory' },
  'tokens.issue-others': { zh: '为他人新建令牌', en: 'Create tokens for others' },
  'accounts.reset': { zh: '帮助他人登录', en: 'Help others sign in' },
  'requests.operate': { zh: '处理受阻的申请', en: 'Sort out stuck requests' },
  'requests.assign': { zh: '为申请指定处理人', en: 'Assign requests' },
  'requests.override': { zh: '越权放行申请的步骤', en: 'Override steps of requests' },
  'requests.read-all': { zh: '查看全部申请', en: 'Read all requests' },
  'requests.track': { zh: '跟踪所辖组织的申请', en: 'Track requests of their own units' },
  'leases.manage': { zh: '维护租约台账', en: 'Keep the register of leases' },
  'budgets.read': { zh: '查看预算', en: 'Read budgets' },
  'budgets.manage': { zh: '维护预算', en: 'Keep budgets' },
  'payments.read': { zh: '查看付款', en: 'Read payments' },
  'authority.read': { zh: '查看谁可以签', en: 'Read who may sign' },
  'authority.manage': { zh: '更改审批额度', en: 'Change limits' },
  'journal.verify': { zh: '核对留痕', en: 'Verify the audit trail' },
};
