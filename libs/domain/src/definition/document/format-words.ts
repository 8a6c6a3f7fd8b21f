import type { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import { patternWords } from '../patterns';
import { cutText } from '../../text/cut-text';
import { ownValue } from '../../text/own-value';

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;
type Words<C extends Issue['code']> = (issue: IssueOf<C>) => Bilingual;

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（[ … ]）', en: 'a list ([ … ])' },
  tuple: { zh: '列表（[ … ]）', en: 'a list ([ … ])' },
  object: { zh: '对象（{ … }）', en: 'an object ({ … })' },
  record: { zh: '对象（{ … }）', en: 'an object ({ … })' },
  null: { zh: 'null', en: 'null' },
};

const FORMATS: Readonly<Record<string, Bilingual>> = {
  email: { zh: '须为邮箱地址', en: 'must be an e-mail address' },
  date: { zh: '须为存在的日期，写作 2026-11-28', en: 'must be a real date, written like 2026-11-28' },
};

const OTHER: Bilingual = { zh: '写法不对', en: 'is not in the expected format' };

/** What is counted where something is too long or too short. */
const COUNTED: Readonly<Record<string, (count: string) => Bilingual>> = {
  string: (count) => ({ zh: `${count} 个字`, en: count === '1' ? '1 character' : `${count} characters` }),
  array: (count) => ({ zh: `${count} 项`, en: count === '1' ? '1 entry' : `${count} entries` }),
};

const counted = (origin: string, count: unknown): Bilingual =>
  ownValue(COUNTED, origin)?.(String(count)) ?? { zh: String(count), en: String(count) };

const listed = (values: readonly unknown[]): Bilingual => {
  const words = values.slice(0, 20).map(String);
  const more = values.length > words.length;
  return { zh: words.join('、') + (more ? ' 等' : ''), en: words.join(', ') + (more ? ' …' : '') };
};

const oneOf = (values: readonly unknown[]): Bilingual => {
  const list = listed(values);
  if (values.length === 1) return { zh: `须为 ${list.zh}`, en: `must be ${list.en}` };
  return { zh: `须为以下之一：${list.zh}`, en: `must be one of: ${list.en}` };
};

/** Stands before the names of the properties that an object may have, in the message about those that it may not. */
const KNOWN = 'known: ';

/** Has zod say, of an object with properties that it may not have, which others it may. Pure. */
export const tellKnown: z.core.$ZodErrorMap = ({ code, inst, input }) => {
  const { shape } = (inst?._zod.def ?? {}) as { shape?: object };
  if (code !== 'unrecognized_keys' || shape === undefined) return undefined;
  const free = Object.keys(shape).filter((key) => !Object.hasOwn(input as object, key));
  return free.length === 0 ? undefined : KNOWN + free.join(' ');
};

function knownIn(message: string): Bilingual {
  if (!message.startsWith(KNOWN)) return { zh: '', en: '' };
  const list = listed(message.slice(KNOWN.length).split(' '));
  return { zh: `；还可以写：${list.zh}`, en: `; it may also have: ${list.en}` };
}

const WORDS: { [C in Issue['code']]?: Words<C> } = {
  invalid_type: ({ expected }) => {
    const kind = ownValue(KINDS, expected) ?? { zh: expected, en: expected };
    return { zh: `须为${/^[a-z]/.test(kind.zh) ? ' ' : ''}${kind.zh}`, en: `must be ${kind.en}` };
  },
  too_big: ({ origin, maximum }) => {
    const most = counted(origin, maximum);
    return { zh: `最多 ${most.zh}`, en: `must be at most ${most.en}` };
  },
  too_small: ({ origin, minimum }) => {
    if ((origin === 'string' || origin === 'array') && Number(minimum) === 1) return { zh: '不能为空', en: 'must not be empty' };
    const least = counted(origin, minimum);
    return { zh: `至少 ${least.zh}`, en: `must be at least ${least.en}` };
  },
  invalid_value: ({ values }) => oneOf(values),
  invalid_format: ({ format, pattern }) => (pattern === undefined ? null : patternWords(pattern)) ?? ownValue(FORMATS, format) ?? OTHER,
  unrecognized_keys: ({ keys, message }) => {
    const [list, known] = [listed(keys.map((key) => cutText(key, 61))), knownIn(message)];
    return { zh: `有不认识的属性：${list.zh}${known.zh}`, en: `has unknown properties: ${list.en}${known.en}` };
  },
  invalid_union: (issue) => {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    return options.length > 0 ? oneOf(options) : OTHER;
  },
  custom: ({ params }) => {
    const { zh, en } = params ?? {};
    return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : OTHER;
  },
};

/** Why a value does not have the form that its schema asks for, to stand after its place: 须为数字 / must be a number. Pure; our words, never zod's. */
export function formatWords(issue: Issue, present: boolean): Bilingual {
  if (!present) return { zh: '没有填写', en: 'is missing' };
  return (WORDS[issue.code] as ((issue: Issue) => Bilingual) | undefined)?.(issue) ?? OTHER;
}
