import { ApprovedGrants, CompanyEntity, DefinitionEntity, RequestEntity } from '@countersign/database';
import { askedGrant, writtenLimit, type Grant, type GrantFollowing, type StandingGrant } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { companyDay } from '../people/company-day';
import type { LimitsView } from './dto/limits.body';
import { GrantTrials } from './grant-trials.service';

const KEYS = `
  SELECT id::text, key FROM person WHERE id = ANY ($2) UNION ALL SELECT id::text, key FROM unit WHERE id = ANY ($2)
  UNION ALL SELECT key, id::text FROM authority_grant WHERE company_id = $1 AND key = ANY ($3)`;

/** What the authority that a request asks for would do, were it in force. */
@Injectable()
export class AskedAuthority {
  constructor(
    private readonly database: DataSource,
    private readonly approved: ApprovedGrants,
    private readonly trials: GrantTrials,
  ) {}

  async of({ companyId }: Actor, requestId: string): Promise<LimitsView> {
    const { manager } = this.database;
    const { form, number, definitionId } = await manager.findOneByOrFail(RequestEntity, { id: requestId, companyId });
    const { body } = await manager.findOneByOrFail(DefinitionEntity, { id: definitionId });
    const asked = askedGrant(body, form);
    if (asked === null) throw new Problem('authority-not-said');
    const { key, name, timeZone, currency } = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const today = await companyDay(manager, companyId);
    const following = await this.approved.foreseen(companyId, asked, { number: number ?? 'draft', today });
    const names = await this.names(companyId, following);
    const from = asked.from < today ? today : asked.from;
    const ended = new Set(following.ended.map((grant) => names.get(grant.key)));
    const fresh = following.made.filter(({ validFrom }) => validFrom === from).map(asGrant);
    // The lines of whoever reads it are nobody's business: what is looked at is the change itself.
    return this.trials.tryOut(
      { companyId, personId: null },
      {
        document: {
          company: { key, name, timeZone, currency },
          grants: [...following.ended, ...following.made].map((grant) => asRow(grant, names)),
        },
        ...{ from, currency, matters: new Set([asked.matter]), people: asked.person === null ? [] : [asked.person] },
        after: (grants) => [...grants.filter(({ id }) => !ended.has(id)), ...fresh],
      },
    );
  }

  /** Keys of people and units by their ids, and ids of grants by their keys. */
  private async names(companyId: string, { ended, made }: GrantFollowing): Promise<Map<string, string>> {
    const ids = [...ended, ...made].flatMap(({ person, scope }) => [person, scope]).filter((id) => id !== null);
    const known = await this.database.query<{ id: string; key: string }[]>(KEYS, [companyId, ids, ended.map(({ key }) => key)]);
    return new Map(known.map((row) => [row.id, row.key]));
  }
}

/** The grant as decisions would see it on its day. */
const asGrant = ({ key, person, scope, source: _by, title: _called, ...grant }: StandingGrant): Grant => ({
  ...{ ...grant, id: key, personId: person, scopeUnitId: scope },
  ...{ validFrom: null, validTo: null },
});

/** The grant as a row of a directory document. */
function asRow({ limit, person, scope, ...grant }: StandingGrant, names: ReadonlyMap<string, string>): object {
  const row = { ...grant, person: person && names.get(person), scope: scope && names.get(scope) };
  return { ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)), limit: writtenLimit(limit) };
}
