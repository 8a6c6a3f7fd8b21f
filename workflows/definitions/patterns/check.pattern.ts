import type { DefinitionInput } from '@countersign/domain';
import { files } from './fields';
import { documentOf, type Head } from './head';
import { carriedOutLast, twoPeople } from './laws';

/** CHECK: something is gone through and counted, and never by one person alone (X35, X51, X52). */
export function check(head: Head): DefinitionInput {
  return documentOf(head, {
    behind: [files('attachments', ['附件', 'Attachments'])],
    laws: [twoPeople, carriedOutLast],
  });
}
