import type { Condition, DefinitionInput } from '@countersign/domain';
import { AT_STEP, day, files, money, text } from './fields';
import { documentOf, type Head } from './head';
import { carriedOutLast, decided, financeAsked } from './laws';

/** CONTRACT: terms are prepared, reviewed, permitted, and only then signed and filed (X31, X33, X34, X42). `signed` holds once there is one; absent: there always is in the end. */
export function contract({ signed, ...head }: Head & { signed?: Condition }): DefinitionInput {
  // Where it may come to no contract.
  const where = signed ? { visible: signed } : {};
  return documentOf(head, {
    behind: [
      money('recommendedBudget', ['财务建议金额', 'Amount recommended by finance'], AT_STEP),
      day('signedOn', ['签订日期', 'Signed on'], { ...AT_STEP, ...where }),
      files('signedFiles', ['已签合同', 'Signed contract'], { ...AT_STEP, ...where }),
      text('archiveNumber', ['归档编号', 'File number'], { ...AT_STEP, maxLength: 60 }),
      files('attachments', ['附件', 'Attachments']),
    ],
    laws: [decided, financeAsked, carriedOutLast],
  });
}
