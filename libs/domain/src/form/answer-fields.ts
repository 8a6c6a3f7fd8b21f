import type { CallingStep } from '../definition/step.schema';
import type { FormValues } from '../request/request-state';
import type { Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';

/** The part of an answer to which a way leads; null where there is none. */
function partAt(answer: Json, path: string): Json {
  return path.split('.').reduce<Json>((part, name) => {
    if (part === null || typeof part !== 'object') return null;
    return ownValue(part as Record<string, Json>, name) ?? null;
  }, answer);
}

/** What of another system's JSON answer belongs into the form, in wire form: nothing else of it is kept. Pure. */
export function answerFields({ answer }: Pick<CallingStep, 'answer'>, said: Json): FormValues {
  return Object.fromEntries(Object.entries(answer ?? {}).map(([key, path]): [string, Json] => [key, partAt(said, path)]));
}
