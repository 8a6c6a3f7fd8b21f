import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@countersign/domain';
import { configureClient } from '../api/client';
import { rememberedLanguage, rememberLanguage, tagOf } from './remembered';
import { laterTextsOf, textsOf } from './texts-of';
import type { zh } from './zh';
import type { zhLater } from './zh/later';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof zh & typeof zhLater;
  }
}

function spread(language: Language): void {
  document.documentElement.lang = tagOf(language);
  configureClient({ language: tagOf(language) });
  rememberLanguage(language);
}

/** One of the namespaces that come later: where it is, all of them are. */
const LATER = 'stores';

function keep(language: Language, all: object): void {
  for (const [namespace, texts] of Object.entries(all)) i18next.addResourceBundle(language, namespace, texts);
}

async function fetchLater(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, LATER)) keep(language, await laterTextsOf(language));
}

/** A page, and the texts that come with it. */
export function withLaterTexts<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return async () => (await Promise.all([load(), fetchLater(rememberedLanguage())]))[0];
}

/** Has the texts of a language at hand; false when they could not be fetched. */
export async function fetchTexts(language: Language): Promise<boolean> {
  try {
    if (!i18next.hasResourceBundle(language, 'frame')) keep(language, await textsOf(language));
    if (i18next.hasResourceBundle(i18next.language, LATER)) await fetchLater(language);
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
