export const kit = {
  'stamp-approved': '已批准',
  'stamp-rejected': '已驳回',
  'stamp-withdrawn': '已撤回',
  'stamp-terminated': '已终止',
  shownOnce: '现在复制：关掉之后就看不到了',
  copy: '复制',
  copied: '已复制',
  copyFailed: '没能复制，请手动选中复制',
  kept: '我已保存',
} as const;
