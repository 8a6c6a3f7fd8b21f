import { CallRepository, type CallAnswer } from '@countersign/database';
import { ProgramLog, RequestClient, tellAnswer } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const LOOK_MS = 2_000;
/** Whoever took an answer tells its request at once: what is told for them is what they could not. */
const SECONDS = 10;
const BATCH = 20;

/** Answers of other systems that were taken, and of which their requests have not heard: told until they have. */
@Injectable()
export class CallAnswers {
  constructor(
    private readonly calls: CallRepository,
    private readonly requests: RequestClient,
    private readonly log: ProgramLog,
    rounds: Rounds,
  ) {
    const failed = 'answers of other systems could not be looked after';
    rounds.add({ failed, round: () => this.round(), rest: LOOK_MS });
  }

  private async round(): Promise<boolean> {
    const untold = await this.calls.untold(SECONDS, BATCH);
    const told = await Promise.all(untold.map((answer) => this.tell(answer)));
    return untold.length === BATCH && told.some((done) => done);
  }

  private async tell(answer: CallAnswer): Promise<boolean> {
    const { requests, calls } = this;
    const { requestId: id, call } = answer;
    try {
      const asking = await calls.askedBy(id);
      await tellAnswer({ requests, calls }, asking?.definition ?? null, answer);
      return true;
    } catch (error) {
      this.log.lines.warn({ err: error, request: id, call }, 'a request has not heard what another system answered');
      return false;
    }
  }
}
