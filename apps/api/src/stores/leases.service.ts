import { CompanyEntity, mayBeSubmitted, ProcessCache } from '@countersign/database';
import { fromMinor, RENEWAL_FIELDS, type Process, type StepRecord } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { managesLeases, TrackAreaService } from '../auth/track-area.service';
import { DefinitionsService } from '../definitions/definitions.service';
import { likePattern, readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import type { ReasonView } from '../http/schema/values.view';
import { PersonRefsService } from '../people/person-refs.service';
import { DraftsService } from '../requests/drafts/drafts.service';
import { wireMoney } from '../requests/wire-money';
import { leaseRow, milestonesOf, type LeaseLookups } from './lease-rows';
import { BEING_SENT, LEASE_COUNTS, leasePage, ONE_LEASE, RENEWAL, UNTAKEN, type StandingLease } from './lease-statements';
import type { LeaseCounts, LeaseFilters, LeasePage, LeasesQuery, LeaseTermView, LeaseView } from './dto/lease.view';

/** Terms of one contract that are told. */
const MOST_TERMS = 50;
const TERMS = `
  SELECT starts_on::text AS "startsOn", expires_on::text AS "expiresOn", rent, commission, deposit, currency FROM (
    SELECT * FROM lease WHERE company_id = $1 AND number = $2 ORDER BY starts_on DESC LIMIT ${MOST_TERMS}) AS newest ORDER BY starts_on`;
const STEPS = `SELECT state#>'{context,steps}' AS steps FROM request WHERE id = $1`;
/**
 * Whoever presses first begins it. One that was thrown away, refused or came to nothing, and the draft of somebody who may not submit it any more, may be
 * begun again; one that is just being made is waited for.
 */
const CLAIM = `
  UPDATE lease l SET renewal_id = $3, renewal_at = now() WHERE l.id = $2 AND l.company_id = $1 AND (l.renewal_id IS NULL
    OR NOT EXISTS (SELECT 1 FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = l.renewal_id
        AND (r.status IN ('running', 'returned', 'blocked', 'approved') OR r.status = 'draft' AND ${mayBeSubmitted('r', 'd')}))
      AND l.renewal_at < now() - interval '1 minute') RETURNING 1`;
const CLAIMED = `
  SELECT l.renewal_id AS id, coalesce(r.requester_id = $3, false) AS own FROM lease l LEFT JOIN request r ON r.id = l.renewal_id WHERE l.id = $2 AND l.company_id = $1`;
const UNCLAIM = `UPDATE lease SET renewal_id = NULL, renewal_at = NULL WHERE id = $1 AND renewal_id = $2`;

/** The register of leases. */
@Injectable()
export class LeasesService {
  constructor(
    private readonly database: DataSource,
    private readonly areas: TrackAreaService,
    private readonly processes: ProcessCache,
    private readonly people: PersonRefsService,
    private readonly definitions: DefinitionsService,
    private readonly drafts: DraftsService,
  ) {}

  /** The next to run out first. */
  async list(actor: Actor, query: LeasesQuery): Promise<LeasePage> {
    const asked = await this.asked(actor, query);
    const { rows, nextCursor } = await readPage<StandingLease>(query, {
      kinds: ['whole', 'uuid'],
      read: (after, most) => this.database.query(leasePage(query.view ?? 'all'), [...asked, ...after, most]),
      cursorOf: ({ ends, id }) => [String(ends), id],
    });
    const around = await this.around(actor, rows);
    return { items: rows.map((row) => leaseRow(row, around)), nextCursor };
  }

  async counts(actor: Actor, filters: LeaseFilters): Promise<LeaseCounts> {
    const [row] = await this.database.query<(Omit<LeaseCounts, 'rent' | 'manages'> & { rent: string })[]>(
      LEASE_COUNTS,
      await this.asked(actor, filters),
    );
    const { currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: actor.companyId });
    if (!row) throw new Error('Expected the counts of leases, but the database gave no row');
    return { ...row, rent: { amount: fromMinor(BigInt(row.rent), currency), currency }, manages: managesLeases(actor) };
  }

  async read(actor: Actor, id: string): Promise<LeaseView> {
    const lease = await this.standing(actor, id);
    const [terms, steps, closed, held] = await Promise.all([
      this.termsOf(actor, lease),
      this.stepsOf(lease),
      this.closedTo(actor, lease),
      reasonHeld(this.database.manager, actor.companyId, lease),
    ]);
    const { outAt: at, outBy, outWhy: why } = lease;
    const out = at === null || outBy === null || why === null ? null : { at, by: await this.people.one(outBy), why };
    return { ...leaseRow(lease, await this.around(actor, [lease])), terms, milestones: milestonesOf(lease, steps), closed, held, out };
  }

  /** The draft of its renewal, begun once: whoever asks again gets the same. */
  async renew(actor: Actor, id: string): Promise<string> {
    const lease = await this.standing(actor, id);
    const closed = await this.closedTo(actor, lease);
    if (closed) throw new Problem('lease-closed', { why: { ...closed.text } });
    if (lease.draft) return lease.draft.id;
    const requestId = uuidv7();
    const claimed = await this.database.query<[unknown[], number]>(CLAIM, [actor.companyId, lease.id, requestId]);
    if (claimed[0].length === 0) return this.begun(actor, lease.id);
    try {
      const definition = await this.definitions.publishedRow(actor.companyId, RENEWAL);
      await this.drafts.insert(actor, requestId, { definition, form: formOf(lease), choices: {} });
    } catch (error) {
      await this.database.query(UNCLAIM, [lease.id, requestId]);
      throw error;
    }
    return requestId;
  }

  private async begun(actor: Actor, id: string): Promise<string> {
    const [row] = await this.database.query<{ id: string; own: boolean }[]>(CLAIMED, [actor.companyId, id, actor.personId]);
    if (row?.own) return row.id;
    throw new Problem('lease-begun');
  }

  /** How a lease stands, for whoever may see it. */
  private async standing(actor: Actor, id: string): Promise<StandingLease> {
    return standingLease(this.database.manager, await this.asked(actor, {}), id);
  }

  /** As the statements are asked. */
  async asked(actor: Actor, { unit, q = '' }: LeaseFilters): Promise<unknown[]> {
    const area = await this.areas.requireStores(actor);
    return [actor.companyId, area, unit ?? null, likePattern(q)];
  }

  private async around(actor: Actor, rows: StandingLease[]): Promise<LeaseLookups> {
    const refs = await this.people.byIds(rows.flatMap(({ waitingFor }) => waitingFor));
    const ids = [...new Set(rows.flatMap(({ definitionId }) => definitionId ?? []))];
    const known = await Promise.all(ids.map((id) => this.processes.byDefinitionId(id)));
    const processes = new Map<string, Process>(ids.flatMap((id, at) => (known[at] ? [[id, known[at].process] as const] : [])));
    const openable = await this.areas.openable(
      actor,
      rows.flatMap(({ requestId }) => requestId ?? []),
    );
    return { refs, person: (id) => this.people.in(refs, id), processes, openable };
  }

  private async termsOf({ companyId }: Actor, { number }: StandingLease): Promise<LeaseTermView[]> {
    const rows = await this.database.query<
      Pick<StandingLease, 'startsOn' | 'expiresOn' | 'rent' | 'commission' | 'deposit' | 'currency'>[]
    >(TERMS, [companyId, number]);
    return rows.map(({ startsOn, expiresOn, rent, commission, deposit, currency }) => ({
      ...{ startsOn, expiresOn, commission },
      rent: { amount: fromMinor(BigInt(rent), currency), currency },
      deposit: wireMoney(deposit, currency),
    }));
  }

  private async stepsOf({ requestId, state }: StandingLease): Promise<Record<string, StepRecord> | null> {
    if (requestId === null || state !== 'renewing') return null;
    const [row] = await this.database.query<{ steps: Record<string, StepRecord> | null }[]>(STEPS, [requestId]);
    return row?.steps ?? null;
  }

  /** Why nobody, or not the caller, can begin its renewal. */
  private async closedTo(actor: Actor, { id, state, draft }: StandingLease): Promise<ReasonView | null> {
    const no = (zh: string, en: string): ReasonView => ({ code: 'lease-closed', params: {}, text: { zh, en } });
    if (state === 'out') return no('已经移出登记。', 'It has been taken out of the register.');
    if (state === 'renewing') return no('续签已经在进行。', 'A renewal is in progress already.');
    if (state === 'leaving') return no('这家门店正在撤场。', 'The store is leaving.');
    if (draft && draft.by !== actor.personId) {
      const { name } = await this.people.one(draft.by);
      return no(`${name.zh}已起草续签，还没有提交。`, `${name.en} has drafted the renewal and not submitted it yet.`);
    }
    if (state === 'ended') return no('已经撤场。', 'The store has left.');
    const [untaken] = await this.database.query<Untaken[]>(UNTAKEN, [actor.companyId, id]);
    if (untaken?.looking) return no(...beingTakenIn(untaken.number));
    if (untaken)
      return no(
        `续签 ${untaken.number} 已经批准，但谈定的租期没能记入登记（例如起租日不晚于原租期的起租日，或币种不同）。请导入新的租期。`,
        `Renewal ${untaken.number} is approved, but its term could not be taken into the register: it may begin no later than the term before, or be in another currency. Import the new term.`,
      );
    const { items } = await this.definitions.list(actor, { startable: false, q: RENEWAL });
    const process = items.find(({ key }) => key === RENEWAL);
    if (!process) return no('公司没有在用的续签流程。', 'The company has no process for renewals in use.');
    return process.why;
  }
}

