import { ownValue } from '@countersign/domain';
import { FILE_TYPES } from './file-types';

/** Names that say the same kind of file. */
const SAME: Record<string, string> = { jpeg: 'jpg', heif: 'heic' };

export const extensionOf = (name: string): string => {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return ownValue(SAME, extension) ?? extension;
};

/** The content type of an upload whose content is what its name says; null for everything else. */
export async function acceptedType(name: string, content: Buffer): Promise<string | null> {
  const extension = extensionOf(name);
  const type = ownValue(FILE_TYPES, extension);
  if (!type || content.length === 0) return null;
  // An ES module: CommonJS reaches it by a dynamic import only.
  const { fileTypeFromBuffer } = await import('file-type/core');
  const found = await fileTypeFromBuffer(content);
  if (!found) return (extension === 'csv' || extension === 'txt') && isText(content) ? type : null;
  return (ownValue(SAME, found.ext) ?? found.ext) === extension ? type : null;
}

/** Nothing to look at: no byte, or a PDF without a page. Pages may also lie packed in object streams, which are taken at their word. */
export function isEmpty(content: Buffer): boolean {
  if (content.length === 0) return true;
  if (!content.subarray(0, 1024).includes('%PDF-')) return false;
  return !/\/(Page(?![A-Za-z])|ObjStm)/.test(content.toString('latin1'));
}

/** Text has no zero byte and, as UTF-8 or GB 18030, no byte that neither knows. */
function isText(content: Buffer): boolean {
  if (content.includes(0)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(content);
      return true;
    } catch {
      return false;
    }
  });
}
