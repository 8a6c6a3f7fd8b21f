import type { DefinitionInput } from '@countersign/domain';
import { days, files, longText, MATERIAL, REQUIRED } from './fields';
import { processOf, type Head } from './head';
import { carriedOutLast, decided } from './laws';

/** HR about oneself: something is asked for some days, and decided by whoever holds the right (X42, X44). */
export function ownMatter(head: Head): DefinitionInput {
  return processOf(head, {
    behind: [
      days('dates', ['起止日期', 'From and to'], { ...MATERIAL, maxDays: 366 }),
      longText('reason', ['事由', 'Reason'], { ...REQUIRED, maxLength: 500 }),
      files('attachments', ['附件', 'Attachments']),
    ],
    laws: [decided, carriedOutLast],
  });
}
