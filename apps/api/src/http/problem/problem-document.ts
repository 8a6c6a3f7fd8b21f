import type { Bilingual, Json, Language } from '@countersign/domain';
import { refusalText } from '@countersign/domain';
import { DOOR_TEXT } from './door-text';
import { DOOR_TITLE } from './door-title';
import { isRefusalCode, type DoorCode, type FieldError, type Problem } from './problem';
import { problemStatus } from './problem-status';

type Params = Record<string, Json>;

/** Title of every refusal: the sentence itself is its detail. */
const REFUSED: Bilingual = { zh: '未能完成', en: 'Not done' };

export function problemText({ code, params, text }: Problem): Bilingual {
  if (text) return text;
  return isRefusalCode(code) ? refusalText({ code, params }) : DOOR_TEXT[code](params);
}

/** RFC 9457 problem in the caller's language. */
export function problemDocument(problem: Problem, language: Language, instance: string): Record<string, unknown> {
  const { code, errors } = problem;
  const title = isRefusalCode(code) ? REFUSED : DOOR_TITLE[code as DoorCode];
  return {
    type: `urn:countersign:problem:${code}`,
    title: title[language],
    status: problemStatus(code),
    detail: cut(problemText(problem)[language], LONGEST_DETAIL),
    instance: cut(instance, LONGEST_PLACE),
    code,
    params: small(problem.params),
    ...(errors ? { errors: errors.slice(0, MOST_ERRORS).map(shortError) } : {}),
  };
}

/** What was sent may be in what is said of it: an answer stays small, whatever was sent. */
const MOST_ERRORS = 100;
const LONGEST_DETAIL = 2_000;
const LONGEST_PLACE = 200;
const LONGEST_PARAMS = 4_000;

const cut = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`);

const small = (params: Params): Params => (JSON.stringify(params).length <= LONGEST_PARAMS ? params : {});

const shortError = ({ field, code, params, message }: FieldError): FieldError => ({
  field: cut(field, LONGEST_PLACE),
  code,
  params: small(params),
  message: { zh: cut(message.zh, LONGEST_PLACE), en: cut(message.en, LONGEST_PLACE) },
});
