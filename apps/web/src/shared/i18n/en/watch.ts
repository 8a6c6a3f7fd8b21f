/** What finance should look at. */
export const watch = {
  title: 'Worth a look',
  none: 'Nothing to look at',
  toLine: 'See the line of the budget',
  'kind-split': 'Split?',
  'kind-line': 'Used up',
  'kind-reservation': 'Held for long',
  'kind-near-limit': 'Near the limit',
  'kind-vendor': 'Large payee',
  'kind-over-plan': 'Over budget',
  'said-split': '{{count}} requests within 7 days, {{amount}} together, each within {{limit}}',
  'said-line': '{{share}}% used, {{amount}}',
  'said-reservation': '{{count}} reserved for more than 30 days, {{amount}} together',
  'said-near-limit': '{{count}} just below {{limit}} in 90 days, {{amount}} together',
  'said-vendor': '{{count}} requests in 90 days, {{amount}} together',
  'said-over-plan': '{{count}} granted in 90 days, {{amount}} over the plan',
};
