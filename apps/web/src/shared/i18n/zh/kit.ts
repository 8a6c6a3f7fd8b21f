export const kit = {
  'stamp-approved': '已批准',
  'stamp-rejected': '已驳回',
  'stamp-withdrawn': '已撤回',
} as const;
