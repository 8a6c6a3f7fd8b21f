import type { Language } from '@countersign/domain';
import type { AllTexts, LaterTexts } from './texts';

const fetched: Record<Language, () => Promise<AllTexts>> = {
  zh: () => import('./zh').then((found) => found.zh),
  en: () => import('./en').then((found) => found.en),
};

const fetchedLater: Record<Language, () => Promise<LaterTexts>> = {
  zh: () => import('./zh/later').then((found) => found.zhLater),
  en: () => import('./en/later').then((found) => found.enLater),
};

/** The texts of one language; the other one stays where it is until somebody wants it. */
export const textsOf = (language: Language): Promise<AllTexts> => fetched[language]();

/** Those of pages that nobody begins with. */
export const laterTextsOf = (language: Language): Promise<LaterTexts> => fetchedLater[language]();
