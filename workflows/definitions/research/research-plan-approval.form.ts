import type { DefinitionInput } from '@countersign/domain';

type FormField = DefinitionInput['form']['fields'][number];

/** The plan as its drafter writes it, then what the market director and finance add. */
export const RESEARCH_FORM: FormField[] = [
  { key: 'topic', type: 'text', label: { zh: '调研主题', en: 'Topic' }, required: true, material: true, maxLength: 60 },
  {
    key: 'kind',
    type: 'choice',
    label: { zh: '计划类别', en: 'Kind of plan' },
    required: true,
    material: true,
    options: [
      { value: 'annual', label: { zh: '年度调研计划', en: 'Annual research plan' } },
      { value: 'monthly', label: { zh: '月度调研计划', en: 'Monthly research plan' } },
      { value: 'major-special', label: { zh: '重大专项调研', en: 'Major research project' } },
      { value: 'general', label: { zh: '一般常规调研', en: 'Routine research' } },
    ],
  },
  {
    key: 'budget',
    type: 'money',
    label: { zh: '预算', en: 'Budget' },
    hint: { zh: '¥50,000 及以上按重大专项办理', en: 'From ¥50,000, handled as a major project' },
    required: true,
    material: true,
    min: '0',
  },
  { key: 'period', type: 'date-range', label: { zh: '调研期间', en: 'Period' }, required: true, material: true },
  { key: 'region', type: 'text', label: { zh: '调研区域', en: 'Research area' }, required: true, maxLength: 100 },
  { key: 'decideBy', type: 'date', label: { zh: '期望批复日期', en: 'Decision needed by' } },
  { key: 'purpose', type: 'long-text', label: { zh: '目的与内容', en: 'Purpose and content' }, required: true, maxLength: 2000 },
  { key: 'plan', type: 'files', label: { zh: '计划书', en: 'Plan document' } },
  {
    key: 'major',
    type: 'yes-no',
    label: { zh: '重大专项', en: 'Major project' },
    filledAt: 'step',
    yes: { zh: '按重大专项办理', en: 'Handled as a major project' },
    no: { zh: '不按重大专项办理', en: 'Not handled as a major project' },
    expected: true,
  },
  {
    key: 'recommendedBudget',
    type: 'money',
    label: { zh: '财务建议预算', en: 'Budget recommended by finance' },
    filledAt: 'step',
    min: '0',
  },
];
