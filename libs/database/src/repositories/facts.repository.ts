import {
  actorFacts,
  actsFor,
  ownValue,
  phaseOf,
  whoCorrects,
  WITH_REQUESTER,
  withoutTexts,
  type Directory,
  type EngineRequest,
  type Facts,
  type FormValues,
  type ParameterSetting,
  type StepVerdict,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { neededFor, idsIn } from '../directory/directory-need';
import { DirectoryParts, momentOf, type DirectoryMoment } from '../directory/directory-parts';
import { LeastRecent } from '../processes/least-recent';
import { NO_LOOKUPS, type LookupQuery } from '../processes/lookup-query';
import type { KnownProcess } from '../processes/process-cache';
import { ProcessCache } from '../processes/process-cache';
import { run, type RunStatement } from '../statements';
import { engineRequestOf, type FactsRead, type KnownFacts, type RequestHead } from './request-head';

/** A request and what guards must know about it and an actor, at one moment, without any lock. */
export interface RequestFacts {
  head: RequestHead;
  known: KnownProcess;
  request: EngineRequest;
  facts: Facts;
  directory: Directory;
  rights: string[];
}

export interface FactsQuestion {
  requestId: string;
  actorId: string;
  /** Form values that the command at hand writes. */
  overlay?: FormValues;
  choices?: Record<string, string>;
  /** Further people who should be in the directory slice. */
  people?: string[];
}

/** What `request_facts` takes. */
export type FactsParameter = FactsQuestion & { lookups: LookupQuery };

/** What `request_facts` answers. */
export interface RequestRead {
  request: RequestHead;
  facts: FactsRead;
}

const FACTS = { name: 'request-facts', text: 'SELECT found FROM request_facts_1($1) AS found' };

const MOMENT = {
  name: 'directory-moment',
  text: `SELECT json_build_object('companyId', id, 'version', directory_version, 'now', iso_time(now), 'today', (now AT TIME ZONE time_zone)::date, 'timeZone', time_zone) AS moment
    FROM company CROSS JOIN clock_timestamp() AS now WHERE id = $1`,
};

/** Puts what was fetched into the words of the domain. Unit path and actor come from the slice. */
export function factsOf(read: KnownFacts, head: Pick<RequestHead, 'state' | 'requesterId'>, actorId: string | null): Facts {
  const { directory } = read;
  const steps = head.state?.context.steps;
  const absent = actorId === null || !steps ? [] : actsFor({ steps }, actorId);
  return {
    now: read.now,
    today: directory.today,
    actor: actorId === null ? null : actorFacts(directory, actorId, read.rights),
    ...(absent.length > 0 && { actsFor: absent.map((person) => actorFacts(directory, person, [])) }),
    requesterUnitPath: requesterUnitPath(directory, head),
    params: read.params,
    seats: returnedSeats(directory, head),
    claimed: read.claimed,
    ...(read.linked && { linked: withoutTexts(read.linked) }),
    ...(read.earlier && { earlier: read.earlier }),
    ...(read.funds && { funds: read.funds }),
  };
}

function inWords(known: KnownProcess, head: RequestHead, read: KnownFacts, actorId: string): RequestFacts {
  const { directory, rights } = read;
  return { head, known, request: engineRequestOf(known.process, head), facts: factsOf(read, head, actorId), directory, rights };
}

/** A request that would be returned to somebody who has left: a return takes the answer along, so that it costs those who are there nothing. */
function returnedSeats(
  directory: Directory,
  { state, requesterId }: Pick<RequestHead, 'state' | 'requesterId'>,
): Record<string, StepVerdict> {
  if (!state || phaseOf(state) !== 'walk') return {};
  const verdict = whoCorrects(state, requesterId, directory);
  return verdict.kind === 'blocked' ? { [WITH_REQUESTER]: verdict } : {};
}

function requesterUnitPath(directory: Directory, head: Pick<RequestHead, 'state' | 'requesterId'>): string[] {
  const held = directory.positions.filter((position) => position.personId === head.requesterId);
  const unitId = head.state?.context.requester?.unitId ?? (held.find((position) => position.primary) ?? held[0])?.unitId;
  return unitId === undefined ? [] : (ownValue(directory.units, unitId)?.path ?? []);
}

/** Facts for validators, previews and views: the same SQL that `record` reads, without locks. */
@Injectable()
export class FactsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly processes: ProcessCache,
    private readonly parts: DirectoryParts,
  ) {}

  private readonly ask: RunStatement = (statement, values) => run(this.dataSource, statement, values);

  /** Null where there is no such request. */
  async forRequest(question: FactsQuestion): Promise<RequestFacts | null> {
    const parameter = await this.parameter(question);
    if (!parameter) return null;
    const [row] = await this.ask<{ found: RequestRead }>(FACTS, [JSON.stringify(parameter)]);
    return row ? this.told(row.found, question) : null;
  }

  /** The question with what its definition has to look up. Null where there is no such request. */
  async parameter(question: FactsQuestion): Promise<FactsParameter | null> {
    const known = await this.knownProcessOf(question.requestId);
    return known && { ...question, lookups: known.query };
  }

  /** What was read for a question, with the directory around it, in the words of the domain. */
  async told({ request: head, facts }: RequestRead, question: FactsQuestion): Promise<RequestFacts> {
    const known = await this.processes.byDefinitionId(head.definition.id);
    if (!known) throw new Error(`Expected request ${head.id} to have a definition, but it is gone`);
    const around = neededFor(head, question, known.query);
    const directory = await this.parts.directory(this.ask, momentOf(head, facts), known.query, around);
    return inWords(known, head, { ...facts, directory }, question.actorId);
  }

  /** The same people and rights around the request as it stands now: for whoever has just read them and changed the request since. */
  after(
    { known, directory, rights, facts }: RequestFacts,
    { head, now }: { head: RequestHead; now: string },
    actorId: string,
  ): RequestFacts {
    const { params, claimed, linked = null, earlier = null, funds = null } = facts;
    return inWords(known, head, { now, directory: { ...directory, now }, rights, params, claimed, linked, earlier, funds }, actorId);
  }

  /** The directory around a requester and some people, for a preview of a request that does not exist yet. */
  async directoryFor(
    { query }: Pick<KnownProcess, 'query'>,
    around: { companyId: string; people: string[]; units?: string[] },
  ): Promise<Directory> {
    const [row] = await this.ask<{ moment: DirectoryMoment }>(MOMENT, [around.companyId]);
    if (!row) throw new Error(`Expected company ${around.companyId} to have a directory, but there is no such company`);
    return this.parts.directory(this.ask, row.moment, query, { people: idsIn(around.people), units: idsIn(around.units ?? []) });
  }

  /** Somebody with their posts, and the company's day: no process looks anybody up. */
  async directoryOf(companyId: string, personId: string): Promise<Directory> {
    return this.directoryFor({ query: NO_LOOKUPS }, { companyId, people: [personId] });
  }

  /** What the company has set for a definition's parameters. */
  async params(companyId: string, definitionKey: string): Promise<Facts['params']> {
    const rows = await this.dataSource.query<{ name: string; value: ParameterSetting }[]>(
      'SELECT name, value FROM definition_parameter WHERE company_id = $1 AND key = $2',
      [companyId, definitionKey],
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  private readonly definitionOf = new LeastRecent<string, string>(REMEMBERED_REQUESTS);

  /** The compiled definition of a request; of one that has begun it is asked for once. Null where there is no such request. */
  async knownProcessOf(requestId: string): Promise<KnownProcess | null> {
    const id = this.definitionOf.get(requestId) ?? (await this.definitionIdOf(requestId));
    return id === null ? null : this.processes.byDefinitionId(id);
  }

  private async definitionIdOf(requestId: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ id: string; n: number }[]>('SELECT definition_id AS id, n FROM request WHERE id = $1', [
      requestId,
    ]);
    if (!row) return null;
    // A draft may still change its definition's version; a started request never does.
    if (row.n > 0) this.definitionOf.set(requestId, row.id);
    return row.id;
  }
}

const REMEMBERED_REQUESTS = 50_000;
