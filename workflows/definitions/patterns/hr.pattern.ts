import type { DefinitionInput } from '@countersign/domain';
import { dayCount, files, longText, MATERIAL, period, REQUIRED, yesNo } from './fields';
import { documentOf, type Head } from './head';
import { carriedOutLast, decided } from './laws';

/** HR about oneself: something is asked for some days, which the calendar of the requester's unit counts, and decided by whoever holds the right (X42, X44). */
export function ownMatter(head: Head): DefinitionInput {
  return documentOf(head, {
    behind: [
      period('dates', ['起止日期', 'From and to'], { ...MATERIAL, maxDays: 366 }),
      yesNo('fromNoon', ['首日从中午起', 'First day from noon'], { material: true }),
      yesNo('untilNoon', ['末日到中午止', 'Last day until noon'], { material: true }),
      dayCount('days', ['天数', 'Days'], { material: true, of: 'dates', half: { first: 'fromNoon', last: 'untilNoon' } }),
      longText('reason', ['事由', 'Reason'], { ...REQUIRED, maxLength: 500 }),
      files('attachments', ['附件', 'Attachments']),
    ],
    laws: [decided, carriedOutLast],
  });
}
