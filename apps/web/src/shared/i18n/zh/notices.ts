export const notices = {
  title: '消息',
  open: '打开消息',
  unread: '{{count}} 条未读',
  allRead: '全部已读',
  none: '没有消息',
  noneHint: '轮到您处理、申请被退回或有结果时，会在这里告诉您。',
  isUnread: '未读',
  superseded: '情况已变',
  decided: '您已处理',
  reasonOf: '「{{what}}」被放弃的原因：{{reason}}',
  more: '更早的消息',
} as const;
