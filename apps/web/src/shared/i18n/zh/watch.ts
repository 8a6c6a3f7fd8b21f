/** What finance should look at. */
export const watch = {
  title: '值得看一眼',
  none: '没有需要留意的',
  toLine: '看这条预算',
  'kind-split': '疑似拆单',
  'kind-line': '将尽',
  'kind-reservation': '占用过久',
  'kind-near-limit': '贴近额度',
  'kind-vendor': '付款集中',
  'kind-over-plan': '超预算批准',
  'said-split': '7 天内 {{count}} 笔，共 {{amount}}，每笔都不超过 {{limit}}',
  'said-line': '已用 {{share}}%，{{amount}}',
  'said-reservation': '{{count}} 笔预留超过 30 天，共 {{amount}}',
  'said-near-limit': '90 天内 {{count}} 笔刚好低于 {{limit}}，共 {{amount}}',
  'said-vendor': '90 天内 {{count}} 笔，共 {{amount}}',
  'said-over-plan': '90 天内批准 {{count}} 笔，超出计划 {{amount}}',
};
