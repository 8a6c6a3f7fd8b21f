import type { Language } from '@countersign/domain';

const KEY = 'countersign.language';

/** What the browser asks for, where nobody has chosen yet. */
const preferred = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The language that was chosen on this device. */
export function rememberedLanguage(): Language {
  try {
    const chosen = localStorage.getItem(KEY);
    return chosen === 'en' || chosen === 'zh' ? chosen : preferred();
  } catch {
    return preferred();
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice lasts for this tab only.
  }
}

/** How a language is called in HTTP and HTML. */
export const tagOf = (language: Language): string => ({ zh: 'zh-CN', en: 'en' })[language];
