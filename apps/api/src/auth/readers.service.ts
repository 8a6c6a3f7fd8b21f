import { FactsRepository, heldToday, ProcessCache, readingSteps } from '@countersign/database';
import { hiddenFrom, mayActOn, type Bilingual, type Json, type Reader, type RightName } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from './actor';
import { Problem } from '../http/problem/problem';

interface Standing {
  requester_id: string;
  concerned: boolean;
}

const BY = {
  request: `FROM request r WHERE r.id = $1 AND r.company_id = $2`,
  task: `FROM task t JOIN request r ON r.id = t.request_id WHERE t.id = $1 AND r.company_id = $2`,
} as const;

/** SQL condition: the person `$n` is concerned by request `r`. Drafts are their requester's alone. */
export const concerns = (person: string): string =>
  `(r.requester_id = ${person} OR EXISTS (SELECT 1 FROM participant c WHERE c.request_id = r.id AND c.person_id = ${person}))`;

/** SQL condition: request `r` is of a requester who stood in one of the units `$n`, or below them, when it was submitted. */
const isOfArea = (area: string): string =>
  `EXISTS (SELECT 1 FROM participant p WHERE p.request_id = r.id AND p.person_id = r.requester_id AND p.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && ${area}::uuid[])))`;

interface Citing extends Omit<Reader, 'readsAll'> {
  definitionId: string;
  fields: string[];
}

/** As many as are looked at; every one of them is the caller's own. */
const MOST_CITING = 50;
/** Requests that concern the caller and name the one in their form, with the fields that do and how the caller comes to read them. */
const CITING = `
  SELECT r.definition_id AS "definitionId", r.requester_id = $3 AS requester,
    ARRAY(SELECT key FROM jsonb_each(r.form) AS field WHERE field.value = to_jsonb($1::text)) AS fields,
    ${readingSteps('r.id', '$3')} AS steps
  FROM request_citation h JOIN request r ON r.id = h.request_id
  WHERE h.cited_id = $1::uuid AND r.company_id = $2 AND r.n > 0 AND ${concerns('$3')} ORDER BY r.id DESC LIMIT ${MOST_CITING}`;

/** Rights by which somebody does something about the requests of the units that their posts serve. */
const OPERATING: readonly RightName[] = ['requests.operate', 'requests.assign', 'requests.override'];
/** Rights by which somebody looks at them. */
export const TRACKING: readonly RightName[] = ['requests.track', ...OPERATING];

/** Whether somebody has done something with the request that is on record. */
const ACTED = `SELECT 1 FROM transition t WHERE t.request_id = $1 AND t.actor_id = $2 LIMIT 1`;

/**
 * Who may read a request: requester, beneficiary, people who have or had a task of it, people with a copy, holders of `requests.read-all`; whoever may do
 * something with it by its definition, such as revoke it by their role, or has done so; and look at it those who read one that cites it, or who track the
 * requester's unit.
 */
