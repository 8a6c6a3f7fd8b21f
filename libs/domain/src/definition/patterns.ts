import { z } from 'zod';
import { LIMITS } from './limits';
import type { Bilingual } from '../text/bilingual';
import { isInheritedName } from '../text/own-value';

/** A way of writing that a schema asks for, and how people are told of it. */
export interface TextPattern {
  regex: RegExp;
  words: Bilingual;
}

/** Every way of writing that definitions and directories ask for. */
export const PATTERNS = {
  fieldKey: {
    regex: /^[a-z][A-Za-z0-9]{0,39}$/,
    words: {
      zh: '须以小写字母开头，只含字母和数字，最多 40 个字符',
      en: 'must begin with a lower-case letter and contain only letters and digits, at most 40',
    },
  },
  stepId: {
    regex: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    words: {
      zh: '须为小写字母和数字，用连字符分开，例如 finance-check',
      en: 'must be lower-case letters and digits separated by hyphens, such as finance-check',
    },
  },
  directoryKey: {
    regex: /^[a-z0-9]+(?:[-.:_][a-z0-9]+)*$/,
    words: {
      zh: '须为小写字母和数字，可用 - . : _ 分开，例如 head.sales',
      en: 'must be lower-case letters and digits separated by - . : or _, such as head.sales',
    },
  },
  answerPath: {
    regex: /^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60}){0,7}$/,
    words: {
      zh: '须为用点分开的名称，例如 entry.number，最多 8 层',
      en: 'must be names separated by dots, such as entry.number, at most 8 of them',
    },
  },
  currency: {
    regex: /^[A-Z]{3}$/,
    words: { zh: '须为三位大写币种代码，例如 CNY', en: 'must be a three-letter currency code in capitals, such as CNY' },
  },
  numberPrefix: {
    regex: /^[A-Z]{1,6}$/,
    words: { zh: '须为 1 至 6 个大写字母', en: 'must be 1 to 6 capital letters' },
  },
  timeOfDay: {
    regex: /^([01]\d|2[0-3]):[0-5]\d$/,
    words: { zh: '须为 24 小时制的时刻，例如 08:30', en: 'must be a time of day by the 24-hour clock, such as 08:30' },
  },
  callPath: {
    regex: /^(\/[A-Za-z0-9_~-]+(\.[A-Za-z0-9_~-]+)*)*$/,
    words: {
      zh: '须为以 / 开头的路径，只含字母、数字和 - _ ~ .，例如 /contracts/new',
      en: 'must be a path that begins with / and holds only letters, digits and - _ ~ ., such as /contracts/new',
    },
  },
  decimal: {
    regex: /^-?\d{1,30}(\.\d{1,10})?$/,
    words: { zh: '须为小数写法，例如 5000.00', en: 'must be a plain decimal number, such as 5000.00' },
  },
} as const satisfies Record<string, TextPattern>;

/** For `refine`: a key of data that every object has already would be found where nothing was written. */
export const NOT_INHERITED = [
  (name: string): boolean => !isInheritedName(name),
  {
    params: {
      zh: '是程序语言的保留名称，不能使用',
      en: 'is a reserved name of the programming language and cannot be used',
    },
  },
] as const;

/** A word that people choose and machines look up: a role, a matter, the key of a person. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.key)
  .refine(...NOT_INHERITED);

/** How the pattern that an issue names is told; null for one that is not ours. Pure. */
export function patternWords(pattern: string): Bilingual | null {
  return Object.values(PATTERNS).find(({ regex }) => String(regex) === pattern)?.words ?? null;
}
