import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Bilingual, Language } from '@countersign/domain';
import { configureClient } from '../api/client';
import { en } from './en';
import { zh } from './zh';

const stored = 'countersign.language';
const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof zh;
  }
}

/** The language on screen. */
export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** The words of a bilingual text in the language on screen. */
export const wordsOf = (text: Bilingual): string => text[languageNow()];

/** What the browser asks for, where nobody has chosen yet. */
const preferred = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

function remembered(): Language {
  try {
    const chosen = localStorage.getItem(stored);
    return chosen === 'en' || chosen === 'zh' ? chosen : preferred();
  } catch {
    return preferred();
  }
}

function spread(language: Language): void {
  document.documentElement.lang = tags[language];
  configureClient({ language: tags[language] });
  try {
    localStorage.setItem(stored, language);
  } catch {
    // Without storage the choice lasts for this tab only.
  }
}

/** Changes every word on screen; scroll, selection and typed text stay. */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  spread(language);
}

/** Reads the remembered language before the first paint. */
export async function startLanguage(): Promise<void> {
  const language = remembered();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { zh, en },
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  spread(language);
}
