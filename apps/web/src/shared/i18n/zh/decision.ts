export const decision = {
  written: '您写的意见：{{comment}}',
  writtenAway: '删除',
} as const;
