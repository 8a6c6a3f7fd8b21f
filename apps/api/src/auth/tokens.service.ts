import { AccessTokenEntity, PersonEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Problem } from '../http/problem';
import { PersonRefsService } from '../people/person-refs.service';
import type { Actor } from './actor';
import { newSecret, secretHash } from './secrets';
import type { IssueTokenBody } from './dto/auth.body';
import type { IssuedTokenView, TokenItem, TokenList } from './dto/auth.view';

/** Bearer tokens for programs. They act as their person and never tell their secret again. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  async list(actor: Actor): Promise<TokenList> {
    const live = { companyId: actor.companyId, revokedAt: IsNull() };
    const tokens = await this.database.manager.find(AccessTokenEntity, {
      where: [
        { ...live, personId: actor.personId },
        { ...live, createdBy: actor.personId },
      ],
      order: { createdAt: 'DESC' },
      take: 500,
    });
    return { items: await this.items(tokens) };
  }

  async issue(actor: Actor, body: IssueTokenBody): Promise<IssuedTokenView> {
    const personId = body.personId ?? actor.personId;
    if (personId !== actor.personId && !actor.rights.includes('tokens.issue-others')) {
      throw new Problem('right-missing', { right: 'tokens.issue-others' });
    }
    const known = await this.database.manager.existsBy(PersonEntity, { id: personId, companyId: actor.companyId, active: true });
    if (!known) throw new Problem('not-found', { what: 'person' });
    const token = `cst_${newSecret()}`;
    const row = this.database.manager.create(AccessTokenEntity, {
      id: uuidv7(),
      personId,
      companyId: actor.companyId,
      name: body.name.trim(),
      tokenHash: secretHash(token),
      prefix: token.slice(0, 10),
      createdBy: actor.personId,
      createdAt: new Date(),
      lastUsedAt: null,
      revokedAt: null,
    });
    await this.database.manager.insert(AccessTokenEntity, row);
    const [item] = await this.items([row]);
    if (!item) throw new Error('Expected to show the token that was just issued, but it is gone');
    return { ...item, token };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    const row = await this.database.manager.findOneBy(AccessTokenEntity, { id, companyId: actor.companyId });
    if (!row || (row.personId !== actor.personId && row.createdBy !== actor.personId)) throw new Problem('not-found', { what: 'token' });
    if (!row.revokedAt) await this.database.manager.update(AccessTokenEntity, { id }, { revokedAt: new Date() });
  }

  private async items(tokens: AccessTokenEntity[]): Promise<TokenItem[]> {
    const refs = await this.people.byIds(tokens.map((token) => token.personId));
    return tokens.map((token) => ({
      id: token.id,
      name: token.name,
      prefix: token.prefix,
      createdAt: token.createdAt.toISOString(),
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
      person: this.people.in(refs, token.personId),
    }));
  }
}
