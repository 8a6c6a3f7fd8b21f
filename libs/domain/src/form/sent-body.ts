import type { Definition } from '../definition/definition.schema';
import type { CallingStep } from '../definition/step.schema';
import type { FormValues } from '../request/request-state';
import type { Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { formToWire } from './wire';

/** What a step sends to another system, by name: fields as they cross the API (amounts as decimals), blanks as null. Pure. */
export function sentBody(
  { body }: Pick<CallingStep, 'body'>,
  { definition, values, requestId }: { definition: Definition; values: FormValues; requestId: string },
): Record<string, Json> {
  const wire = formToWire(definition, values);
  return Object.fromEntries(
    Object.entries(body).map(([name, source]): [string, Json] => {
      if ('field' in source) return [name, ownValue(wire, source.field) ?? null];
      return [name, 'value' in source ? source.value : requestId];
    }),
  );
}
