import { sameJson, type Bilingual, type Field, type Json } from '@countersign/domain';

/** How one version of a form differs from an earlier one, by the names of its fields. */
export interface FormDifference {
  added: Bilingual[];
  removed: Bilingual[];
  changed: Bilingual[];
}

/** Compares the fields that a requester fills in. Pure. Null where they are the same. */
export function formDifference(before: readonly Field[], after: readonly Field[]): FormDifference | null {
  const asked = (fields: readonly Field[]) => fields.filter(({ filledAt }) => filledAt === 'start');
  const [old, now] = [asked(before), asked(after)];
  const twin = (fields: readonly Field[], key: string) => fields.find((field) => field.key === key);
  const labels = (fields: readonly Field[]) => fields.map(({ label }) => label);
  const difference = {
    added: labels(now.filter(({ key }) => !twin(old, key))),
    removed: labels(old.filter(({ key }) => !twin(now, key))),
    changed: labels(now.filter((field) => isOther(twin(old, field.key), field))),
  };
  return Object.values(difference).some((fields) => fields.length > 0) ? difference : null;
}

const isOther = (before: Field | undefined, now: Field): boolean =>
  before !== undefined && !sameJson(before as unknown as Json, now as unknown as Json);
