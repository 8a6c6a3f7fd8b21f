import { CommandRepository } from '@countersign/database';
import { commandId, type CommandBody } from '@countersign/domain';
import { CommandSender, type CommandOutcome, type TooLarge } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { usedToken, type Actor } from '../auth/actor';
import type { Press } from '../http/press/command-headers';
import { Problem } from '../http/problem/problem';
import { problemDocument } from '../http/problem/problem-document';
import type { ProblemView } from '../http/schema/values.view';
import { RefusalNames } from '../requests/names/refusal-names.service';
import { RequestViewService } from '../requests/view/request-view.service';
import { undoWithin } from '../requests/parts/standing.part';
import type { CommandAnswer, CommandView } from './command.view';

type Done = Extract<CommandOutcome, { kind: 'done' }>;
type Seen = Pick<CommandAnswer, 'undo' | 'view'>;

/** Hands commands to the sender and tells what became of them. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly sender: CommandSender,
    private readonly rows: CommandRepository,
    private readonly views: RequestViewService,
    private readonly names: RefusalNames,
  ) {}

  /** The same person with the same key means the same press. */
  async send(actor: Actor, { key, minimal }: Press, body: CommandBody): Promise<CommandAnswer> {
    const id = commandId(actor.personId, key);
    const token = usedToken(actor);
    const answer = await this.sender.send({ id, companyId: actor.companyId, body: { ...body, ...(token ? { token } : {}) } });
    switch (answer.kind) {
      case 'done':
        return {
          commandId: id,
          status: 'done',
          n: answer.n,
          ...(minimal ? withoutView(answer, body) : await this.withView(actor, answer, body)),
        };
      case 'open':
        return { commandId: id, status: 'open', n: null, undo: null, view: null };
      case 'conflict':
        throw new Problem('key-reused');
      case 'too-large':
        throw tooLargeProblem(answer.size);
      case 'lease-out':
        throw new Problem('lease-out', { number: answer.number });
      case 'refused':
        throw await this.names.problem(answer.refusal, body.requestId, actor);
    }
  }

  async read(actor: Actor, id: string): Promise<CommandView> {
    const row = await this.rows.find(id);
    if (row?.actorId !== actor.personId) throw new Problem('not-found', { what: 'command' });
    // What was decided is done, whether its run has said so or not.
    const undelivered = row.status === 'undelivered' && row.n === null;
    if (row.status === 'open' || undelivered) return { id, status: 'open', undelivered, view: null, problem: null };
    if (row.status !== 'refused')
      return { id, status: 'done', undelivered, view: await this.views.read(actor, row.requestId), problem: null };
    const problem = await this.names.problem(row.outcome ?? { code: 'invalid-state', params: {} }, row.requestId, actor);
    const document = problemDocument(problem, actor.language, `/api/v1/commands/${id}`);
    return { id, status: 'refused', undelivered, view: null, problem: document as unknown as ProblemView };
  }

  /** What the reader could take back of a later command is not this one's. */
  private async withView(actor: Actor, { n, judged }: Done, { requestId }: CommandBody): Promise<Seen> {
    const view = await this.views.read(actor, requestId, judged?.known);
    return { undo: view.n === n ? view.undo : null, view };
  }
}

function tooLargeProblem({ place, most }: TooLarge): Problem {
  const code = 'too-large';
  const message = { zh: '这部分内容太大', en: 'This part is too large' };
  return new Problem(code, { bytes: most }, [{ field: place, code, params: {}, message }]);
}

/** Nothing is read for this: the workflow has said since when, the process says how long, and it was decided just now. */
function withoutView({ judged }: Done, { type }: CommandBody): Seen {
  if (!judged?.undoableSince) return { undo: null, view: null };
  const { known, undoableSince: at } = judged;
  return { undo: undoWithin(known.known.process.definition, { type, at }, at), view: null };
}
