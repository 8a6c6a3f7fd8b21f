import { ownValue, type Bilingual, type Definition, type FormValues, type TemplateNames } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Who asks, from where, under which number. */
export interface TemplateSubject {
  requesterId: string;
  requester: Bilingual;
  unitId: string | null;
  number: string | null;
}

interface NamedRow {
  kind: 'people' | 'units' | 'requests';
  id: string;
  name: Bilingual | null;
  number: string | null;
}

/** Of requests only those that the requester may read: the number of another one is nobody's here. */
const NAMED = `
  SELECT 'people' AS kind, id, name, NULL AS number FROM person WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT 'units', id, name, NULL FROM unit WHERE id = ANY ($2::uuid[])
  UNION ALL SELECT 'requests', r.id, NULL, r.number FROM request r WHERE r.id = ANY ($3::uuid[])
    AND (r.requester_id = $4 OR EXISTS (SELECT 1 FROM participant c WHERE c.request_id = r.id AND c.person_id = $4))`;
const KINDS = { person: 'people', unit: 'units', request: 'requests' } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The names that a template of a request needs; what cannot be found is left to be a dash. */
@Injectable()
export class TemplateNamesRepository {
  constructor(private readonly database: DataSource) {}

  async of(definition: Definition, form: FormValues, subject: TemplateSubject): Promise<TemplateNames> {
    const { requesterId, requester, unitId, number } = subject;
    const asked = { people: [] as string[], units: unitId ? [unitId] : [], requests: [] as string[] };
    for (const field of definition.form.fields) {
      const value = ownValue(form, field.key);
      if (Object.hasOwn(KINDS, field.type) && typeof value === 'string' && UUID.test(value))
        asked[KINDS[field.type as keyof typeof KINDS]].push(value);
    }
    const names = { people: {}, units: {}, requests: {} } as Pick<TemplateNames, 'people' | 'units' | 'requests'>;
    for (const { kind, id, name, number: found } of await this.rows(asked, requesterId)) {
      if (kind === 'requests' && found !== null) names.requests[id] = found;
      else if (kind !== 'requests' && name !== null) names[kind][id] = name;
    }
    return { ...names, roles: {}, requester, unit: (unitId === null ? undefined : ownValue(names.units, unitId)) ?? null, number };
  }

  private rows({ people, units, requests }: Record<NamedRow['kind'], string[]>, requesterId: string): Promise<NamedRow[]> {
    return this.database.query<NamedRow[]>(NAMED, [people, units, requests, requesterId]);
  }
}
