import type { Bilingual, Definition, FormValues, Json, Names, TemplateNames } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { PersonRef } from '../http/values.view';
import { PersonRefsService } from '../people/person-refs.service';

interface NameRow {
  kind: 'unit' | 'request';
  id: string;
  name: Bilingual | null;
  number: string | null;
}

const NAMES = `
  SELECT 'unit' AS kind, id, name, NULL AS number FROM unit WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT 'request', id, NULL, number FROM request WHERE id = ANY ($2::uuid[])`;
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
    const ids = (type: 'person' | 'unit' | 'request'): string[] => [
      ...idsIn(definition, values, type),
      ...idsIn(definition, before ?? {}, type),
    ];
    const known = new Map((question.refs ?? []).map((ref) => [ref.id, ref]));
    const people = [requesterId, ...ids('person'), ...(question.people ?? [])].filter((id) => !known.has(id ?? ''));
    const [found, rows, roles] = await Promise.all([
      this.people.byIds(people),
      this.rows([...ids('unit'), ...(unitId && !unit ? [unitId] : [])], ids('request')),
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
      unit: unit ?? (unitId ? units[unitId] : undefined) ?? requester.unit,
      number,
    };
  }

  /** Titles of roles; a change shows within seconds. */
  async roleTitles(companyId: string): Promise<Names['roles']> {
    const known = this.roles.get(companyId);
    if (known && known.until > Date.now()) return known.titles;
    const rows = await this.database.query<{ role: string; title: Bilingual }[]>(
      'SELECT role, title FROM role_title WHERE company_id = $1',
      [companyId],
    );
    const titles = Object.fromEntries(rows.map(({ role, title }) => [role, title]));
    this.roles.set(companyId, { until: Date.now() + ROLES_LIVE_MS, titles });
    return titles;
  }

  private async rows(units: string[], requests: string[]): Promise<NameRow[]> {
    const [wantedUnits, wantedRequests] = [units.filter(isId), requests.filter(isId)];
    return wantedUnits.length + wantedRequests.length === 0 ? [] : this.database.query<NameRow[]>(NAMES, [wantedUnits, wantedRequests]);
  }
}

const isId = (id: string): boolean => isUuid(id);

function idsIn(definition: Definition, values: FormValues, type: 'person' | 'unit' | 'request'): string[] {
  return definition.form.fields
    .filter((field) => field.type === type)
    .map((field): Json | undefined => values[field.key])
    .filter((value): value is string => typeof value === 'string');
}
