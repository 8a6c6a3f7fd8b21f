import type { DefinitionInput } from '@countersign/domain';
import { files, link, text, MATERIAL } from './fields';
import { documentOf, type Head } from './head';
import { carriedOutLast, piecesOfWork } from './laws';

/** PIPE: named pieces of work, each with its evidence, some of them gates; ends where the next process begins (X13, X15, X16). */
export function pipe(head: Head & { grewFrom?: string }): DefinitionInput {
  return documentOf(head, {
    before: [
      text('topic', ['主题', 'Topic'], MATERIAL),
      ...(head.grewFrom ? [link('source', ['来源申请', 'Source request'], head.grewFrom)] : []),
    ],
    behind: [files('attachments', ['附件', 'Attachments'])],
    laws: [piecesOfWork(3), carriedOutLast],
  });
}
