import { heldToday, PersonEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { keepsPeople } from '../auth/track-area.service';
import { likePattern, readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import type { PersonRef } from '../http/schema/values.view';
import { PERSON_REF_SQL, PersonRefsService } from './person-refs.service';
import type { PeopleQuery, UnitsQuery } from './dto/people.query';
import type { PeoplePage, PersonView, PostView, StandInView, UnitPage, UnitView } from './dto/people.view';

const HELD_TODAY = heldToday('o');
/**
 * SQL: what a person (`p`) is found by, words in $2 and $3: both names and the key; the Latin name, in China mostly the pinyin, also in one word (`wangfang`) and, where a few letters
 * are asked for, by its initials (`wf`).
 */
export const FOUND_BY_NAME = `(concat_ws(E'\\n', p.name->>'zh', p.name->>'en', p.key, translate(p.name->>'en', ' -.''’', '')) ILIKE $3
  OR $2 ~ '^[A-Za-z]{2,5}$' AND regexp_replace(p.name->>'en', '([[:alpha:]])[[:alpha:]]*[^[:alpha:]]*', '\\1', 'g') ILIKE $3)`;
/** Whoever holds a post of which something is so today; looked up once, not person by person. */
const whoHolds = (so: string): string =>
  `p.id IN (SELECT o.person_id FROM position o JOIN company c ON c.id = o.company_id WHERE o.company_id = $1 AND ${so} AND ${HELD_TODAY})`;
/** Whose names, keys or titles hold the words; only those on the page are dressed. */
const LIST_PEOPLE = `
  WITH page AS MATERIALIZED (
    SELECT p.id FROM person p
    WHERE p.company_id = $1 AND p.active
      AND ($2 = '' OR ${FOUND_BY_NAME} OR ${whoHolds(`concat_ws(E'\\n', o.title->>'zh', o.title->>'en') ILIKE $3`)})
      AND ($4::text IS NULL OR ${whoHolds('o.role = $4')})
      AND ($5::text IS NULL OR EXISTS (SELECT 1 FROM person_right h WHERE h.person_id = p.id AND h.right_name = $5))
      AND ($6::uuid IS NULL OR ${whoHolds('o.unit_id IN (SELECT u.id FROM unit u WHERE u.path @> ARRAY[$6::uuid])')})
      AND ($7::text IS NULL OR (p.key, p.id) > ($7, $8::uuid))
    ORDER BY p.key, p.id LIMIT $9)
  ${PERSON_REF_SQL} WHERE p.id IN (SELECT id FROM page) ORDER BY p.key, p.id`;
const UNIT = 'SELECT id, key, kind, name, parent_id AS "parentId" FROM unit';
const LIST_UNITS = `${UNIT}
  WHERE company_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3 = '' OR name->>'zh' ILIKE $4 OR name->>'en' ILIKE $4 OR key ILIKE $4)
    AND ($5::text IS NULL OR (key, id) > ($5, $6::uuid))
  ORDER BY key, id LIMIT $7`;

/** Posts that a person holds today, then the vacant ones whose place they take. */
const POSTS = `
  SELECT o.id, o.title, u.name AS unit, o.person_id = $1 AND o.is_primary AS "primary", CASE WHEN o.person_id IS DISTINCT FROM $1 THEN o.substitute_to::text END AS "substituteUntil"
  FROM position o JOIN unit u ON u.id = o.unit_id JOIN company c ON c.id = o.company_id LEFT JOIN person h ON h.id = o.person_id AND h.active AND ${HELD_TODAY}
  WHERE (o.person_id = $1 AND ${HELD_TODAY})
    OR (o.substitute_id = $1 AND h.id IS NULL AND o.substitute_to > company_day(c.time_zone) AND (o.substitute_from IS NULL OR o.substitute_from <= company_day(c.time_zone)))
  ORDER BY o.person_id IS DISTINCT FROM $1, o.is_primary DESC, o.key`;

const MOST_STAND_INS = 50;

/** That somebody is away, or what they may sign, is told to themselves, and to those who track requests or keep the directory. */
export const mayKnow = (actor: Actor, id: string): boolean => actor.personId === id || keepsPeople(actor);

/** The directory as everybody of the company may read it. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly refs: PersonRefsService,
  ) {}

  async list(actor: Actor, query: PeopleQuery): Promise<PeoplePage> {
    const q = query.q?.trim() ?? '';
    const asked = [actor.companyId, q, likePattern(q), query.role ?? null, query.right ?? null, query.unit ?? null];
    const { rows, nextCursor } = await readPage<PersonRef & { key: string }>(query, {
      kinds: ['text', 'uuid'],
      read: (after, most) => this.database.query(LIST_PEOPLE.replace('SELECT p.id,', 'SELECT p.id, p.key,'), [...asked, ...after, most]),
      cursorOf: ({ key, id }) => [key, id],
    });
    return { items: rows.map(({ key: _key, ...ref }) => ref), nextCursor };
  }

  async read(actor: Actor, id: string): Promise<PersonView> {
    const person = await this.database.manager.findOneBy(PersonEntity, { id, companyId: actor.companyId });
    if (!person) throw new Problem('not-found', { what: 'person' });
    const posts = await this.database.query<PostView[]>(POSTS, [id]);
    const standing = mayKnow(actor, id) ? await this.standIns(id) : { standIns: null, standsInFor: null };
    return { ...(await this.refs.one(id)), key: person.key, email: person.email, active: person.active, posts, ...standing };
  }

  /** Who stands in for somebody who is away today, and for whom they stand in. */
  private async standIns(id: string): Promise<Pick<PersonView, 'standIns' | 'standsInFor'>> {
    const rows = await this.database.query<{ personId: string; standInId: string; until: Date }[]>(
      `SELECT person_id AS "personId", stand_in_id AS "standInId", until FROM away WHERE $1 IN (person_id, stand_in_id) ORDER BY until, absence_id LIMIT ${MOST_STAND_INS}`,
      [id],
    );
    const refs = await this.refs.byIds(rows.flatMap(({ personId, standInId }) => [personId, standInId]));
    const told = (whose: 'personId' | 'standInId', other: 'personId' | 'standInId'): StandInView[] =>
      rows.filter((row) => row[whose] === id).map((row) => ({ person: this.refs.in(refs, row[other]), until: row.until.toISOString() }));
    return { standIns: told('personId', 'standInId'), standsInFor: told('standInId', 'personId') };
  }

  async unit(actor: Actor, id: string): Promise<UnitView> {
    const [unit] = await this.database.query<UnitView[]>(`${UNIT} WHERE id = $1 AND company_id = $2`, [id, actor.companyId]);
    if (!unit) throw new Problem('not-found', { what: 'unit' });
    return unit;
  }

  async units(actor: Actor, query: UnitsQuery): Promise<UnitPage> {
    const q = query.q?.trim() ?? '';
    const asked = [actor.companyId, query.kind ?? null, q, likePattern(q)];
    const { rows, nextCursor } = await readPage<UnitView>(query, {
      kinds: ['text', 'uuid'],
      read: (after, most) => this.database.query(LIST_UNITS, [...asked, ...after, most]),
      cursorOf: ({ key, id }) => [key, id],
    });
    return { items: rows, nextCursor };
  }
}
