import { ownValue, type Bilingual, type Json } from '@countersign/domain';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../problem/problem';
import { WRITTEN } from '../schema/written.decorator';

/** What is told of a check that found something: its fact, and words with what is allowed. */
interface Said {
  code: string;
  words: (values: string[]) => Bilingual;
}
const fixed = (code: string, zh: string, en: string): Said => ({ code, words: () => ({ zh, en }) });

/** A member that is not known. */
export const UNKNOWN_FIELD = { code: 'unknown-field', message: { zh: '没有这个字段', en: 'is not a known field' } };

/** By what class-validator calls a check. */
const CHECKS: Readonly<Record<string, Said>> = {
  isString: fixed('not-text', '应为文字', 'must be text'),
  isNumber: fixed('not-a-number', '应为数字', 'must be a number'),
  isInt: fixed('not-whole', '应为整数', 'must be a whole number'),
  isUuid: fixed('not-an-id', '不是有效的编号', 'is not a valid id'),
  isBoolean: fixed('not-yes-or-no', '应为是或否', 'must be true or false'),
  isObject: fixed('not-an-object', '应为对象', 'must be an object'),
  nestedValidation: fixed('not-an-object', '应为对象', 'must be an object'),
  isArray: fixed('not-a-list', '应为列表', 'must be a list'),
  isDefined: fixed('missing', '没有给出', 'is missing'),
  whitelistValidation: { code: UNKNOWN_FIELD.code, words: () => UNKNOWN_FIELD.message },
  isSeen: fixed('blank', '不能为空白', 'must not be blank'),
  isDay: fixed('not-a-day', '应为日期，如 2026-11-30', 'must be a day such as 2026-11-30'),
  isMoment: fixed('not-a-moment', '应为时间，如 2026-11-30T08:00:00Z', 'must be a moment such as 2026-11-30T08:00:00Z'),
  isShare: fixed('not-a-share', '应为 1 到 100 的整数，或不填', 'must be a whole number from 1 to 100, or null'),
  isParameter: fixed('not-a-parameter', '应为文字、数字、是或否', 'must be a text, a number, or true or false'),
  differs: fixed('the-same', '不能与开始相同', 'must not be the same as the beginning'),
  arrayUnique: fixed('repeated', '有重复', 'names something twice'),
  isIn: { code: 'not-offered', words: (all) => ({ zh: `应为其中之一：${all.join('、')}`, en: `must be one of ${all.join(', ')}` }) },
  isWritten: { code: 'wrong-form', words: ([as]) => WRITTEN[as as keyof typeof WRITTEN].words },
  isLength: {
    code: 'wrong-length',
    words: ([min, max]) => ({ zh: `长度应为 ${min} 到 ${max} 个字符`, en: `must be ${min} to ${max} characters long` }),
  },
  formMap: {
    code: 'not-a-form',
    words: ([max]) => ({ zh: `应为表单内容，最多 ${max} 项`, en: `must be a form with at most ${max} fields` }),
  },
  choiceMap: {
    code: 'not-choices',
    words: ([max]) => ({ zh: `应为每一步所选的人员，最多 ${max} 步`, en: `must name a person for each step, at most ${max} steps` }),
  },
  maxLength: { code: 'too-long', words: ([max]) => ({ zh: `最多 ${max} 个字符`, en: `must be at most ${max} characters long` }) },
  minLength: { code: 'too-short', words: ([min]) => ({ zh: `至少 ${min} 个字符`, en: `must be at least ${min} characters long` }) },
  min: { code: 'too-small', words: ([min]) => ({ zh: `不能小于 ${min}`, en: `must be at least ${min}` }) },
  max: { code: 'too-large', words: ([max]) => ({ zh: `不能大于 ${max}`, en: `must be at most ${max}` }) },
  arrayMinSize: { code: 'too-few', words: ([min]) => ({ zh: `至少 ${min} 项`, en: `must have at least ${min}` }) },
  arrayMaxSize: { code: 'too-many', words: ([max]) => ({ zh: `最多 ${max} 项`, en: `must have at most ${max}` }) },
};
const WRONG = fixed('not-valid', '填写有误', 'is not valid');

/** Whether it is said what a check wants. Pure. */
export const isWorded = (check: string): boolean => Object.hasOwn(CHECKS, check);

/** Checks of what something is at all: of what is something else, nothing more is said. */
const OF_TYPE = ['isString', 'isInt', 'isNumber', 'isUuid', 'isBoolean', 'isObject', 'isArray'];

/** The one thing to say of a member: what it should have been, where it is of another type; else what was found first. */
function said({ constraints = {}, value }: ValidationError): [string, string][] {
  const found = Object.entries(constraints);
  const wrongType = value === undefined || value === null ? undefined : found.find(([check]) => OF_TYPE.includes(check));
  return (wrongType ? [wrongType] : found).slice(0, 1);
}

/** What class-validator found, in words; nested members by their path. */
export function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = said(error).map(([check, message]) => {
    const values = allowed(check, message);
    const { code, words } = ownValue(CHECKS, check) ?? WRONG;
    return { field, code, params: { values } as Record<string, Json>, message: words(values) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** What a check allows, as its own message names it: bounds, a list, the way in which something is written. */
function allowed(check: string, message: string): string[] {
  if (check === 'isLength') return lengths(message);
  if (check === 'isIn') return (/following values: (.*)$/.exec(message)?.[1] ?? '').split(',').map((each) => each.trim());
  return check === 'isWritten' ? [message] : (message.match(/\d+/g) ?? []);
}

/** “x must be longer than or equal to 1 and shorter than or equal to 80 characters”, or one half of it. */
function lengths(message: string): string[] {
  const [low] = /longer than or equal to (\d+)/.exec(message)?.slice(1) ?? [];
  const [high] = /shorter than or equal to (\d+)/.exec(message)?.slice(1) ?? [];
  return [low ?? '0', high ?? '…'];
}
