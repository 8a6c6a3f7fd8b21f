import {
  JournalCheckRepository,
  JournalWalk,
  SealRepository,
  type CheckProgress,
  type JournalCheck,
  type JournalFinding,
  type JournalSeal,
  type WalkedTransition,
} from '@countersign/database';
import { inTurns, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import type { PageQuery } from '../http/schema/page.query';
import { PersonRefsService } from '../people/person-refs.service';
import type { AuditStateView, JournalCheckPage, JournalCheckView } from './dto/audit.view';

const ENTRIES_AT_ONCE = 300;
const SEALS_AT_ONCE = 100;
const MONTHS = 12;
const LATEST = 20;

/** Checks of the whole journal of a company, on the side, with progress, until they are through or cancelled. */
@Injectable()
export class JournalChecksService {
  constructor(
    private readonly checks: JournalCheckRepository,
    private readonly seals: SealRepository,
    private readonly people: PersonRefsService,
    private readonly log: ProgramLog,
  ) {}

  async state(actor: Actor): Promise<AuditStateView> {
    const { companyId } = actor;
    const [months, anchors, latest] = await Promise.all([
      this.seals.months(companyId, MONTHS),
      this.seals.anchors(companyId),
      this.checks.list(companyId, [null, null], LATEST),
    ]);
    const last = latest.find(({ state }) => state !== 'cancelled');
    return {
      months,
      anchors: anchors.map(({ place, seq, at }) => ({ place, seq, at: at.toISOString() })),
      lastCheck: (last && (await this.viewsOf([last]))[0]) ?? null,
    };
  }

  async list(actor: Actor, query: PageQuery): Promise<JournalCheckPage> {
    const { rows, nextCursor } = await readPage<JournalCheck>(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.checks.list(actor.companyId, after, most),
      cursorOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
    });
    return { items: await this.viewsOf(rows), nextCursor };
  }

  async read(actor: Actor, id: string): Promise<JournalCheckView> {
    const check = await this.checks.find(actor.companyId, id);
    const [view] = check ? await this.viewsOf([check]) : [];
    if (!view) throw new Problem('not-found', { what: 'check' });
    return view;
  }

  /** Begins one, which goes on by itself. */
  async begin({ companyId, personId }: Actor): Promise<JournalCheckView> {
    const check = await this.checks.begin({ id: uuidv7(), companyId, personId });
    if (!check) throw new Problem('check-running');
    void this.run(check);
    return (await this.viewsOf([check]))[0] as JournalCheckView;
  }

  async cancel(actor: Actor, id: string): Promise<void> {
    if (!(await this.checks.cancel(actor.companyId, id))) throw new Problem('not-found', { what: 'check' });
  }

  private async run({ id, companyId }: JournalCheck): Promise<void> {
    const progress = new Progress();
    try {
      if (!(await this.walk(id, companyId, progress))) return;
      progress.add(await this.checks.emptied(companyId));
      progress.add(await this.seals.otherwise(companyId));
      if (!(await this.sealsHold(id, companyId, progress))) return;
      await this.checks.end(id, 'done', progress);
    } catch (error) {
      this.log.lines.error({ err: error, check: id }, 'the journal could not be checked to its end');
      await this.checks.end(id, 'failed', progress).catch(() => undefined);
    }
  }

  /** Every entry by its own chain; false: it was cancelled. */
  private async walk(id: string, companyId: string, progress: Progress): Promise<boolean> {
    const walk = new JournalWalk();
    for (let last: WalkedTransition | undefined; ;) {
      const page = await this.checks.walk(companyId, last, ENTRIES_AT_ONCE);
      progress.add(await inTurns(walked(walk, page)));
      progress.checked += page.length;
      if (!(await this.checks.goesOn(id, progress))) return false;
      if (page.length < ENTRIES_AT_ONCE) break;
      last = page.at(-1);
    }
    progress.add(walk.end());
    return true;
  }

  /** Every seal by the one before it; false: it was cancelled. */
  private async sealsHold(id: string, companyId: string, progress: Progress): Promise<boolean> {
    for (let last: JournalSeal | null = null; ;) {
      const page: JournalSeal[] = await this.seals.after(companyId, last?.seq ?? 0, SEALS_AT_ONCE);
      for (const seal of page) {
        const follows = seal.seq === (last?.seq ?? 0) + 1 && (await this.seals.holds(seal, last?.seal ?? null));
        if (!follows) progress.add([{ fault: 'seal', request: null, n: seal.seq }]);
        progress.seals += 1;
        last = seal;
      }
      if (!(await this.checks.goesOn(id, progress))) return false;
      if (page.length < SEALS_AT_ONCE) return true;
    }
  }

  private async viewsOf(checks: readonly JournalCheck[]): Promise<JournalCheckView[]> {
    const refs = await this.people.byIds(checks.map(({ personId }) => personId));
    return checks.map(({ id, personId, state, total, checked, seals, findings, found, createdAt, endedAt }) => ({
      ...{ id, by: this.people.in(refs, personId), state, checked, seals, findings, found },
      // What was added since it began is checked as well.
      total: Math.max(total, checked),
      createdAt: createdAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
  }
}

/** How far a check has come; of what it finds the first are kept. */
class Progress implements CheckProgress {
  private static readonly MOST = 100;
  checked = 0;
  seals = 0;
  found = 0;
  readonly findings: JournalFinding[] = [];

  add(findings: readonly JournalFinding[]): void {
    this.found += findings.length;
    this.findings.push(...findings.slice(0, Progress.MOST - this.findings.length));
  }
}

function* walked(walk: JournalWalk, page: readonly WalkedTransition[]): Generator<void, JournalFinding[], void> {
  const found: JournalFinding[] = [];
  for (const row of page) {
    found.push(...walk.take(row));
    yield;
  }
  return found;
}
