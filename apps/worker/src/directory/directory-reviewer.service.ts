import { DirectoryReviewRepository, MissedRequestsRepository, type AffectedRequest, type Review } from '@countersign/database';
import { atOnce, Metrics, ProgramLog, RequestClient } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const LOOK_MS = 1_000;
/** Requests looked at between two breaths. */
const PAGE = 200;
/** Requests told at the same time; when as many in a row could not be told, nobody is asked further for now. */
const AT_ONCE = 8;
/** Requests told under one lease: if each waited for its run as long as can be, the lease would still hold. */
const CHUNK = 4 * AT_ONCE;

interface Count {
  told: number;
  inARow: number;
}

/**
 * Looks through the open requests of a company after each change of its directory, and on each new day: whoever would ask other people than they ask
 * now is told to find them anew. One whose run does not answer is put on a list of its own and left behind, so that it keeps no other waiting; whatever
 * comes between, the look goes on where it stood. Telling a request twice changes nothing.
 */
@Injectable()
export class DirectoryReviewer {
  constructor(
    private readonly reviews: DirectoryReviewRepository,
    private readonly missed: MissedRequestsRepository,
    private readonly requests: RequestClient,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
  ) {
    const failed = 'open requests could not be looked through after a change of the directory';
    rounds.add({ failed, round: () => this.review(), rest: LOOK_MS });
  }

  /** One company's review, as far as it gets; false where there is nothing to do, or nothing more just now. */
  private async review(): Promise<boolean> {
    let at = await this.reviews.begin();
    if (!at) return false;
    const count: Count = { told: 0, inARow: 0 };
    const { companyId: company, cause } = at;
    for (let more = true; at && more;) {
      const { affected, cursor } = await this.reviews.look(at, PAGE);
      at = await this.tellAll(at, affected, count);
      if (!at) break;
      if (this.rounds.leaving) return this.reviews.leave(at).then(() => false);
      if (count.inARow >= AT_ONCE) return this.reviews.pause(at).then(() => false);
      more = cursor !== null;
      if (more) at = await this.reviews.goOn(at, cursor);
    }
    if (count.told > 0)
      this.log.lines.info({ company, change: cause.change, requests: count.told }, 'requests have found their people anew');
    if (at) await this.reviews.end(at);
    return true;
  }

  /** Tells them under one lease after the other; null where somebody else has the review by now. */
  private async tellAll(review: Review, affected: AffectedRequest[], count: Count): Promise<Review | null> {
    const waiting = [...affected];
    for (let at: Review | null = review; ; at = await this.reviews.goOn(at, at.cursor)) {
      if (!at || waiting.length === 0 || this.rounds.leaving || count.inARow >= AT_ONCE) return at;
      await this.tell(at, waiting.splice(0, CHUNK), count);
    }
  }

  private tell(review: Review, waiting: AffectedRequest[], count: Count): Promise<void> {
    return atOnce(
      AT_ONCE,
      waiting,
      (one) => this.tellOne(review, one, count),
      () => !this.rounds.leaving && count.inARow < AT_ONCE,
    );
  }

  private async tellOne({ cause }: Review, { head, known, missed }: AffectedRequest, count: Count): Promise<void> {
    if (missed) return this.missed.renew(head.id, cause);
    try {
      const { changed } = await this.requests.reresolve(known.process.definition, head.id, cause);
      if (changed) count.told += 1;
      count.inARow = 0;
    } catch (error) {
      count.inARow += 1;
      this.metrics.alarms.inc({ kind: 'directory-not-told' });
      this.log.lines.warn({ err: error, request: head.id }, 'a request could not be told yet that the directory has changed');
      await this.missed.miss(head.id, cause, error);
    }
  }
}
