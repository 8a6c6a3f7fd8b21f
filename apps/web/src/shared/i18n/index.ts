import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@countersign/domain';
import { configureClient } from '../api/client';
import { rememberedLanguage, rememberLanguage, tagOf } from './remembered';
import { textsOf } from './texts-of';
import type { zh } from './zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof zh;
  }
}

function spread(language: Language): void {
  document.documentElement.lang = tagOf(language);
  configureClient({ language: tagOf(language) });
  rememberLanguage(language);
}

/** Has the texts of a language at hand; false when they could not be fetched. */
export async function fetchTexts(language: Language): Promise<boolean> {
  if (i18next.hasResourceBundle(language, 'frame')) return true;
  try {
    for (const [namespace, texts] of Object.entries(await textsOf(language))) i18next.addResourceBundle(language, namespace, texts);
    return true;
  } catch {
    return false;
  }
}

/** Changes every word on screen; scroll, selection and typed text stay. False when the words of that language could not be fetched. */
export async function speak(language: Language): Promise<boolean> {
  if (!(await fetchTexts(language))) return false;
  await i18next.changeLanguage(language);
  spread(language);
  return true;
}

/** Speaks the remembered language before the first paint. */
export async function startLanguage(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: await textsOf(language) },
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  spread(language);
}
