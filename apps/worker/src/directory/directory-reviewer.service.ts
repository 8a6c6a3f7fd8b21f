import { DirectoryReviewRepository, RestoreWatch, type AffectedRequest, type Review } from '@countersign/database';
import { Metrics, ProgramLog, RequestClient } from '@countersign/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { restFor, RoundAfterRound } from '../host/round-after-round';

const LOOK_MS = 1_000;
/** Requests looked at between two breaths. */
const PAGE = 200;
/** Requests told at the same time; when as many in a row could not be told, nobody is asked further for now. */
const AT_ONCE = 8;

interface Count {
  told: number;
  missed: number;
  inARow: number;
}

/**
 * Looks through the open requests of a company after each change of its directory, and on each new day: whoever would ask other people than they ask
 * now is told to find them anew. A page is left behind when all of it was told, and a version when no request was left out, so whatever comes
 * between, the look begins again where it stood; telling a request twice changes nothing.
 */
@Injectable()
export class DirectoryReviewer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: RoundAfterRound;

  constructor(
    private readonly reviews: DirectoryReviewRepository,
    private readonly requests: RequestClient,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
    restore: RestoreWatch,
  ) {
    const failed = 'open requests could not be looked through after a change of the directory';
    this.rounds = new RoundAfterRound({ restore, log, failed, round: () => this.review(), rest: () => restFor(LOOK_MS) });
  }

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** One company's whole review; false where there is nothing to do, or nothing more just now. */
  private async review(): Promise<boolean> {
    let at = await this.reviews.begin();
    if (!at) return false;
    const count: Count = { told: 0, missed: 0, inARow: 0 };
    for (;;) {
      const { affected, cursor } = await this.reviews.look(at, PAGE);
      await this.tell(at, affected, count);
      if (this.rounds.leaving) return false;
      if (!cursor || count.inARow >= AT_ONCE) break;
      at = await this.reviews.goOn(at, cursor);
    }
    const { companyId: company, cause } = at;
    if (count.told > 0)
      this.log.lines.info({ company, change: cause.change, requests: count.told }, 'requests have found their people anew');
    if (count.missed === 0) await this.reviews.end(at);
    else await this.reviews.again(at);
    return count.missed === 0;
  }

  private async tell({ cause }: Review, affected: AffectedRequest[], count: Count): Promise<void> {
    const waiting = [...affected];
    const next = async (): Promise<void> => {
      for (let one = waiting.shift(); one && !this.rounds.leaving && count.inARow < AT_ONCE; one = waiting.shift()) {
        const { head, known } = one;
        try {
          const { changed } = await this.requests.reresolve(known.process.definition, head.id, cause);
          if (changed) count.told += 1;
          count.inARow = 0;
        } catch (error) {
          count.missed += 1;
          count.inARow += 1;
          this.metrics.alarms.inc({ kind: 'directory-not-told' });
          this.log.lines.warn({ err: error, request: head.id }, 'a request could not be told yet that the directory has changed');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }
}
