import { CommandRepository, DeadLetterRepository, OperatorActionRepository, type CommandRow, type DeadLetter } from '@countersign/database';
import { operationOf, refusal, type Bilingual } from '@countersign/domain';
import { CommandSender, DeadLetters } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import type { DeadLetterItem, DeadLetterPage, ResentView } from './dead-letter.view';

const WHY: Record<DeadLetter['undelivered']['cause'], Bilingual> = {
  stuck: { zh: '多次发送，流程都没有接收', en: 'It was sent many times, but the process did not take it' },
  unconfirmed: {
    zh: '操作已生效并留痕，但流程一直没有确认',
    en: 'It has taken effect and is in the audit trail, but the process does not confirm it',
  },
  unfit: { zh: '内容无法发送，例如过大', en: 'It cannot be sent as it is; it may be too large' },
};

/** Commands that could not be delivered, for the operators who own them. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly letters: DeadLetterRepository,
    private readonly commands: CommandRepository,
    private readonly sender: CommandSender,
    private readonly dead: DeadLetters,
    private readonly people: PersonRefsService,
    private readonly actions: OperatorActionRepository,
  ) {}

  async list(actor: Actor, query: PageQuery): Promise<DeadLetterPage> {
    const { rows, nextCursor } = await readPage(query, {
      kinds: ['time', 'uuid'],
      read: ([since, id], most) => this.letters.list(actor.companyId, since && id ? { since, id } : null, most),
      cursorOf: ({ updatedAt, id }) => [updatedAt.toISOString(), id],
    });
    const refs = await this.people.byIds(rows.map((row) => row.actorId));
    const items = rows.map(
      ({ id: letter, type, n, actorId, requestId, number, definitionTitle, attempt, bytes, undelivered, createdAt }): DeadLetterItem => ({
        id: letter,
        label: operationOf(type).button,
        person: this.people.in(refs, actorId),
        requestId,
        number,
        definitionTitle,
        decided: n !== null,
        attempts: attempt,
        bytes,
        why: WHY[undelivered.cause],
        detail: undelivered.detail,
        sentAt: createdAt.toISOString(),
        since: undelivered.since,
      }),
    );
    return { items, nextCursor };
  }

  /** Sends one again, now; a run that cannot take its next step is begun anew before. What does not get through this time either is a dead letter again. */
  async resend(actor: Actor, id: string): Promise<ResentView> {
    if (!(await this.letters.revive(actor.companyId, id))) throw new Problem('not-found', { what: 'command' });
    const row = await this.commands.find(id);
    if (!row) throw new Problem('not-found', { what: 'command' });
    const status = await this.sentAgain(row);
    await this.actions.note({ ...actor, requestId: row.requestId, kind: 'sent-again', params: { command: id, status } });
    return { status };
  }

  private async sentAgain(row: CommandRow): Promise<ResentView['status']> {
    const byHand = `sent again by hand after ${row.attempt} times`;
    try {
      const answer = await this.sender.resendAnew(row);
      if (answer.kind === 'open') await this.dead.bury(row, answer.unfit === undefined ? 'stuck' : 'unfit', answer.unfit ?? byHand);
      else if (answer.kind === 'done' && answer.unconfirmed) await this.dead.bury(row, 'unconfirmed', byHand);
      else return answer.kind === 'refused' ? 'refused' : 'done';
    } catch (error) {
      // Neither the run nor the server answers: nothing was sent.
      await this.dead.bury(row, row.n === null ? 'stuck' : 'unconfirmed', error);
    }
    return 'undelivered';
  }

  /** Closes one for good; whoever sent it hears of it, and may throw the draft away or do it again. */
  async giveUp(actor: Actor, id: string, reason: string): Promise<void> {
    const given = { refusal: refusal('given-up', { reason: reason.trim() }), by: actor.personId };
    const requestId = await this.letters.giveUp(actor.companyId, id, given);
    if (requestId === null) throw new Problem('not-found', { what: 'command' });
    await this.actions.note({ ...actor, requestId, kind: 'given-up', params: { command: id, reason: reason.trim() } });
  }
}
