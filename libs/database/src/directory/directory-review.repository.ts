import type { Directory, DirectoryCause } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { clock } from '../clock';
import { ProcessCache, type KnownProcess } from '../processes/process-cache';
import type { RequestHead } from '../repositories/request-head';
import { run, type RunStatement } from '../statements';
import { neededFor } from './directory-need';
import { changeOf } from './change-of';
import { DirectoryParts, type DirectoryMoment } from './directory-parts';
import { turnAbsences } from './turn-absences';
import { turnLeavings } from './turn-leavings';
import { BEGIN, DUE, END, GO_ON, LEAVE_REVIEW, MOMENT, PAGE, PAUSE_REVIEW, TASKS_OF, VERSION } from './review-statements';
import { movesPeople, reseatings, type Reseating } from './reseating';

/** A look through the open requests of one company, as far as it has come. */
export interface Review {
  companyId: string;
  version: number;
  day: string;
  /** PostgreSQL's time when it was taken up. */
  now: string;
  timeZone: string;
  cause: DirectoryCause;
  cursor: ReviewCursor | null;
  /** Until when this worker has it: whoever takes it up after that has another. */
  lease: string;
}

/** The last request that was looked at. */
export interface ReviewCursor {
  status: string;
  at: string;
  id: string;
}

export interface AffectedRequest {
  head: RequestHead;
  known: KnownProcess;
  /** None where it cannot be said: what is thrown here is thrown again where the request is decided on, and blocks it there. */
  steps: Reseating[];
  /** It has not answered before, and is tried again by itself. */
  missed: boolean;
}

/** What a change would do to open requests: every step is counted, the first requests are named. */
export interface Foreseen {
  affected: AffectedRequest[];
  moved: number;
  blocked: number;
  /** All open requests were looked at. */
  complete: boolean;
}

/** Requests looked at in one go. */
const FORESEEN_PAGE = 200;

/** Statuses in which somebody is asked, or nobody can be. */
const WAITING = ['blocked', 'returned', 'running'];
const BEFORE_ALL = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/**
 * After every change of a directory, and on every new day, the open requests of the company are looked through: whoever would ask other people than
 * they ask now is told. Changes are noticed by the directory's version, so whoever makes them, by whatever way.
 */
