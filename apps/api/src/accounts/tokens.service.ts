import { AccessTokenEntity, PersonEntity, clock, type TokenScope } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { oneAtATime } from '../http/one-at-a-time';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { noteAccess } from './access-journal';
import { demandNoMoreRights, tellOwner } from './acting-for';
import type { Actor } from '../auth/actor';
import { newSecret, secretHash } from '../auth/secrets';
import type { IssueTokenBody } from './dto/auth.body';
import type { IssuedTokenView, TokenItem, TokenList } from './dto/auth.view';

const DEFAULT_DAYS = 90;
const DAY_MS = 86_400_000;
/** Tokens that a person may have at once; whoever needs more forgot some. */
const MOST_TOKENS = 100;

/** Bearer tokens for programs. They act as their person, within their scopes and until they end, and never tell their secret again. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  async list(actor: Actor): Promise<TokenList> {
    const live = { companyId: actor.companyId, revokedAt: IsNull(), expiresAt: MoreThan(clock.now()) };
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
    if (personId !== actor.personId) await demandNoMoreRights(this.database.manager, actor, personId);
    const token = `cst_${newSecret()}`;
    const row = rowOf(actor, { ...body, personId }, token);
    await this.database.transaction((manager) => this.keep(manager, actor, row));
    const [item] = await this.items([row]);
    if (!item) throw new Error('Expected to show the token that was just issued, but it is gone');
    return { ...item, token };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    const row = await this.database.manager.findOneBy(AccessTokenEntity, { id, companyId: actor.companyId });
    if (!row || (row.personId !== actor.personId && row.createdBy !== actor.personId)) throw new Problem('not-found', { what: 'token' });
    await this.database.transaction(async (manager) => {
      const { affected } = await manager.update(AccessTokenEntity, { id, revokedAt: IsNull() }, { revokedAt: clock.now() });
      if (affected === 1) await noteAccess(manager, { ...eventOf(actor, row), kind: 'token-revoked' });
    });
  }

  private async keep(manager: EntityManager, actor: Actor, row: AccessTokenEntity): Promise<void> {
    const { personId, companyId } = row;
    await oneAtATime(manager, 'tokens', personId);
    const live = await manager.countBy(AccessTokenEntity, { personId, revokedAt: IsNull(), expiresAt: MoreThan(clock.now()) });
    if (live >= MOST_TOKENS) throw new Problem('too-many-tokens', { most: MOST_TOKENS });
    await manager.insert(AccessTokenEntity, row);
    await noteAccess(manager, { ...eventOf(actor, row), kind: 'token-issued' });
    if (personId === actor.personId) return;
    await tellOwner(manager, { companyId, personId, notice: 'token-issued', params: { by: actor.personId, token: row.id } });
  }

  private async items(tokens: AccessTokenEntity[]): Promise<TokenItem[]> {
    const refs = await this.people.byIds(tokens.flatMap((token) => [token.personId, token.createdBy]));
    return tokens.map((token) => ({
      id: token.id,
      name: token.name,
      prefix: token.prefix,
      scopes: token.scopes,
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
      person: this.people.in(refs, token.personId),
      issuedBy: this.people.in(refs, token.createdBy),
    }));
  }
}

const eventOf = ({ personId: actorId }: Actor, { personId, companyId, name, scopes, prefix }: AccessTokenEntity) => ({
  personId,
  companyId,
  actorId,
  params: { name, scopes, prefix },
});

function rowOf(actor: Actor, body: IssueTokenBody & { personId: string }, token: string): AccessTokenEntity {
  const scopes = body.scopes ?? (['read'] satisfies TokenScope[]);
  const end = clock.ms() + (body.expiresInDays ?? DEFAULT_DAYS) * DAY_MS;
  return {
    id: uuidv7(),
    personId: body.personId,
    companyId: actor.companyId,
    name: body.name.trim(),
    tokenHash: secretHash(token),
    prefix: token.slice(0, 10),
    scopes: withinOwn(actor, scopes),
    createdBy: actor.personId,
    createdAt: clock.now(),
    // What a token issues ends with it: a program cannot give itself a longer life.
    expiresAt: new Date(Math.min(end, actor.token?.expiresAt.getTime() ?? end)),
    lastUsedAt: null,
    revokedAt: null,
  };
}

/** Nor more than it may itself. */
function withinOwn({ token }: Actor, scopes: TokenScope[]): TokenScope[] {
  const missing = token && scopes.find((scope) => !token.scopes.includes(scope));
  if (missing) throw new Problem('scope-missing', { scope: missing });
  return scopes;
}
