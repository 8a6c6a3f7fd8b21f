import type { DefinitionInput } from '@countersign/domain';
import { files, longText, REQUIRED } from './fields';
import { documentOf, type Head } from './head';
import { carriedOutLast, decided } from './laws';

/** SPEND: money is asked for, looked at, decided by whoever may, and paid only then (X09, X10, X11, X42). */
export function spend(head: Head): DefinitionInput {
  return documentOf(head, {
    behind: [longText('reason', ['事由', 'Reason'], { ...REQUIRED, maxLength: 500 }), files('attachments', ['附件', 'Attachments'])],
    laws: [decided, carriedOutLast],
  });
}