/** How a lease stands, as `LeasesService.asked`. */
export async function standingLease(manager: EntityManager, asked: readonly unknown[], id: string): Promise<StandingLease> {
  const [lease] = await manager.query<StandingLease[]>(ONE_LEASE, [...asked, id]);
  if (!lease) throw new Problem('not-found', { what: 'lease' });
  return lease;
}

/** Why a lease cannot be taken out of the register. */
export async function reasonHeld(manager: EntityManager, companyId: string, lease: StandingLease): Promise<ReasonView | null> {
  const { id, state, requestId, requestNumber } = lease;
  const no = (zh: string, en: string): ReasonView => ({ code: 'lease-held', params: {}, text: { zh, en } });
  if (state === 'out') return no('已经移出登记。', 'It has been taken out already.');
  const number = requestNumber ?? '';
  if (requestId !== null && state === 'leaving') return no(`撤场 ${number} 正在进行。`, `The exit ${number} is in progress.`);
  if (requestId !== null) return no(`续签 ${number} 正在进行。`, `The renewal ${number} is in progress.`);
  if ((await manager.query<unknown[]>(BEING_SENT, [companyId, id])).length > 0)
    return no('它的续签正在提交。', 'Its renewal is just being submitted.');
  const [untaken] = await manager.query<Untaken[]>(UNTAKEN, [companyId, id]);
  return untaken?.looking ? no(...beingTakenIn(untaken.number)) : null;
}

/** A renewal that was approved and is not in the register; `looking`: somebody will look at it. */
interface Untaken {
  number: string;
  looking: boolean;
}

const beingTakenIn = (number: string): [zh: string, en: string] => [
  `续签 ${number} 刚刚批准，正在记入登记。`,
  `Renewal ${number} has just been approved and is being taken into the register.`,
];

/** What the register already knows of the form. */
function formOf({ unitId, place, expiresOn, rent, commission, deposit, currency }: StandingLease) {
  const { store, place: mall, expiresOn: ends, rent: now, commission: share, deposit: held } = RENEWAL_FIELDS;
  return {
    ...{ [store]: unitId, [mall]: place, [ends]: expiresOn, [now]: { minor: rent, currency } },
    ...(commission === null ? {} : { [share]: Number(commission) }),
    ...(deposit === null ? {} : { [held]: { minor: deposit, currency } }),
  };
}
