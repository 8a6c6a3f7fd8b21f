import { MissedRequestsRepository, ProcessCache, type MissedRequest } from '@countersign/database';
import { Metrics, ProgramLog, RequestClient } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const LOOK_MS = 2_000;
/** Requests tried at the same time. */
const AT_ONCE = 8;

/**
 * Tries requests again that could not be told that their directory has changed, each less and less often. After some minutes those who look after
 * requests are told: the run has to be begun anew, or the request ended.
 */
@Injectable()
export class MissedRequests {
  constructor(
    private readonly missed: MissedRequestsRepository,
    private readonly processes: ProcessCache,
    private readonly requests: RequestClient,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
    rounds: Rounds,
  ) {
    const failed = 'requests that had missed a change of the directory could not be looked at';
    rounds.add({ failed, round: () => this.round(), rest: LOOK_MS });
  }

  /** True where there may be more. While Temporal does not answer nothing is tried: that is the fault of no request. */
  private async round(): Promise<boolean> {
    if (!(await this.requests.probe().catch(() => false))) return false;
    const due = await this.missed.due(AT_ONCE);
    await Promise.all(due.map((one) => this.again(one)));
    return due.length === AT_ONCE;
  }

  private async again(one: MissedRequest): Promise<void> {
    const { requestId, definitionId, cause, tries } = one;
    try {
      const known = await this.processes.byDefinitionId(definitionId);
      if (!known) throw new Error(`Expected request ${requestId} to have a definition, but it is gone`);
      await this.requests.reresolve(known.process.definition, requestId, cause);
      await this.missed.followed(one);
      this.log.lines.info({ request: requestId, tries }, 'a request has followed its directory after all');
    } catch (error) {
      if (!(await this.missed.missAgain(one, error))) return;
      this.metrics.alarms.inc({ kind: 'request-stuck' });
      this.log.lines.error({ err: error, request: requestId, tries }, 'a request does not follow its directory: its owners have been told');
    }
  }
}
