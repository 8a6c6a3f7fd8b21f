import type { Definition } from '../../definition/definition.schema';
import type { CallingStep } from '../../definition/step.schema';
import type { FormValues } from '../../request/request-state';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { asAccepted } from '../rows/row-marks';
import { formToWire } from './wire';

/**
 * What a step sends to another system, by name: fields as they cross the API (amounts as decimals), blanks as null,
 * of a table the rows that count. Pure.
 */
export function sentBody(
  { body }: Pick<CallingStep, 'body'>,
  { definition, values, requestId }: { definition: Definition; values: FormValues; requestId: string },
): Record<string, Json> {
  const accepted = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, asAccepted(value)]));
  const wire = formToWire(definition, accepted);
  return Object.fromEntries(
    Object.entries(body).map(([name, source]): [string, Json] => {
      if ('field' in source) return [name, ownValue(wire, source.field) ?? null];
      return [name, 'value' in source ? source.value : requestId];
    }),
  );
}
