import type { Language } from '@countersign/domain';
import type { Request } from 'express';

/** The better of our two languages for the caller, Chinese where nothing is said. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages(['zh-CN', 'zh', 'en']) === 'en' ? 'en' : 'zh';
}
