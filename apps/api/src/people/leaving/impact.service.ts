import { heldToday } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { PersonRefsService } from '../person-refs.service';
import type { ImpactView } from './impact.view';

const NAMES = `lax $.** ? (@.by == "person" && @.person == $who)`;
const ROLES = `ARRAY(SELECT o.role FROM position o JOIN company c ON c.id = o.company_id WHERE o.person_id = p.id AND ${heldToday('o')})`;
const ASKS = (role: string): string =>
  `EXISTS (SELECT 1 FROM jsonb_path_query(d.body->'flow', 'lax $.**.role') asked WHERE asked #>> '{}' = ${role})`;
const named = (where: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('key', d.key, 'title', d.body->'title') ORDER BY d.key), '[]')
    FROM definition d WHERE d.company_id = $1 AND d.status = 'published' AND ${where})`;

/** What hangs on one person: their tasks and requests, where they are named, their posts, whom they stand in for, and what was given to them alone. */
const IMPACT = `
  SELECT
    (SELECT count(*)::int FROM task t WHERE t.person_id = p.id AND t.status = 'open') AS tasks,
    (SELECT count(*)::int FROM task t WHERE t.person_id = p.id AND t.status = 'open' AND t.due_at < now()) AS overdue,
    (SELECT count(*)::int FROM participant w WHERE w.person_id = p.id AND w.under_way) AS requests,
    ${named(`jsonb_path_exists(d.body, '${NAMES}', jsonb_build_object('who', p.key))`)} AS processes,
    (SELECT coalesce(json_agg(json_build_object('title', o.title, 'unit', u.name,
        'processes', (SELECT count(*) FROM definition d WHERE d.company_id = $1 AND d.status = 'published' AND ${ASKS('o.role')})) ORDER BY o.key), '[]')
      FROM position o JOIN unit u ON u.id = o.unit_id JOIN company c ON c.id = o.company_id WHERE o.person_id = p.id AND ${heldToday('o')}) AS posts,
    (SELECT coalesce(json_agg(json_build_object('person', a.person_id, 'until', iso_time(a.to_at)) ORDER BY a.to_at), '[]')
      FROM absence a WHERE a.stand_in_id = p.id AND a.state IN ('asked', 'accepted', 'running') AND a.to_at > now()) AS "standsInFor",
    (SELECT coalesce(json_agg(json_build_object('kind', g.kind, 'matter', g.matter, 'validTo', g.valid_to::text) ORDER BY g.key), '[]')
      FROM authority_grant g JOIN company c ON c.id = g.company_id
      WHERE g.person_id = p.id AND g.state = 'granted' AND (g.valid_to IS NULL OR g.valid_to > company_day(c.time_zone))) AS grants,
    ${named(`d.body #>> '{schedule,starter}' = ANY (${ROLES})`)} AS schedules
  FROM person p WHERE p.id = $2 AND p.company_id = $1`;

type Found = Omit<ImpactView, 'standsInFor'> & { standsInFor: { person: string; until: string }[] };

/** What is shown before somebody is taken out of the directory. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly database: DataSource,
    private readonly refs: PersonRefsService,
  ) {}

  async of(actor: Actor, id: string): Promise<ImpactView> {
    const [found] = await this.database.query<Found[]>(IMPACT, [actor.companyId, id]);
    if (found === undefined) throw new Problem('not-found', { what: 'person' });
    const people = await this.refs.byIds(found.standsInFor.map(({ person }) => person));
    return { ...found, standsInFor: found.standsInFor.map(({ person, until }) => ({ person: this.refs.in(people, person), until })) };
  }
}
