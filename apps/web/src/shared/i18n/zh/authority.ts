/** What a change of authority would do. */
export const authority = {
  title: '这一改会怎样',
  hint: '看看哪些申请和待办会换人，不改动任何东西。',
  saveFirst: '填几项，存成草稿后就能看影响。',
  look: '看影响',
  again: '再看一次',
  'plan-over': '计划外',
  routes: '走法：{{count}} 处换人批',
  band: '{{above}} 以上至 {{upTo}}',
  bandAbove: '{{above}} 以上',
  comma: '、',
  nobody: '没有人',
  units: '{{count}} 个门店或部门',
  tasks: '待办：{{count}} 件换人',
  allCovered: '每一档都有人能批',
  stuck: '{{count}} 处没有人能批，会受阻',
  someUnits: '只试算了前 60 个门店与部门。',
} as const;
