import type { Bilingual, Language } from '@countersign/domain';
import { refusalText } from '@countersign/domain';
import { DOOR_TEXT, DOOR_TITLE } from './door-text';
import { isRefusalCode, type DoorCode, type Problem } from './problem';
import { PROBLEM_STATUS } from './problem-status';

/** Title of every refusal: the sentence itself is its detail. */
const REFUSED: Bilingual = { zh: '未能完成', en: 'Not done' };

export function problemText({ code, params, text }: Problem): Bilingual {
  if (text) return text;
  return isRefusalCode(code) ? refusalText({ code, params }) : DOOR_TEXT[code](params);
}

/** RFC 9457 problem in the caller's language. */
export function problemDocument(problem: Problem, language: Language, instance: string): Record<string, unknown> {
  const { code, params, errors } = problem;
  const title = isRefusalCode(code) ? REFUSED : DOOR_TITLE[code as DoorCode];
  return {
    type: `urn:countersign:problem:${code}`,
    title: title[language],
    status: PROBLEM_STATUS[code],
    detail: problemText(problem)[language],
    instance,
    code,
    params,
    ...(errors ? { errors } : {}),
  };
}
