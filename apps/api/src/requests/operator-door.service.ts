import { JournalRepository, ProcessCache } from '@countersign/database';
import { RequestClient } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem';
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
    private readonly client: RequestClient,
    private readonly views: RequestViewService,
  ) {}

  /** Lets the run go on as new from n = 0: it folds the whole journal, and the mark goes when it has agreed. */
  async rebuild(actor: Actor, requestId: string): Promise<RequestView> {
    const head = await this.journal.head(requestId);
    if (head?.companyId !== actor.companyId || head.n === 0) throw new Problem('not-found', { what: 'request' });
    const known = await this.processes.byDefinitionId(head.definition.id);
    if (!known) throw new Error(`Expected request ${requestId} to have a definition, but it is gone`);
    try {
      await this.client.rebuild(known.process.definition, requestId);
    } catch {
      throw new Problem('unavailable');
    }
    for (const end = Date.now() + WAIT_MS; head.diverged && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (!(await this.journal.head(requestId))?.diverged) break;
    }
    return this.views.read(actor, requestId);
  }
}
