import type { Definition } from '../../definition/definition.schema';
import type { Bilingual, Json } from '../../text/bilingual';
import { counted } from '../../text/counted';
import { dayText } from '../../wording/time/day-text';
import { fieldLabel } from '../../wording/field-label';
import { saidWords } from '../../wording/names';
import { stepTitle } from '../sentence-context';

/** A refusal of a check that definitions name. */
interface RefusalCase {
  params: Record<string, Json>;
  definition: Definition | null;
}

/** What lies back too far. Pure. */
export function tooOldText({ params, definition }: RefusalCase): Bilingual {
  const field = fieldOf(params, definition);
  const date = String(params.date);
  return {
    zh: `${field.zh} ${dayText(date, 'zh')} 距今 ${String(params.age)} 天，须在 ${String(params.days)} 天内提交`,
    en: `${field.en} ${dayText(date, 'en')} is ${counted(params.age, 'day')} ago; it has to be submitted within ${counted(params.days, 'day')}`,
  };
}

/** A condition of the definition that does not hold, in its own words. Pure. */
export function notHeldText({ params: { words } }: Pick<RefusalCase, 'params'>): Bilingual {
  return saidWords(words) ?? { zh: '不符合流程的条件', en: 'A condition of the process does not hold' };
}

/** Somebody whom a field names for a step that asks for a role which they do not hold. Pure. */
export function lacksRoleText({ params, definition }: RefusalCase): Bilingual {
  if (!definition)
    return {
      zh: '所填的人不担任需要的角色，请另选一位',
      en: 'Whoever is named does not hold the role that is needed; please choose somebody else',
    };
  const step = stepTitle({ definition }, String(params.step));
  const field = fieldLabel(definition, String(params.field));
  return {
    zh: `「${field.zh}」所填的人不担任「${step.zh}」需要的角色，请另选一位`,
    en: `Whoever is named under “${field.en}” does not hold the role that “${step.en}” needs; please choose somebody else`,
  };
}

/** A value that another request holds, or this one twice. Pure. */
export function valueTakenText({ params, definition }: RefusalCase): Bilingual {
  const label = definition && typeof params.field === 'string' ? fieldLabel(definition, params.field) : null;
  const value = typeof params.value === 'string' ? params.value : '';
  const zh = label ? `${label.zh} ${value}` : value === '' ? '所填内容' : `「${value}」`;
  const en = label ? `${label.en} ${value}` : value === '' ? 'What was filled in' : `“${value}”`;
  if (params.request === null) return { zh: `${zh} 在这份申请中出现了不止一次`, en: `${en} appears on this request more than once` };
  const [other, another] = params.request === '' ? ['另一份申请', 'another request'] : [params.request, params.request].map(String);
  return { zh: `${zh} 已用于 ${other}，不能重复使用`, en: `${en} is already used on ${another} and cannot be used twice` };
}

function fieldOf(params: Record<string, Json>, definition: Definition | null): Bilingual {
  return definition ? fieldLabel(definition, String(params.field)) : { zh: '所填日期', en: 'The date' };
}
