import { CommandRepository } from '@countersign/database';
import { commandId, type CommandBody } from '@countersign/domain';
import { CommandSender } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem';
import { problemDocument } from '../http/problem-document';
import type { ProblemView } from '../http/values.view';
import { RefusalNames } from '../requests/refusal-names.service';
import { RequestViewService } from '../requests/view/request-view.service';
import type { CommandAnswer, CommandView } from './command.view';

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
  async send(actor: Actor, key: string, body: CommandBody): Promise<CommandAnswer> {
    const id = commandId(actor.personId, key);
    const answer = await this.sender.send({ id, companyId: actor.companyId, body });
    switch (answer.kind) {
      case 'done':
        return { commandId: id, status: 'done', view: await this.views.read(actor, body.requestId, answer.known) };
      case 'open':
        return { commandId: id, status: 'open', view: null };
      case 'conflict':
        throw new Problem('key-reused');
      case 'refused':
        throw await this.names.problem(answer.refusal, body.requestId, actor);
    }
  }

  async read(actor: Actor, id: string): Promise<CommandView> {
    const row = await this.rows.find(id);
    if (row?.actorId !== actor.personId) throw new Problem('not-found', { what: 'command' });
    if (row.status === 'open') return { id, status: 'open', view: null, problem: null };
    if (row.status !== 'refused') return { id, status: 'done', view: await this.views.read(actor, row.requestId), problem: null };
    const problem = await this.names.problem(row.outcome ?? { code: 'invalid-state', params: {} }, row.requestId, actor);
    const document = problemDocument(problem, actor.language, `/api/v1/commands/${id}`);
    return { id, status: 'refused', view: null, problem: document as unknown as ProblemView };
  }
}
