import { ProcessCache, StepTimeRepository, type FinishedRequest, type RequestTime } from '@countersign/database';
import { inTurns, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';
import { requestTimes } from './request-times';

const EVERY_MS = 15_000;
/** Of one transaction. */
const BATCH = 25;

/** Tells of finished requests how long they and their steps took, in working time: apart from decisions, which pay nothing for it. */
@Injectable()
export class TimeKeeper {
  constructor(
    private readonly times: StepTimeRepository,
    private readonly processes: ProcessCache,
    private readonly log: ProgramLog,
    rounds: Rounds,
  ) {
    const failed = 'how long requests took could not be told';
    rounds.add({ failed, round: () => this.round(), rest: EVERY_MS });
  }

  /** One look at every company; true where there may be more. */
  async round(): Promise<boolean> {
    let more = false;
    for (const company of await this.times.companies())
      more = (await this.times.measure(company, BATCH, (request) => this.measured(request))) === BATCH || more;
    return more;
  }

  /** A journal that cannot be read is no reason to stop at it. */
  private async measured(request: FinishedRequest): Promise<RequestTime | null> {
    try {
      const known = await this.processes.byDefinitionId(request.definitionId);
      return known && (await inTurns(requestTimes(known.process, request)));
    } catch (error) {
      this.log.lines.warn({ err: error, request: request.id }, 'how long a request took could not be told');
      return null;
    }
  }
}
