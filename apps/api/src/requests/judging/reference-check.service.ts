import { fieldProblem, type Definition, type FieldProblem, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../auth/actor';
import { concerns } from '../../auth/readers.service';
import { referencesIn, type Reference } from './references';

interface Found {
  id: string;
  what: 'person' | 'unit' | 'request';
  active: boolean;
  /** Kind of a unit, key of a request's definition. */
  kind: string | null;
  /** How a request stands; `running` until it has ended. */
  outcome: string | null;
}

/** Requests that the writer may not read are as good as absent; so is the one itself, which proves nothing about itself. */
const FOUND = `
  SELECT id, 'person' AS what, active, NULL AS kind, NULL AS outcome FROM person WHERE id = ANY ($1::uuid[]) AND company_id = $4
  UNION ALL SELECT id, 'unit', true, kind, NULL FROM unit WHERE id = ANY ($2::uuid[]) AND company_id = $4
  UNION ALL SELECT r.id, 'request', true, d.key, coalesce(r.outcome, 'running') FROM request r JOIN definition d ON d.id = r.definition_id
    WHERE r.id = ANY ($3::uuid[]) AND r.id <> $7 AND r.company_id = $4 AND r.n > 0 AND ($6 OR ${concerns('$5')})`;

/** Whose form it is. */
interface Referring {
  definition: Definition;
  requestId: string;
}

/** Looks up what forms refer to. Nothing that steers a request is taken at its word. */
@Injectable()
export class ReferenceCheck {
  constructor(private readonly database: DataSource) {}

  /** What is wrong with the people, units and requests that a form names; asks nothing where it names none. */
  async problems(actor: Actor, { definition, requestId }: Referring, values: FormValues): Promise<FieldProblem[]> {
    const references = referencesIn(definition, values);
    if (references.length === 0) return [];
    const ids = (what: Found['what']): string[] =>
      references.filter(({ field, id }) => namedBy(field) === what && isUuid(id)).map(({ id }) => id);
    const rows = await this.database.query<Found[]>(FOUND, [
      ids('person'),
      ids('unit'),
      ids('request'),
      actor.companyId,
      actor.personId,
      actor.rights.includes('requests.read-all'),
      requestId,
    ]);
    const byKey = new Map(rows.map((row) => [`${row.what} ${row.id}`, row]));
    return references.flatMap((reference) => problemOf(reference, byKey.get(`${namedBy(reference.field)} ${reference.id}`)) ?? []);
  }
}

/** What a field names, one or several of it. */
const namedBy = ({ type }: Reference['field']): Found['what'] => (type === 'people' ? 'person' : type);

function problemOf({ field }: Reference, found: Found | undefined): FieldProblem | null {
  if (!found) return fieldProblem(field.key, 'not-found', { what: namedBy(field) });
  if (!found.active) return fieldProblem(field.key, 'inactive');
  if (field.type === 'unit' && field.kinds && !field.kinds.some((kind) => kind === found.kind))
    return fieldProblem(field.key, 'wrong-kind', { what: field.type });
  if (field.type === 'request' && field.definition !== undefined && field.definition !== found.kind)
    return fieldProblem(field.key, 'wrong-kind', { what: field.type });
  if (field.type === 'request' && !field.outcomes.some((outcome) => outcome === found.outcome))
    return fieldProblem(field.key, 'wrong-outcome', { outcome: found.outcome });
  return null;
}
