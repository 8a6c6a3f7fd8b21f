import { clock } from '@countersign/database';
import {
  ownValue,
  type Bilingual,
  type Definition,
  type Field,
  type FormValues,
  type Names,
  type TemplateNames,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { PersonRef } from '../../http/schema/values.view';
import { PersonRefsService } from '../../people/person-refs.service';
import { referencesIn, type Reference } from '../judging/references';
import { concerns } from '../../auth/readers.service';

interface NameRow {
  kind: 'unit' | 'request';
  id: string;
  name: Bilingual | null;
  number: string | null;
}

const NAMES = `
  SELECT 'unit' AS kind, id, name, NULL AS number FROM unit WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT 'request', r.id, NULL, r.number FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, definition text, checked boolean)
    JOIN request r ON r.id = x.id JOIN definition d ON d.id = r.definition_id JOIN person p ON p.id = $3 AND p.company_id = r.company_id
    WHERE (x.definition IS NULL OR x.definition = d.key) AND (x.checked OR ${concerns('$3')}
      OR EXISTS (SELECT 1 FROM person_right h WHERE h.person_id = $3 AND h.right_name = 'requests.read-all'))`;
const ROLES_LIVE_MS = 15_000;

/** What is needed to call everything in a form by its name. */
export interface NamesQuestion {
  definition: Definition;
  values: FormValues;
  /** A further version of the form whose ids need names too. */
  before?: FormValues | null;
  requesterId: string;
  /** Unit that the requester asks from; null: the one of their primary post. */
  unitId?: string | null;
  number: string | null;
  /** Further people to be named. */
  people?: Iterable<string | null | undefined>;
  companyId?: string;
  /** People who were read before. */
  refs?: PersonRef[];
  /** Name of the unit, where it was read before. */
  unit?: Bilingual | null;
}

/** Names with the references that they were made of. */
export interface RequestNames extends TemplateNames {
  refs: Map<string, PersonRef>;
}

/** Calls people, units, roles and linked requests by their names. */
@Injectable()
export class NamesService {
  private readonly roles = new Map<string, { until: number; titles: Record<string, Bilingual> }>();

  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  async forRequest(question: NamesQuestion): Promise<RequestNames> {
    const { definition, values, before, requesterId, unitId, number, unit } = question;
    const named = [values, before ?? {}].flatMap((form) => referencesIn(definition, form));
    const ids = (...types: Field['type'][]): string[] => named.filter(({ field }) => types.includes(field.type)).map(({ id }) => id);
    const known = new Map((question.refs ?? []).map((ref) => [ref.id, ref]));
    const people = [requesterId, ...ids('person', 'people'), ...(question.people ?? [])].filter((id) => !known.has(id ?? ''));
    const [found, rows, roles] = await Promise.all([
      this.people.byIds(people),
      this.rows(requesterId, [...ids('unit'), ...(unitId && !unit ? [unitId] : [])], named),
      question.companyId ? this.roleTitles(question.companyId) : {},
    ]);
    const refs = new Map([...known, ...found]);
    const units = Object.fromEntries(rows.flatMap((row) => (row.kind === 'unit' && row.name ? [[row.id, row.name]] : [])));
    const requester = this.people.in(refs, requesterId);
    return {
      refs,
      people: Object.fromEntries([...refs.values()].map((ref) => [ref.id, ref.name])),
      units,
      roles,
      requests: Object.fromEntries(rows.flatMap((row) => (row.kind === 'request' && row.number ? [[row.id, row.number]] : []))),
      requester: requester.name,
      unit: unit ?? (unitId ? ownValue(units, unitId) : undefined) ?? requester.unit,
      number,
    };
  }

  /** Somebody by the references that were read; a dash where they were not. */
  person({ refs }: RequestNames, id: string): PersonRef {
    return this.people.in(refs, id);
  }

  /** These people too. */
  async also({ refs, people }: RequestNames, ids: readonly string[]): Promise<void> {
    for (const [key, ref] of await this.people.byIds(ids.filter((id) => !refs.has(id)))) {
      refs.set(key, ref);
      people[key] = ref.name;
    }
  }

  /** Titles of roles; a change shows within seconds. */
  async roleTitles(companyId: string): Promise<Names['roles']> {
    const known = this.roles.get(companyId);
    if (known && known.until > clock.ms()) return known.titles;
    const rows = await this.database.query<{ role: string; title: Bilingual }[]>(
      'SELECT role, title FROM role_title WHERE company_id = $1',
      [companyId],
    );
    const titles = Object.fromEntries(rows.map(({ role, title }) => [role, title]));
    this.roles.set(companyId, { until: clock.ms() + ROLES_LIVE_MS, titles });
    return titles;
  }

  /** Of requests only those that the requester may read, or whoever wrote the field: the number of another one is nobody's here. */
  private async rows(requesterId: string, units: string[], named: Reference[]): Promise<NameRow[]> {
    const wanted = units.filter((id) => isUuid(id));
    const requests = named.flatMap(({ field, id }) =>
      field.type === 'request' && isUuid(id) ? [{ id, definition: field.definition ?? null, checked: field.filledAt === 'step' }] : [],
    );
    if (wanted.length + requests.length === 0) return [];
    return this.database.query<NameRow[]>(NAMES, [wanted, JSON.stringify(requests), requesterId]);
  }
}