@Injectable()
export class ReadersService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
  ) {}

  /** `looking`: nothing is written. Whoever reads a request may look at those that it cites. */
  async requireReader(actor: Actor, id: string, of: 'request' | 'task', looking = false): Promise<void> {
    if (await this.reads(actor, id, of, looking)) return;
    const { ask } = await this.holdersOf(actor, 'requests.read-all');
    throw new Problem('not-a-participant', ask ? { ask } : {});
  }

  /** Whether somebody may look at a request of their company. Throws where there is none. */
  mayRead(actor: Actor, requestId: string): Promise<boolean> {
    return this.reads(actor, requestId, 'request', true);
  }

  private async reads(actor: Actor, id: string, of: 'request' | 'task', looking: boolean): Promise<boolean> {
    const standing = await this.standing(actor, id, of);
    if (standing.concerned || actor.rights.includes('requests.read-all')) return true;
    if (of === 'task') return false;
    if (await this.isTracked(actor, id, looking)) return true;
    if (looking && (await this.isCited(actor, id))) return true;
    return this.hasSay(actor, id);
  }

  /** Whether somebody who had no part in a request may do something with it by its definition, or has done so. */
  private async hasSay({ personId }: Actor, id: string): Promise<boolean> {
    if ((await this.database.query<unknown[]>(ACTED, [id, personId])).length > 0) return true;
    const known = await this.facts.forRequest({ requestId: id, actorId: personId });
    if (!known?.facts.actor) return false;
    const { process } = known.known;
    try {
      return mayActOn(process, known.request.state, known.facts.actor, known.facts);
    } catch {
      // A guard that throws blocks its request when its turn comes; nobody has a say by it.
      return false;
    }
  }

  /** Which of some requests the caller may open, but for those that they only find cited: lists lead to no other. */
  async openable(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const area = actor.rights.some((right) => TRACKING.includes(right)) ? await this.areaOf(actor) : [];
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT r.id FROM request r WHERE r.id = ANY ($1) AND r.company_id = $2 AND (r.n > 0 OR r.requester_id = $3) AND ($5 OR ${concerns('$3')} OR ${isOfArea('$4')})`,
      [ids, actor.companyId, actor.personId, area, actor.rights.includes('requests.read-all')],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether a request that concerns the caller cites it in a field for requests that they see. */
  async isCited({ personId, companyId }: Actor, id: string): Promise<boolean> {
    const citing = await this.database.query<Citing[]>(CITING, [id, companyId, personId]);
    for (const request of citing) {
      const known = await this.processes.byDefinitionId(request.definitionId);
      if (!known) continue;
      const { process } = known;
      const hidden = hiddenFrom(process, { ...request, readsAll: false });
      const fields = process.definition.form.fields.filter(({ type, key }) => type === 'request' && !hidden.has(key));
      if (fields.some(({ key }) => request.fields.includes(key))) return true;
    }
    return false;
  }

  /** The units that somebody's posts serve today, each with its subtree. */
  async areaOf({ personId }: Pick<Actor, 'personId'>): Promise<string[]> {
    const rows = await this.database.query<{ unit: string }[]>(
      `SELECT DISTINCT unnest(CASE WHEN o.covers = '{}' THEN ARRAY[o.unit_id] ELSE o.covers END) AS unit FROM position o JOIN company c ON c.id = o.company_id
         WHERE o.person_id = $1 AND ${heldToday('o')}`,
      [personId],
    );
    return rows.map(({ unit }) => unit);
  }

  /** Whether it is of a unit that the caller tracks; whoever sorts out stuck requests may ask something of it too, and the engine decides. */
  private async isTracked(actor: Actor, id: string, looking: boolean): Promise<boolean> {
    const rights = looking ? TRACKING : OPERATING;
    if (!actor.rights.some((right) => rights.includes(right))) return false;
    const rows = await this.database.query<unknown[]>(`SELECT 1 FROM request r WHERE r.id = $1 AND r.n > 0 AND ${isOfArea('$2')}`, [
      id,
      await this.areaOf(actor),
    ]);
    return rows.length > 0;
  }

  async requireRequester(actor: Actor, id: string): Promise<void> {
    const standing = await this.standing(actor, id, 'request');
    if (standing.requester_id === actor.personId) return;
    throw new Problem(standing.concerned ? 'not-requester' : 'not-a-participant');
  }

  /** Whom to ask: the holders of a right, by name. */
  async holdersOf(actor: Actor, right: RightName): Promise<Record<string, Json>> {
    const rows = await this.database.query<{ name: Bilingual }[]>(
      `SELECT p.name FROM person_right h JOIN person p ON p.id = h.person_id
         WHERE h.company_id = $1 AND h.right_name = $2 AND p.active ORDER BY p.key LIMIT 3`,
      [actor.companyId, right],
    );
    if (rows.length === 0) return { right };
    return { right, ask: { zh: rows.map((row) => row.name.zh).join('、'), en: rows.map((row) => row.name.en).join(', ') } };
  }

  private async standing(actor: Actor, id: string, of: 'request' | 'task'): Promise<Standing> {
    const [row] = isUuid(id)
      ? await this.database.query<Standing[]>(
          `SELECT r.requester_id, ${concerns('$3')} AS concerned ${BY[of]} AND (r.n > 0 OR r.requester_id = $3)`,
          [id, actor.companyId, actor.personId],
        )
      : [];
    if (!row) throw new Problem('not-found', { what: of });
    return row;
  }
}
