import type { Texts } from '../texts';
import type { time as zh } from '../zh/time';

export const time: Texts<typeof zh> = {
  now: 'now',
  minutes: '{{count}} min',
  hours: '{{count}} h',
  days: '{{count}} days',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  today: 'today {{clock}}',
  yesterday: 'yesterday {{clock}}',
  due: 'due {{when}}',
  tomorrow: 'tomorrow',
  waited: '{{span}}',
  overdue: '{{span}} overdue',
  left: '{{span}} left',
  minutesAgo: '{{count}} min ago',
  hoursAgo: '{{count}} h ago',
  daysAgo: '{{count}} days ago',
  daysAgo_one: '{{count}} day ago',
  daysAgo_other: '{{count}} days ago',
};
