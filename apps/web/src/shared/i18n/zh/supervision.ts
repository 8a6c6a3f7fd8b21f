/** Who sees to a request besides those who have it, and what operators have done to it. */
export const supervision = {
  supervision: '督办',
  supervisedBy: '督办：{{names}}',
  demanded: '{{by}}要求{{of}}答复',
  demandedOfYou: '{{by}}要求您答复，答复之前不能作决定',
  demandDue: '{{when}} 前',
  demandLate: '应于 {{when}} 前答复，已逾期',
  receipts: '已确认阅读 {{read}}/{{all}}',
  receiptsOpen: '未阅：{{names}}',
  repaired: '经修复',
  repairedBy: '经修复：{{repairs}}',
  repair: '{{name}} {{done}} {{when}}',
  returnChange: '请对方改哪里',
  returnsMade: '已退 {{made}} 次',
  returnsOfMost: '已退 {{made}} 次，最多 {{most}} 次',
  toChange: '要改的内容：{{fields}}',
  keptIfOnlyNamed: '按只改所选内容预计；如果还改了其他内容，看过的人仍须重新处理。',
} as const;
