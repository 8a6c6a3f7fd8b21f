export const kit = {
  'stamp-approved': '已批准',
  'stamp-rejected': '已驳回',
  'stamp-withdrawn': '已撤回',
  'stamp-terminated': '已终止',
  shownOnce: '请现在复制：关闭后不再显示',
  copy: '复制',
  copied: '已复制',
  copyFailed: '没能复制，请手动选中后复制',
  kept: '我已保存',
  tooLong: '最多 {{most}} 字，请删去 {{count}} 字',
} as const;
