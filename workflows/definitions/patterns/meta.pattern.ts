import type { DefinitionInput } from '@countersign/domain';
import { files, longText, REQUIRED } from './fields';
import { documentOf, type Head } from './head';
import { decided, financeAsked } from './laws';

/** META: the rules of the house change: proposed, looked at, decided, and in force by themselves from their day on (X46, X47). */
export function meta(head: Head): DefinitionInput {
  return documentOf(head, {
    behind: [longText('reason', ['为什么改', 'Why'], { ...REQUIRED, maxLength: 500 }), files('attachments', ['附件', 'Attachments'])],
    laws: [decided, financeAsked],
  });
}
