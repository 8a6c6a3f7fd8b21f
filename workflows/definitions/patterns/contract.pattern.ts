import type { DefinitionInput } from '@countersign/domain';
import { AT_STEP, day, files, money, text } from './fields';
import { processOf, type Head } from './head';
import { carriedOutLast, decided, financeAsked } from './laws';

/** CONTRACT: terms are prepared, reviewed, permitted, and only then signed and filed (X31, X33, X34, X42). */
export function contract(head: Head): DefinitionInput {
  return processOf(head, {
    behind: [
      money('recommendedBudget', ['财务建议金额', 'Amount recommended by finance'], AT_STEP),
      day('signedOn', ['签订日期', 'Signed on'], AT_STEP),
      files('signedFiles', ['已签合同', 'Signed contract'], AT_STEP),
      text('archiveNumber', ['归档编号', 'File number'], { ...AT_STEP, maxLength: 60 }),
      files('attachments', ['附件', 'Attachments']),
    ],
    laws: [decided, financeAsked, carriedOutLast],
  });
}
