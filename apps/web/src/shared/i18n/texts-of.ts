import type { Language } from '@countersign/domain';
import type { AllTexts } from './texts';

const fetched: Record<Language, () => Promise<AllTexts>> = {
  zh: () => import('./zh').then((found) => found.zh),
  en: () => import('./en').then((found) => found.en),
};

/** The texts of one language; the other one stays where it is until somebody wants it. */
export const textsOf = (language: Language): Promise<AllTexts> => fetched[language]();
