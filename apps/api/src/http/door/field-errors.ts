import type { Bilingual, Json } from '@countersign/domain';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../problem';

type Words = (values: string[]) => Bilingual;
const fixed =
  (zh: string, en: string): Words =>
  () => ({ zh, en });

/** What each check of class-validator says; what is not listed says `WRONG`. */
const WORDS: Record<string, Words> = {
  isString: fixed('应为文字', 'must be text'),
  isNumber: fixed('应为数字', 'must be a number'),
  isInt: fixed('应为整数', 'must be a whole number'),
  isUuid: fixed('不是有效的编号', 'is not a valid id'),
  isBoolean: fixed('应为是或否', 'must be true or false'),
  isObject: fixed('应为对象', 'must be an object'),
  isArray: fixed('应为列表', 'must be a list'),
  whitelistValidation: fixed('没有这个字段', 'is not a known field'),
  isSeen: fixed('不能为空白', 'must not be blank'),
  isLength: ([min, max]) => ({ zh: `长度应为 ${min} 到 ${max} 个字符`, en: `must be ${min} to ${max} characters long` }),
  formMap: ([max]) => ({ zh: `应为表单内容，最多 ${max} 项`, en: `must be a form with at most ${max} fields` }),
  choiceMap: ([max]) => ({
    zh: `应为每一步所选的人员，最多 ${max} 步`,
    en: `must name a person for each step, at most ${max} steps`,
  }),
  maxLength: ([max]) => ({ zh: `最多 ${max} 个字符`, en: `must be at most ${max} characters long` }),
  min: ([min]) => ({ zh: `不能小于 ${min}`, en: `must be at least ${min}` }),
  max: ([max]) => ({ zh: `不能大于 ${max}`, en: `must be at most ${max}` }),
};
const WRONG = fixed('填写有误', 'is not valid');

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
    // The digits of a pattern are no values.
    const values = check === 'matches' ? [] : (message.match(/\d+/g) ?? []);
    return {
      field,
      code: check,
      params: { values } as Record<string, Json>,
      message: (WORDS[check] ?? WRONG)(check === 'isLength' ? lengths(message) : values),
    };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** “x must be longer than or equal to 1 and shorter than or equal to 80 characters”, or one half of it. */
function lengths(message: string): string[] {
  const [low] = /longer than or equal to (\d+)/.exec(message)?.slice(1) ?? [];
  const [high] = /shorter than or equal to (\d+)/.exec(message)?.slice(1) ?? [];
  return [low ?? '0', high ?? '…'];
}
