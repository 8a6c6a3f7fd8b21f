export const writing = {
  written: '您写的意见：{{comment}}',
  writtenAway: '删除',
  attach: '附文件',
  attached: '附件',
  inPlan: '计划内 {{amount}}',
  overPlan: '超出 {{amount}}',
  noBudget: '没有对应的预算',
} as const;
