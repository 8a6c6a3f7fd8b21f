import { MailRepository, PersonEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { Settings } from '../settings';
import type { DeadMailPage, MailWishesBody, MailWishesView } from './mail.view';

/** How people wish to be mailed, and mails that did not get through. */
@Injectable()
export class MailService {
  constructor(
    private readonly database: DataSource,
    private readonly mails: MailRepository,
    private readonly people: PersonRefsService,
    private readonly settings: Settings,
  ) {}

  async wishes({ personId }: Actor): Promise<MailWishesView> {
    const [wishes, person] = await Promise.all([
      this.mails.wishes(personId),
      this.database.manager.findOneByOrFail(PersonEntity, { id: personId }),
    ]);
    return { ...wishes, address: person.email, sending: this.settings.mails };
  }

  async wish(actor: Actor, { work, mine, talk, copies, digestAt, quiet }: MailWishesBody): Promise<MailWishesView> {
    await this.mails.wish(actor.personId, { work, mine, talk, copies, digestAt, quiet: quiet ? { from: quiet.from, to: quiet.to } : null });
    return this.wishes(actor);
  }

  async dead(actor: Actor, query: PageQuery): Promise<DeadMailPage> {
    const { rows, nextCursor } = await readPage(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.mails.dead(actor.companyId, after, most),
      cursorOf: ({ updatedAt, id }) => [updatedAt.toISOString(), id],
    });
    const refs = await this.people.byIds(rows.map(({ personId }) => personId));
    const items = rows.map(({ id, personId, notices, attempts, lastError, createdAt, updatedAt }) => ({
      ...{ id, notices, attempts, detail: lastError ?? '' },
      person: this.people.in(refs, personId),
      createdAt: createdAt.toISOString(),
      since: updatedAt.toISOString(),
    }));
    return { items, nextCursor };
  }

  /** Why stays on record with the requests that it tells of. */
  async resend({ companyId, personId }: Actor, id: string, reason: string): Promise<void> {
    if (!(await this.mails.revive({ companyId, id, by: personId, reason: reason.trim() })))
      throw new Problem('not-found', { what: 'mail' });
  }

  async drop({ companyId }: Actor, id: string): Promise<void> {
    if (!(await this.mails.drop(companyId, id))) throw new Problem('not-found', { what: 'mail' });
  }
}
