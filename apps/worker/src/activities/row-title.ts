import { NUMBER_TO_COME, type RequestHead } from '@countersign/database';
import { ownValue, renderTemplateBoth, type Bilingual, type Directory, type FormValues, type Process } from '@countersign/domain';

/** The line of lists, with the names that the directory slice holds. */
export function rowTitle(
  process: Process,
  head: Pick<RequestHead, 'state' | 'requesterId' | 'number'>,
  form: FormValues,
  directory: Directory,
): Bilingual {
  const { people, units, positions } = directory;
  const held = positions.filter((position) => position.personId === head.requesterId);
  const unitId = head.state?.context.requester?.unitId ?? (held.find((position) => position.primary) ?? held[0])?.unitId;
  const names = {
    people: namesOf(people),
    units: namesOf(units),
    roles: {},
    requests: {},
    requester: ownValue(people, head.requesterId)?.name ?? UNKNOWN,
    unit: (unitId === undefined ? undefined : ownValue(units, unitId)?.name) ?? null,
    number: head.number ?? NUMBER_TO_COME,
  };
  return renderTemplateBoth(process.definition.rowTitle, { definition: process.definition, values: form, names });
}

const UNKNOWN: Bilingual = { zh: '—', en: '—' };

function namesOf(named: Record<string, { name: Bilingual }>): Record<string, Bilingual> {
  return Object.fromEntries(Object.entries(named).map(([id, { name }]) => [id, name]));
}
