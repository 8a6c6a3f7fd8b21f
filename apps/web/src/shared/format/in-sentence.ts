import type { Language } from '@countersign/domain';

/** What buttons are called, in the middle of a sentence, one or the other: `驳回或退回修改`, `reject or return`. Pure. */
export function inSentence(labels: readonly string[], language: Language): string {
  const words = language === 'zh' ? labels : labels.map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  return new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { type: 'disjunction' }).format(words);
}
