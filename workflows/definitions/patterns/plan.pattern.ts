import type { DefinitionInput } from '@countersign/domain';
import { files, MATERIAL, text } from './fields';
import { documentOf, type Head } from './head';
import { carriedOutLast, decided } from './laws';

/** PLAN: a plan or scheme is drafted, looked at, decided, carried out (X01, X11, X42, X70). */
export function plan(head: Head): DefinitionInput {
  return documentOf(head, {
    before: [text('topic', ['主题', 'Topic'], MATERIAL)],
    behind: [files('attachments', ['附件', 'Attachments'])],
    laws: [decided, carriedOutLast],
  });
}
