import { JournalRepository, OperatorActionRepository, ProcessCache, clock } from '@countersign/database';
import { JournalVerifier } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { RequestViewService } from './view/request-view.service';
import type { RequestView } from './dto/request.view';

const WAIT_MS = 4_000;
const LOOK_MS = 100;

/** What operators do to a request's run, and never to its journal. */
@Injectable()
export class OperatorDoor {
  constructor(
    private readonly journal: JournalRepository,
    private readonly processes: ProcessCache,
    private readonly verifier: JournalVerifier,
    private readonly views: RequestViewService,
    private readonly actions: OperatorActionRepository,
  ) {}

  /**
   * Makes rows and run agree with the journal again: what differs is written anew, the run goes on as new and folds the whole journal, and the
   * mark goes when it has agreed. A journal that is not sound in itself stays marked.
   */
  async rebuild(actor: Actor, requestId: string): Promise<RequestView> {
    const head = await this.journal.head(requestId);
    if (head?.companyId !== actor.companyId || head.n === 0) throw new Problem('not-found', { what: 'request' });
    const known = await this.processes.byDefinitionId(head.definition.id);
    if (!known) throw new Error(`Expected request ${requestId} to have a definition, but it is gone`);
    const differs = await this.verifier.rebuild(known.process, requestId).catch(() => {
      throw new Problem('unavailable');
    });
    await this.actions.note({ ...actor, requestId: head.id, kind: 'rebuilt', params: { n: head.n, differed: differs } });
    for (const end = clock.ms() + WAIT_MS; (head.diverged ?? differs) && clock.ms() < end;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (!(await this.journal.head(requestId))?.diverged) break;
    }
    return this.views.read(actor, requestId);
  }
}
