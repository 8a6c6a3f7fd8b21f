import { endAbsencesOf } from '@countersign/database';
import {
  dayAfter,
  LEAVING_FAULT_TEXT,
  leavingFault,
  leavingRows,
  ownValue,
  postsLeft,
  RIGHT_TITLE,
  stayingRows,
  superiorOf,
  type DirectoryImport,
  type KnownPost,
  type KnownRows,
  type Leaving,
  type SentRows,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { brokenRoutes } from '../broken-routes';
import { DirectoryExportService } from '../../people/directory-export.service';
import { DirectoryImportService } from '../../people/directory-import.service';
import { companyDay } from '../../people/company-day';
import { importOf, keysById, knownRows, refusedChange } from '../hand/known-rows';
import { PersonRefsService } from '../../people/person-refs.service';
import type { LeavingAnswer, LeavingBody, LeavingQuery, LeavingView, LeftPlaceView } from './leaving.dto';

const PLANNED = `SELECT id, last_day::text AS "lastDay", kept FROM leaving WHERE person_id = $1 AND state = 'planned'`;
const INSERT = `
  INSERT INTO leaving (id, company_id, person_id, last_day, state, asked_by, ended_at, kept)
  VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $5 = 'left' THEN clock_timestamp() END, $7)`;
const TAKEN_BACK = `UPDATE leaving SET state = 'taken-back', ended_at = clock_timestamp() WHERE id = $1 AND state = 'planned' RETURNING id`;
const IDS = `
  SELECT 'post' AS kind, id, key FROM position WHERE company_id = $1 AND key = ANY ($2)
  UNION ALL SELECT 'person', id, key FROM person WHERE company_id = $1 AND key = ANY ($3)`;
const UNITS = `SELECT key, name FROM unit WHERE company_id = $1 AND key = ANY ($2)`;

type Kept = Pick<SentRows, 'positions' | 'grants'>;

/** Somebody who leaves, as the domain looks at it. */
interface Case {
  directory: DirectoryImport;
  known: KnownRows;
  person: string;
  by: string;
}

/** Lets somebody go: what they leave behind goes on, all of it in one transaction. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: DataSource,
    private readonly imports: DirectoryImportService,
    private readonly exports: DirectoryExportService,
    private readonly refs: PersonRefsService,
  ) {}

  async read(actor: Actor, id: string, { lastDay }: LeavingQuery): Promise<LeavingView> {
    const found = await this.caseOf(actor, id);
    const { known, person, by } = found;
    const day = lastDay ?? known.today;
    const leaving: Leaving = { person, lastDay: day, heirs: heirsByPolicy(found, day), until: '9999-12-31' };
    const [planned] = await this.planned(id);
    const fault = leavingFault(leaving, known, by);
    const places = await this.places(actor, found, leaving);
    const why = fault && LEAVING_FAULT_TEXT[fault];
    return { today: known.today, planned: planned?.lastDay ?? null, fault, why, places };
  }

  /** As if the day had come: before, no open task would move. */
  async tryOut(actor: Actor, id: string, body: LeavingBody): Promise<LeavingAnswer> {
    const { found, leaving } = await this.checked(actor, id, body);
    const gone = { ...leaving, lastDay: leaving.lastDay < found.known.today ? leaving.lastDay : dayAfter(found.known.today, -1) };
    const { openTasks } = await this.imports.tryOut(actor, importOf(found.directory, leavingRows(gone, found.known)));
    return { ...(await this.answer(actor, id, { found, leaving })), state: 'tried', openTasks };
  }

  async leave(actor: Actor, id: string, body: LeavingBody): Promise<LeavingAnswer> {
    const { found, leaving } = await this.checked(actor, id, body);
    const rows = leavingRows(leaving, found.known);
    const state = rows.people.length > 0 ? 'left' : 'planned';
    const answer = await this.answer(actor, id, { found, leaving });
    const changed = new Set([...rows.positions, ...rows.grants].map(({ key }) => key));
    const stood = <Row extends { key: string }>(all: readonly Row[]): Row[] => all.filter(({ key }) => changed.has(key));
    const kept = { positions: stood(found.directory.positions), grants: stood(found.directory.grants) };
    const { companyId, personId } = actor;
    await this.imports.import(
      { ...actor, kind: state === 'left' ? 'person-left' : 'leaving-planned' },
      importOf(found.directory, rows),
      async (manager) => {
        await manager.query(INSERT, [uuidv7(), companyId, id, leaving.lastDay, state, personId, JSON.stringify(kept)]);
        if (state === 'left') await endAbsencesOf(manager, id);
      },
    );
    return { ...answer, state };
  }

  async takeBack(actor: Actor, id: string): Promise<LeavingView> {
    const found = await this.caseOf(actor, id);
    const [planned] = await this.planned(id);
    if (planned === undefined) throw new Problem('not-found', { what: 'change' });
    const rows = stayingRows(planned.kept, found.known);
    const taken = async (manager: EntityManager): Promise<void> => {
      const [[done]] = await manager.query<[unknown[], number]>(TAKEN_BACK, [planned.id]);
      if (done === undefined) throw new Problem('not-found', { what: 'change' });
    };
    const nulls = {
      positions: rows.positions.map(asSent),
      grants: rows.grants.map((grant) => ({ ...grant, validTo: grant.validTo ?? null })),
    };
    await this.imports.import({ ...actor, kind: 'leaving-taken-back' }, importOf(found.directory, nulls), taken);
    return this.read(actor, id, {});
  }

  private planned(id: string): Promise<{ id: string; lastDay: string; kept: Kept }[]> {
    return this.database.query(PLANNED, [id]);
  }

  private async caseOf({ companyId, personId }: Actor, id: string): Promise<Case> {
    const { manager } = this.database;
    const keys = await keysById(manager, companyId, { table: 'person', ids: [id, personId] });
    const person = keys.get(id);
    if (person === undefined) throw new Problem('not-found', { what: 'person' });
    const directory = await this.exports.export(companyId);
    return { directory, known: knownRows(directory, await companyDay(manager, companyId)), person, by: keys.get(personId) ?? '' };
  }

  private async checked(
    actor: Actor,
    id: string,
    { lastDay, until, heirs: named }: LeavingBody,
  ): Promise<{ found: Case; leaving: Leaving }> {
    const found = await this.caseOf(actor, id);
    const [planned] = await this.planned(id);
    if (planned !== undefined)
      throw refusedChange('lastDay', 'planned-already', {
        zh: `已办理离职，最后一天 ${planned.lastDay}；要改，先撤回`,
        en: `It is arranged already, with ${planned.lastDay} as the last day; take that back first`,
      });
    const { manager } = this.database;
    const posts = await keysById(manager, actor.companyId, { table: 'position', ids: named.map(({ post }) => post) });
    const people = await keysById(manager, actor.companyId, { table: 'person', ids: named.map(({ person }) => person) });
    const heirs = heirsByPolicy(found, lastDay);
    for (const { post, person } of named) {
      const key = posts.get(post) ?? '';
      if (person === undefined) delete heirs[key];
      else heirs[key] = people.get(person) ?? '';
    }
    const leaving = { person: found.person, lastDay, heirs, until };
    const fault = leavingFault(leaving, found.known, found.by);
    if (fault !== null) throw refusedChange('lastDay', fault, LEAVING_FAULT_TEXT[fault]);
    return { found, leaving };
  }

  private async answer(
    actor: Actor,
    id: string,
    { found, leaving }: { found: Case; leaving: Leaving },
  ): Promise<Omit<LeavingAnswer, 'state'>> {
    const { known, person } = found;
    const places = await this.places(actor, found, leaving);
    const empty = places.flatMap(({ post, to }) => (to === null ? [post] : []));
    const broken = await brokenRoutes(this.database.manager, actor.companyId, { posts: empty, leaver: id });
    const rights = known.people.find(({ key }) => key === person)?.rights ?? [];
    const { grants } = leavingRows(leaving, known);
    return {
      ...{ lastDay: leaving.lastDay, places, broken, openTasks: null },
      ...{ grants: grants.length, rights: rights.map((right) => RIGHT_TITLE[right]) },
    };
  }

  /** What is left, with to whom each goes. */
  private async places({ companyId }: Actor, { known, person }: Case, { lastDay, heirs }: Leaving): Promise<LeftPlaceView[]> {
    const { own, instead } = postsLeft(person, dayAfter(lastDay), known.positions);
    const posts = [...own.map((post) => ({ post, instead: false })), ...instead.map((post) => ({ post, instead: true }))];
    const keys = posts.map(({ post }) => post.key);
    const ids = await this.database.query<{ kind: string; id: string; key: string }[]>(IDS, [companyId, keys, Object.values(heirs)]);
    const idOf = (kind: string, key: string): string => ids.find((row) => row.kind === kind && row.key === key)?.id ?? '';
    const units = await this.database.query<{ key: string; name: { zh: string; en: string } }[]>(UNITS, [
      companyId,
      posts.map(({ post }) => post.unit),
    ]);
    const nameOf = new Map(units.map(({ key, name }) => [key, name]));
    const refs = await this.refs.byIds(ids.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])));
    return posts.map(({ post, instead: place }) => {
      const heir = ownValue(heirs, post.key);
      const titled = {
        title: post.title ?? { zh: post.role, en: post.role },
        unit: nameOf.get(post.unit) ?? { zh: post.unit, en: post.unit },
      };
      return {
        post: idOf('post', post.key),
        ...titled,
        instead: place,
        to: heir === undefined ? null : this.refs.in(refs, idOf('person', heir)),
      };
    });
  }
}

/** Whoever is above each post that is left takes its place, where nobody is named. Pure. */
function heirsByPolicy({ known, person }: Case, lastDay: string): Record<string, string> {
  const from = dayAfter(lastDay);
  const { own, instead } = postsLeft(person, from, known.positions);
  const heirs = [...own, ...instead].flatMap((post) => {
    const above = superiorOf(post, person, known, from);
    return above === null ? [] : [[post.key, above] as const];
  });
  return Object.fromEntries(heirs);
}

const asSent = (post: KnownPost | SentRows['positions'][number]): object => ({
  ...post,
  ...{ validFrom: post.validFrom ?? null, validTo: post.validTo ?? null, substitute: post.substitute ?? null },
});
