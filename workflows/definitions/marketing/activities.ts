import { MATERIAL, REQUIRED, type Field } from '../patterns/fields';
import { said, type Words } from '../patterns/words';

/** What is planned: each activity with its days, within those of the plan, and what it costs. */
export const activities = (key: string, label: Words, within: string): Field => ({
  key,
  label: said(label),
  ...MATERIAL,
  type: 'table',
  columns: [
    { key: 'activity', label: said(['活动', 'Activity']), ...REQUIRED, type: 'text', maxLength: 100 },
    { key: 'from', label: said(['开始', 'From']), ...REQUIRED, type: 'date', within },
    { key: 'to', label: said(['结束', 'To']), ...REQUIRED, type: 'date', within },
    { key: 'amount', label: said(['费用', 'Cost']), ...REQUIRED, type: 'money', min: '0.01' },
  ],
});
