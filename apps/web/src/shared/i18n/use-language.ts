import type { Bilingual, Language } from '@countersign/domain';
import { useTranslation } from 'react-i18next';

/** The language on screen; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** Picks the words of a bilingual text in the language on screen. */
export function useWords(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
