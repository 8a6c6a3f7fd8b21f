import type { CommandBody } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import type { Press } from '../http/press/command-headers';
import { OperatorDoor } from './operator-door.service';
import type { RequestView } from './dto/request.view';

/** Commands on a request as a whole. What they may do is decided by the guards of its machine. */
@Injectable()
export class RequestCommandsService {
  constructor(
    private readonly commands: CommandsService,
    private readonly operator: OperatorDoor,
  ) {}

  plain(actor: Actor, id: string, press: Press, command: Pick<CommandBody, 'type' | 'comment'>): Promise<CommandAnswer> {
    const comment = command.comment?.trim();
    return this.commands.send(actor, press, { type: command.type, requestId: id, actor: actor.personId, ...(comment ? { comment } : {}) });
  }

  rebuild(actor: Actor, id: string): Promise<RequestView> {
    return this.operator.rebuild(actor, id);
  }
}
