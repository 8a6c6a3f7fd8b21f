import type { Bilingual } from '@countersign/domain';

/** What can be looked for in vain, by the word that a problem has for it. */
export const THINGS: Record<string, Bilingual> = {
  absence: { zh: '离岗安排', en: 'absence' },
  account: { zh: '账号', en: 'account' },
  change: { zh: '变更', en: 'change' },
  check: { zh: '核对', en: 'check' },
  command: { zh: '操作', en: 'action' },
  definition: { zh: '流程', en: 'process' },
  effect: { zh: '后续事项', en: 'effect' },
  export: { zh: '导出', en: 'export' },
  file: { zh: '文件', en: 'file' },
  lease: { zh: '租约', en: 'lease' },
  'budget-line': { zh: '预算行', en: 'budget line' },
  mail: { zh: '邮件', en: 'e-mail' },
  person: { zh: '人员', en: 'person' },
  'recurring-start': { zh: '发起记录', en: 'start' },
  request: { zh: '申请', en: 'request' },
  task: { zh: '待办', en: 'task' },
  token: { zh: '令牌', en: 'token' },
  unit: { zh: '门店或部门', en: 'unit' },
  route: { zh: '页面', en: 'page' },
};
