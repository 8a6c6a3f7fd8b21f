import { heldToday } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { likePattern, readPage } from '../http/cursor';
import { PersonRefsService } from '../people/person-refs.service';
import { FOUND_BY_NAME } from '../people/people.service';
import type { PostsQuery, UnitTreeQuery } from './dto/desk.query';
import type { DeskPostPage, DeskPostView, TreePage, TreeUnitView } from './dto/desk.view';

const TODAY = 'company_day(c.time_zone)';
/** SQL: what a post (`o`, its holder `h`) is today. */
export const POST_STATE = `CASE WHEN NOT coalesce(h.active, false) THEN 'vacant' WHEN o.valid_from > ${TODAY} THEN 'coming'
  WHEN o.valid_to <= ${TODAY} THEN 'over' ELSE 'held' END`;
/** Units below one, each with the posts of its subtree: posts are counted once for every unit above them. */
const TREE = `
  WITH page AS MATERIALIZED (
    SELECT id, key, kind, name, parent_id AS "parentId" FROM unit
    WHERE company_id = $1 AND parent_id IS NOT DISTINCT FROM $2::uuid AND ($3::text IS NULL OR (key, id) > ($3, $4::uuid)) ORDER BY key, id LIMIT $5),
  counted AS (
    SELECT above.id, count(*)::int AS posts, count(*) FILTER (WHERE NOT (coalesce(h.active, false) AND ${heldToday('o')}))::int AS vacant
    FROM position o JOIN company c ON c.id = o.company_id JOIN unit u ON u.id = o.unit_id LEFT JOIN person h ON h.id = o.person_id
      CROSS JOIN unnest(u.path) AS above(id) WHERE o.company_id = $1 AND above.id IN (SELECT id FROM page) GROUP BY above.id)
  SELECT page.*, EXISTS (SELECT 1 FROM unit i WHERE i.company_id = $1 AND i.parent_id = page.id) AS inner,
    coalesce(counted.posts, 0) AS posts, coalesce(counted.vacant, 0) AS vacant
  FROM page LEFT JOIN counted USING (id) ORDER BY page.key, page.id`;
/** Posts with their holders, and people without a post where no unit narrows the list. */
const POSTS = `
  WITH company_of AS (SELECT * FROM company WHERE id = $1), found AS (
    SELECT o.key, o.id, o.id AS post, o.title, u.name AS unit, o.grade, h.id AS person, ${POST_STATE} AS state,
      o.valid_from::text AS "validFrom", o.valid_to::text AS "validTo",
      CASE WHEN o.substitute_to > ${TODAY} AND (o.substitute_from IS NULL OR o.substitute_from <= ${TODAY}) THEN o.substitute_id END AS substitute
    FROM position o CROSS JOIN company_of c JOIN unit u ON u.id = o.unit_id LEFT JOIN person h ON h.id = o.person_id AND h.active
    WHERE o.company_id = $1 AND ($4::uuid IS NULL OR u.path @> ARRAY[$4::uuid]) AND ($5::text IS NULL OR o.grade = $5)
      AND ($2 = '' OR concat_ws(E'\\n', o.title->>'zh', o.title->>'en', u.name->>'zh', u.name->>'en') ILIKE $3 OR h.id IN (SELECT p.id FROM person p WHERE p.company_id = $1 AND ${FOUND_BY_NAME}))
    UNION ALL
    SELECT p.key, p.id, NULL, NULL, NULL, NULL, p.id, 'over', NULL, NULL, NULL FROM person p
    WHERE p.company_id = $1 AND p.active AND $4::uuid IS NULL AND $5::text IS NULL AND ($2 = '' OR ${FOUND_BY_NAME})
      AND NOT EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id))
  SELECT * FROM found WHERE $6::text IS NULL OR (key, id) > ($6, $7::uuid) ORDER BY key, id LIMIT $8`;

type Found = Omit<DeskPostView, 'id' | 'person' | 'substitute'> & {
  key: string;
  id: string;
  post: string | null;
  person: string | null;
  substitute: string | null;
};

/** The company as a tree of units and as a list of posts. */
@Injectable()
export class PostsService {
  constructor(
    private readonly database: DataSource,
    private readonly refs: PersonRefsService,
  ) {}

  async units({ companyId }: Actor, query: UnitTreeQuery): Promise<TreePage> {
    const { rows, nextCursor } = await readPage<TreeUnitView>(query, {
      kinds: ['text', 'uuid'],
      read: (after, most) => this.database.query(TREE, [companyId, query.parent ?? null, ...after, most]),
      cursorOf: ({ key, id }) => [key, id],
    });
    return { items: rows, nextCursor };
  }

  async posts({ companyId }: Actor, query: PostsQuery): Promise<DeskPostPage> {
    const q = query.q?.trim() ?? '';
    const asked = [companyId, q, likePattern(q), query.unit ?? null, query.grade ?? null];
    const { rows, nextCursor } = await readPage<Found>(query, {
      kinds: ['text', 'uuid'],
      read: (after, most) => this.database.query(POSTS, [...asked, ...after, most]),
      cursorOf: ({ key, id }) => [key, id],
    });
    const people = await this.refs.byIds(rows.flatMap(({ person, substitute }) => [person, substitute]));
    const named = (id: string | null) => (id === null ? null : this.refs.in(people, id));
    const items = rows.map(({ key: _key, id: _id, post, person, substitute, ...row }) => {
      return {
        ...row,
        id: post,
        person: named(person),
        substitute: row.state === 'vacant' || row.state === 'coming' || row.state === 'over' ? named(substitute) : null,
      };
    });
    return { items, nextCursor };
  }
}
