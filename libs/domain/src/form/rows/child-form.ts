import type { StartingStep } from '../../definition/step.schema';
import type { ChildSource } from '../../definition/steps/subprocess.step';
import type { FormValues } from '../../request/request-state';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { acceptedRows, asAccepted } from './row-marks';

/** What requests are started from: the form of the one that starts them, its id, and for which row of the table. */
export interface ChildOrigin {
  values: FormValues;
  requestId: string;
  row: number | null;
}

function sourced(source: ChildSource, { values, requestId }: ChildOrigin, row: Record<string, Json>): Json | undefined {
  if ('field' in source) return asAccepted(ownValue(values, source.field) ?? null);
  if ('column' in source) return ownValue(row, source.column);
  return 'value' in source ? source.value : requestId;
}

/** What a request that a step starts is given: fields of its own form by key; what is blank is left out, and so are rows that were refused. Pure. */
export function childForm({ map, each }: Pick<StartingStep, 'map' | 'each'>, from: ChildOrigin): FormValues {
  const rows = each === undefined ? [] : acceptedRows(ownValue(from.values, each));
  const row = (from.row === null ? undefined : rows[from.row]) ?? {};
  const given = Object.entries(map).flatMap(([key, source]): [string, Json][] => {
    const value = sourced(source, from, row);
    return value === undefined || value === null ? [] : [[key, value]];
  });
  return Object.fromEntries(given);
}
