/** Requests that another one started, and the one that started this. */
export const children = {
  children: '子申请 {{count}}',
  childrenAwaited: '它们完成，这里才往下走',
  childrenWhileSuspended: '本申请已挂起；子申请照常办理，结果保留到恢复之后',
  childSuspended: '已挂起',
  parentSuspended: '这份申请已挂起；本申请照常办理，结果在它恢复后生效',
  'child-starting': '即将发起',
  'child-refused': '未能发起',
  childFills: '等 {{people}} 填写并提交',
  childrenEarlier: '之前的 {{count}} 份，不再计入',
  parent: '上级申请',
} as const;
