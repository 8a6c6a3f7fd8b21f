import { heldToday } from '@countersign/database';
import type { AuthorityKind, Bilingual, Limit } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import { authorityTitles } from '../people/absences/absence-rows';
import { PersonRefsService } from '../people/person-refs.service';
import { limitView } from '../requests/parts/derivation.part';
import type { GrantsQuery } from './dto/grants.query';
import type { GrantPage, GrantView } from './dto/grants.view';

const LIST = `
  SELECT g.id, g.key, g.kind, g.matter, g.title, g.role, r.title AS "roleTitle", g.person_id AS person, u.name AS scope, g.limit_value AS "limit", g.plan,
    g.state, g.withheld_reason AS "withheldReason", g.source, g.valid_from::text AS "validFrom", g.valid_to::text AS "validTo",
    g.state = 'granted' AND ${heldToday('g')} AS "inForce"
  FROM authority_grant g JOIN company c ON c.id = g.company_id
    LEFT JOIN role_title r ON r.company_id = g.company_id AND r.role = g.role LEFT JOIN unit u ON u.id = g.scope_unit_id
  WHERE g.company_id = $1 AND ($2::text IS NULL OR g.kind = $2) AND ($3::text IS NULL OR g.matter = $3) AND ($4::text IS NULL OR g.role = $4)
    AND ($5::uuid IS NULL OR g.person_id = $5) AND ($6::text IS NULL OR (g.person_id IS NULL) = ($6 = 'role')) AND ($7::text IS NULL OR g.state = $7)
    AND ($8::text IS NULL OR g.key > $8) ORDER BY g.key LIMIT $9`;

interface GrantRow extends Omit<GrantView, 'title' | 'person' | 'limit' | 'kind'> {
  key: string;
  kind: AuthorityKind;
  title: Bilingual | null;
  person: string | null;
  limit: Limit;
}

/** Who was given which authority, and by what. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  async list({ companyId }: Actor, query: GrantsQuery): Promise<GrantPage> {
    const { kind = null, matter = null, role = null, person = null, holder = null, state = null } = query;
    const { rows, nextCursor } = await readPage<GrantRow>(query, {
      kinds: ['text'],
      read: (after, most) => this.database.query(LIST, [companyId, kind, matter, role, person, holder, state, ...after, most]),
      cursorOf: ({ key }) => [key],
    });
    const matters = rows.map((row) => row.matter);
    const titles = await authorityTitles(this.database.manager, companyId, matters, () => true);
    const refs = await this.people.byIds(rows.map((row) => row.person));
    const items = rows.map(({ key: _, person: whose, limit, title, ...row }) => ({
      ...row,
      title: titles.get(`${row.matter} ${row.kind}`) ?? title ?? { zh: row.matter, en: row.matter },
      person: whose === null ? null : this.people.in(refs, whose),
      limit: limitView(limit),
    }));
    return { items, nextCursor };
  }
}