@Injectable()
export class DirectoryReviewRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly processes: ProcessCache,
    private readonly parts: DirectoryParts,
  ) {}

  /** Takes up one company's review for a minute; null where there is none, or others have it. */
  async begin(): Promise<Review | null> {
    if ((await this.dataSource.query<unknown[]>(DUE)).length === 0) return null;
    await turnAbsences(this.dataSource.manager);
    await turnLeavings(this.dataSource.manager);
    await this.dataSource.query('INSERT INTO directory_review (company_id) SELECT id FROM company ON CONFLICT DO NOTHING');
    const [[row]] =
      await this.dataSource.query<[(Omit<Review, 'cause'> & { by: string | null; changes: string[] | null })[], number]>(BEGIN);
    if (!row) return null;
    const { by, changes, ...review } = row;
    return { ...review, cause: { change: changeOf(changes), by: changes === null ? null : by } };
  }

  /** Looks at some more requests; answers those that would ask other people, and how it goes on, null at the end. */
  async look(review: Review, limit: number): Promise<{ affected: AffectedRequest[]; cursor: ReviewCursor | null }> {
    const moment = { ...review, today: review.day };
    const ask: RunStatement = (statement, values) => run(this.dataSource, statement, values);
    return this.lookFrom(ask, this.parts, { moment, cursor: review.cursor, limit });
  }

  /** The review goes on from here, for another lease; null where somebody else has it by now. */
  async goOn(review: Review, cursor: ReviewCursor | null): Promise<Review | null> {
    const [[mine]] = await this.dataSource.query<[{ lease: string }[], number]>(GO_ON, [
      review.companyId,
      review.lease,
      cursor === null ? null : JSON.stringify(cursor),
    ]);
    return mine ? { ...review, cursor, lease: mine.lease } : null;
  }

  /** Nobody answers just now: it goes on after a pause, where it stands. */
  async pause({ companyId, lease }: Review): Promise<void> {
    await this.dataSource.query(PAUSE_REVIEW, [companyId, lease]);
  }

  /** Whoever comes next goes on where it stands, at once. */
  async leave({ companyId, lease }: Review): Promise<void> {
    await this.dataSource.query(LEAVE_REVIEW, [companyId, lease]);
  }

  /** All were looked at, and told where they were affected, or are on the list of those to be told. */
  async end({ companyId, lease, version, day, cause }: Review): Promise<void> {
    await this.dataSource.query(END, [companyId, lease, version, day, cause.by]);
  }

  /** The directory's version as this transaction sees it. */
  async versionOf(manager: EntityManager, companyId: string): Promise<number> {
    const [row] = await manager.query<{ version: number }[]>(VERSION, [companyId]);
    if (!row) throw new Error(`Expected company ${companyId} to have a directory, but there is no such company`);
    return row.version;
  }

  /**
   * What the directory as this connection sees it would do to open requests: all of them are counted, the first are named. For an import's trial:
   * nothing is kept, and nothing is asked by another connection. Where nothing of the directory differs from the version before, nothing is looked at.
   */
  async foresee(
    ask: RunStatement,
    { companyId, before }: { companyId: string; before: number },
    { most, untilMs }: { most: number; untilMs: number },
  ): Promise<Foreseen> {
    const foreseen: Foreseen = { affected: [], moved: 0, blocked: 0, complete: true };
    const [row] = await ask<{ moment: DirectoryMoment }>(MOMENT, [companyId]);
    if (!row || row.moment.version === before) return foreseen;
    // Parts of a directory that nobody else may see.
    const parts = new DirectoryParts();
    for (let cursor: ReviewCursor | null = null; ;) {
      const page: { affected: AffectedRequest[]; cursor: ReviewCursor | null } = await this.lookFrom(ask, parts, {
        moment: row.moment,
        cursor,
        limit: FORESEEN_PAGE,
      });
      count(foreseen, page.affected, most);
      cursor = page.cursor;
      if (cursor === null) return foreseen;
      if (clock.ms() > untilMs) return { ...foreseen, complete: false };
      // Others are served in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /**
   * The same for the open requests that one person has a task of: no others are read. What it takes hangs on their own desk, however many requests a
   * company has.
   */
  async foreseeTasksOf(
    ask: RunStatement,
    { companyId, personId }: { companyId: string; personId: string },
    { most, untilMs }: { most: number; untilMs: number },
  ): Promise<AffectedRequest[]> {
    const [row] = await ask<{ moment: DirectoryMoment }>(MOMENT, [companyId]);
    const affected: AffectedRequest[] = [];
    const parts = new DirectoryParts();
    for (let after = BEFORE_ALL.id, seen = 0; row && seen < most && clock.ms() < untilMs;) {
      const heads = await ask<{ head: RequestHead }>(TASKS_OF, [companyId, personId, after, FORESEEN_PAGE]);
      for (const { head } of heads) affected.push(...(await this.affectedBy(ask, parts, { moment: row.moment, head, missed: false })));
      if (heads.length < FORESEEN_PAGE) break;
      after = heads.at(-1)?.head.id ?? after;
      seen += heads.length;
      // Others are served in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return affected;
  }

  private async lookFrom(
    ask: RunStatement,
    parts: DirectoryParts,
    { moment, cursor, limit }: { moment: DirectoryMoment; cursor: ReviewCursor | null; limit: number },
  ): Promise<{ affected: AffectedRequest[]; cursor: ReviewCursor | null }> {
    const affected: AffectedRequest[] = [];
    let left = limit;
    let last = cursor;
    for (const status of WAITING.slice(cursor ? WAITING.indexOf(cursor.status) : 0)) {
      const from = last?.status === status ? last : BEFORE_ALL;
      const rows = await ask<{ at: string; head: RequestHead; missed: boolean }>(PAGE, [moment.companyId, status, from.at, from.id, left]);
      for (const { head, missed } of rows) affected.push(...(await this.affectedBy(ask, parts, { moment, head, missed })));
      const end = rows.at(-1);
      if (end) last = { status, at: end.at, id: end.head.id };
      left -= rows.length;
      if (left === 0) return { affected, cursor: last };
    }
    return { affected, cursor: null };
  }

  private async affectedBy(
    ask: RunStatement,
    parts: DirectoryParts,
    { moment, head, missed }: { moment: DirectoryMoment; head: RequestHead; missed: boolean },
  ): Promise<AffectedRequest[]> {
    const known = await this.processes.byDefinitionId(head.definition.id, ask);
    if (!known) return [];
    const around = neededFor(head, { actorId: null }, known.query);
    const directory: Directory = await parts.directory(ask, moment, known.query, around);
    try {
      const steps = reseatings(known, head, directory);
      return steps.length > 0 ? [{ head, known, steps, missed }] : [];
    } catch {
      return [{ head, known, steps: [], missed }];
    }
  }
}

function count(foreseen: Foreseen, affected: AffectedRequest[], most: number): void {
  const steps = affected.flatMap((each) => each.steps).filter(movesPeople);
  foreseen.blocked += steps.filter(({ blocked }) => blocked).length;
  foreseen.moved += steps.filter(({ blocked }) => !blocked).length;
  foreseen.affected.push(...affected.slice(0, Math.max(0, most - foreseen.affected.length)));
}
