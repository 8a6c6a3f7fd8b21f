import { isRecord, ownValue, type Definition, type FormValues, type Json } from '@countersign/domain';

function filesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isRecord(value)) return [];
  if (typeof value.id === 'string' && typeof value.sha256 === 'string') return [value.id];
  return Object.values(value).flatMap(filesIn);
}

/** Files and requests that a form names. Pure. */
export function namedIn({ form }: Definition, values: FormValues): { files: string[]; cited: string[] } {
  const requests = form.fields.filter(({ type }) => type === 'request').map(({ key }) => ownValue(values, key));
  return { files: Object.values(values).flatMap(filesIn), cited: requests.filter((id): id is string => typeof id === 'string') };
}
