import { heldToday } from '@countersign/database';
import type { AuthorityKind, Bilingual, Limit } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { keepsPeople } from '../auth/track-area.service';
import { Problem } from '../http/problem/problem';
import { limitView } from '../requests/parts/derivation.part';
import { authorityTitles } from '../people/absences/absence-rows';
import { mayKnow } from '../people/people.service';
import { PersonRefsService } from '../people/person-refs.service';
import type { OwnAccountView, OwnAuthorityView, OwnPostView, PersonDeskView } from './dto/desk.view';
import { DutiesService } from './duties.service';
import { POST_STATE } from './posts.service';

const MOST_POSTS = 50;
const POSTS = `
  SELECT o.id, o.title, u.name AS unit, o.role, coalesce(r.title, jsonb_build_object('zh', o.role, 'en', o.role)) AS "roleTitle", o.grade,
    o.is_primary AS "primary", ${POST_STATE} AS state, above.title AS "superiorPost", holder.id AS superior,
    ARRAY(SELECT s.name FROM unit s WHERE s.id = ANY (o.covers) ORDER BY s.key) AS covers, o.valid_from::text AS "validFrom", o.valid_to::text AS "validTo"
  FROM position o JOIN company c ON c.id = o.company_id JOIN unit u ON u.id = o.unit_id JOIN person h ON h.id = o.person_id
    LEFT JOIN role_title r ON r.company_id = o.company_id AND r.role = o.role LEFT JOIN position above ON above.id = o.superior_id
    LEFT JOIN person holder ON holder.id = above.person_id AND holder.active AND ${heldToday('above')}
  WHERE o.company_id = $1 AND o.person_id = $2 ORDER BY ${heldToday('o')} DESC, o.is_primary DESC, o.valid_from DESC NULLS LAST, o.key LIMIT ${MOST_POSTS}`;
const REPORTS = `
  SELECT count(*)::int AS reports FROM position o WHERE o.company_id = $1
    AND o.superior_id IN (SELECT a.id FROM position a JOIN company c ON c.id = a.company_id WHERE a.person_id = $2 AND ${heldToday('a')})`;
const AUTHORITY = `
  SELECT g.id, g.kind, g.matter, g.title, g.limit_value AS "limit", g.plan, g.person_id IS NOT NULL AS own
  FROM authority_grant g JOIN company c ON c.id = g.company_id
  WHERE g.company_id = $1 AND g.state = 'granted' AND ${heldToday('g')} AND (g.person_id = $2
    OR g.person_id IS NULL AND g.role IN (SELECT o.role FROM position o WHERE o.person_id = $2 AND ${heldToday('o')}))
  ORDER BY g.limit_value IS NULL, g.kind, g.key LIMIT 200`;
const ACCOUNT = `
  SELECT a.login, a.password_hash IS NOT NULL AS password,
    ARRAY(SELECT r.right_name FROM person_right r WHERE r.person_id = p.id ORDER BY r.right_name) AS rights
  FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.id = $1`;
const LEAVING = `SELECT last_day::text AS "lastDay", asked_by AS by FROM leaving WHERE person_id = $1 AND state = 'planned'`;

type PostRow = Omit<OwnPostView, 'superior'> & { superior: string | null };
type AuthorityRow = Omit<OwnAuthorityView, 'title' | 'limit' | 'kind'> & {
  kind: AuthorityKind;
  matter: string;
  title: Bilingual | null;
  limit: Limit;
};

/** What the page of one person says of them, each part to whoever may know it. */
@Injectable()
export class PersonDeskService {
  constructor(
    private readonly database: DataSource,
    private readonly refs: PersonRefsService,
    private readonly duties: DutiesService,
  ) {}

  async of(actor: Actor, id: string): Promise<PersonDeskView> {
    const { companyId, rights } = actor;
    const [person] = await this.database.query<unknown[]>('SELECT 1 FROM person WHERE id = $2 AND company_id = $1', [companyId, id]);
    if (person === undefined) throw new Problem('not-found', { what: 'person' });
    const posts = await this.database.query<PostRow[]>(POSTS, [companyId, id]);
    const [leaving] = await this.database.query<{ lastDay: string; by: string }[]>(LEAVING, [id]);
    const people = await this.refs.byIds([...posts.map(({ superior }) => superior), leaving?.by]);
    const named = (ref: string | null) => (ref === null ? null : this.refs.in(people, ref));
    const [reports] = await this.database.query<{ reports: number }[]>(REPORTS, [companyId, id]);
    const chief = posts.find(({ state, primary }) => state === 'held' && primary) ?? posts.find(({ state }) => state === 'held');
    const signs = mayKnow(actor, id) || rights.includes('authority.read');
    const enters = actor.personId === id || rights.includes('directory.import') || rights.includes('accounts.reset');
    return {
      posts: posts.map(({ superior, ...post }) => ({ ...post, superior: named(superior) })),
      superior: named(chief?.superior ?? null),
      reports: reports?.reports ?? 0,
      authority: signs ? await this.authority(companyId, id) : null,
      account: enters ? await this.account(id) : null,
      duties: signs ? await this.duties.of(companyId, id) : null,
      leaving: leaving && keepsPeople(actor) ? { lastDay: leaving.lastDay, by: this.refs.in(people, leaving.by) } : null,
    };
  }

  private async authority(companyId: string, id: string): Promise<OwnAuthorityView[]> {
    const rows = await this.database.query<AuthorityRow[]>(AUTHORITY, [companyId, id]);
    const matters = rows.map(({ matter }) => matter);
    const titles = await authorityTitles(this.database.manager, companyId, matters, () => true);
    return rows.map(({ matter, title, limit, ...row }) => ({
      ...row,
      title: titles.get(`${matter} ${row.kind}`) ?? title ?? { zh: matter, en: matter },
      limit: limitView(limit),
    }));
  }

  private async account(id: string): Promise<OwnAccountView> {
    const [row] = await this.database.query<OwnAccountView[]>(ACCOUNT, [id]);
    return row ?? { login: null, password: false, rights: [] };
  }
}
