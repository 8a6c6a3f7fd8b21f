import type { Bilingual } from '@countersign/domain';
import { ValidateBy } from 'class-validator';

/** How texts of parts are written, and what is said where one is not. */
export const WRITTEN = {
  time: { pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/, words: { zh: '应为时刻，如 09:30', en: 'must be a time such as 09:30' } },
  month: { pattern: /^20\d{2}-(0[1-9]|1[0-2])$/, words: { zh: '应为月份，如 2026-11', en: 'must be a month such as 2026-11' } },
  period: {
    pattern: /^20\d{2}(-(0[1-9]|1[0-2]))?$/,
    words: { zh: '应为年份或月份，如 2026 或 2026-11', en: 'must be a year or a month such as 2026 or 2026-11' },
  },
  decimal: { pattern: /^\d{1,15}(\.\d{1,3})?$/, words: { zh: '应为数额，如 6480.00', en: 'must be an amount such as 6480.00' } },
  whole: {
    pattern: /^(0|[1-9]\d{0,14})$/,
    words: { zh: '应为不带小数的数额，如 100000', en: 'must be an amount in whole units such as 100000' },
  },
  currency: {
    pattern: /^[A-Z]{3}$/,
    words: { zh: '应为三个大写字母的币种，如 CNY', en: 'must be a currency of three capital letters such as CNY' },
  },
} satisfies Record<string, { pattern: RegExp; words: Bilingual }>;

/** A text that is written in one of these ways. */
export const IsWritten = (as: keyof typeof WRITTEN): PropertyDecorator =>
  ValidateBy({
    name: 'isWritten',
    validator: { validate: (value) => typeof value === 'string' && WRITTEN[as].pattern.test(value), defaultMessage: () => as },
  });
