import {
  AccountEntity,
  CompanyEntity,
  LoginLinkEntity,
  PersonEntity,
  PersonRightEntity,
  TOKEN_SCOPES,
  UnitEntity,
  clock,
} from '@countersign/database';
import { RIGHTS, signInName, type UsedToken } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SeedsService } from '../definitions/seeds.service';
import { Problem } from '../http/problem/problem';
import { Settings } from '../settings';
import { noteAccess } from './access-journal';
import { ADMINISTERING, demandNoMoreRights, tellOwner } from './acting-for';
import type { Actor } from '../auth/actor';
import { LoginBackOff } from './login-back-off';
import { newSecret, secretHash } from '../auth/secrets';
import { passwordHash, passwordMatches } from './passwords';
import { weaknessOf } from './weak-passwords';
import { SessionsService, type OpenedSession } from '../auth/sessions.service';
import type { LinkBody } from './dto/auth.body';
import type { LinkView, PasswordLinkView } from './dto/auth.view';

const LINK_HOURS = 24;
const NAMES = `
  SELECT array_remove(ARRAY[a.login, p.key, p.email, p.name->>'zh', p.name->>'en'], NULL) AS names
  FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.id = $1`;

/** Passwords and the single-use links that set them. A link is spent by POST only: mail scanners follow GETs. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionsService,
    private readonly settings: Settings,
    private readonly seeds: SeedsService,
    private readonly backOff: LoginBackOff,
  ) {}

  async changePassword(actor: Actor, current: string, next: string): Promise<OpenedSession> {
    await this.backOff.claimChange(actor.personId);
    const account = await this.database.manager.findOneBy(AccountEntity, { personId: actor.personId });
    if (!account?.passwordHash || !(await passwordMatches(account.passwordHash, current))) throw new Problem('wrong-password');
    await this.backOff.changed(actor.personId);
    const hash = await this.hashOf(next, actor.personId);
    return this.database.transaction(async (manager) => {
      await manager.update(AccountEntity, { personId: actor.personId }, { passwordHash: hash });
      await this.sessions.endAll(actor.personId, manager);
      await noteAccess(manager, { ...own(actor), kind: 'password-changed' });
      return this.sessions.open(actor.personId, manager, actor.link);
    });
  }

  /** Ends sessions and tokens alike, wherever they are. */
  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.sessions.endAll(actor.personId, manager);
      await noteAccess(manager, { ...own(actor), kind: 'signed-out-everywhere' });
    });
  }

  async passwordLink(actor: Actor, personId: string): Promise<PasswordLinkView> {
    const account = await this.database.manager.findOneBy(AccountEntity, { personId, companyId: actor.companyId });
    if (!account) throw new Problem('not-found', { what: 'account' });
    if (!(await isActive(this.database.manager, personId))) throw new Problem('account-ended');
    demandSessionsWorth(actor, personId);
    if (personId !== actor.personId) await demandNoMoreRights(this.database.manager, actor, personId, ADMINISTERING);
    return this.issueLink({ purpose: 'password', personId, companyId: actor.companyId }, actor.personId);
  }

  /** Makes a link and forgets its secret; older unspent ones of the same person end. */
  async issueLink(
    link: Pick<LoginLinkEntity, 'purpose' | 'personId' | 'companyId'>,
    actorId: string | null = null,
  ): Promise<PasswordLinkView> {
    const token = newSecret();
    const expiresAt = new Date(clock.ms() + LINK_HOURS * 3_600_000);
    await this.database.transaction(async (manager) => {
      await manager.delete(LoginLinkEntity, { purpose: link.purpose, personId: link.personId ?? IsNull(), usedAt: IsNull() });
      await manager.insert(LoginLinkEntity, { ...link, hash: secretHash(token), expiresAt, issuedBy: actorId });
      const { personId, companyId } = link;
      if (!personId || !companyId) return;
      await noteAccess(manager, { personId, companyId, actorId, kind: 'link-issued' });
      if (actorId !== null && actorId !== personId)
        await tellOwner(manager, { companyId, personId, notice: 'link-issued', params: { by: actorId } });
    });
    return { url: `${this.settings.publicUrl}/link/${token}`, expiresAt: expiresAt.toISOString() };
  }

  async readLink(token: string): Promise<LinkView> {
    const link = await this.openLink(this.database.manager, token);
    const account = link.personId ? await this.database.manager.findOneBy(AccountEntity, { personId: link.personId }) : null;
    const person = link.personId ? await this.database.manager.findOneBy(PersonEntity, { id: link.personId }) : null;
    return { purpose: link.purpose, person: person?.name ?? null, login: account?.login ?? null, expiresAt: link.expiresAt.toISOString() };
  }

  async spendLink(token: string, body: LinkBody): Promise<OpenedSession> {
    const { personId: owner } = await this.openLink(this.database.manager, token);
    const hash = await this.hashOf(body.password, owner, [body.login, body.name]);
    const { opened, first } = await this.database.transaction(async (manager) => {
      const link = await this.openLink(manager, token);
      const spent = await manager.update(LoginLinkEntity, { hash: link.hash, usedAt: IsNull() }, { usedAt: clock.now() });
      if (spent.affected !== 1) throw new Problem('link-spent');
      const personId = link.purpose === 'first-admin' ? await createFirstAdmin(manager, body) : link.personId;
      if (!personId) throw new Error('Expected a password link to name a person, but it names nobody');
      await this.renew(manager, personId, hash);
      return { opened: await this.sessions.open(personId, manager, othersLink(link)), first: link.purpose === 'first-admin' };
    });
    // Their company may be as new as they are.
    if (first) await this.seeds.publish();
    return opened;
  }

  /** Of a password that is not the first to be guessed. The person's names are looked up, and those that they give themselves. */
  private async hashOf(password: string, personId: string | null, given: (string | undefined)[] = []): Promise<string> {
    const [row] = await this.database.query<{ names: string[] }[]>(NAMES, [personId]);
    const names = [...(row?.names ?? []), ...given].filter((name) => name !== undefined);
    const why = weaknessOf(password, names);
    if (why) throw new Problem('weak-password', { why });
    return passwordHash(password);
  }

  private async renew(manager: EntityManager, personId: string, passwordHash: string): Promise<void> {
    await manager.update(AccountEntity, { personId }, { passwordHash });
    await this.sessions.endAll(personId, manager);
    const { companyId, login } = await manager.findOneByOrFail(AccountEntity, { personId });
    await this.backOff.forget(login, manager);
    await noteAccess(manager, { personId, companyId, actorId: personId, kind: 'link-spent' });
  }

  private async openLink(manager: EntityManager, token: string): Promise<LoginLinkEntity> {
    const link = await manager.findOneBy(LoginLinkEntity, { hash: secretHash(token), usedAt: IsNull(), expiresAt: MoreThan(clock.now()) });
    if (!link || (link.personId !== null && !(await isActive(manager, link.personId)))) throw new Problem('link-spent');
    return link;
  }
}

const isActive = (manager: EntityManager, id: string): Promise<boolean> => manager.existsBy(PersonEntity, { id, active: true });

/** As much of a link's digest as tells it from others. */
const LINK_DIGITS = 16;

/** The link as what is done after it keeps it, where somebody else issued it. The command line issues links for nobody in particular. */
function othersLink({ hash, issuedBy, personId }: LoginLinkEntity): UsedToken | null {
  return issuedBy === null || issuedBy === personId ? null : { id: hash.slice(0, LINK_DIGITS), name: '', issuedBy, link: true };
}

/** A link opens a session, which may do all that its person may: no token opens one for its own account, and none of fewer scopes than all for anybody. */
function demandSessionsWorth({ token, personId: owner }: Actor, personId: string): void {
  if (token === null) return;
  if (personId === owner) throw new Problem('link-by-token');
  const lacked = TOKEN_SCOPES.find((scope) => !token.scopes.includes(scope));
  if (lacked) throw new Problem('scope-missing', { scope: lacked });
}

const own = ({ personId, companyId }: Actor) => ({ personId, companyId, actorId: personId });

/** The first administrator, with a company to import the directory into where there is none yet. */
async function createFirstAdmin(manager: EntityManager, body: LinkBody): Promise<string> {
  const login = signInName(body.login ?? '') || 'admin';
  if (await manager.existsBy(AccountEntity, { login })) throw new Problem('login-taken', { login });
  const companyId = await ensureCompany(manager);
  const id = uuidv7();
  const name = body.name?.trim();
  const key = `admin-${id.slice(-6)}`;
  await manager.insert(PersonEntity, { id, companyId, key, name: { zh: name ?? '管理员', en: name ?? 'Administrator' } });
  await manager.insert(AccountEntity, { personId: id, companyId, login });
  await manager.insert(
    PersonRightEntity,
    RIGHTS.map((rightName) => ({ personId: id, companyId, rightName })),
  );
  return id;
}

async function ensureCompany(manager: EntityManager): Promise<string> {
  const [company] = await manager.find(CompanyEntity, { order: { id: 'ASC' }, take: 1 });
  if (company) return company.id;
  const id = uuidv7();
  const name = { zh: '公司', en: 'Company' };
  await manager.insert(CompanyEntity, { id, key: 'company', name, timeZone: 'Asia/Shanghai', currency: 'CNY' });
  const unitId = uuidv7();
  await manager.insert(UnitEntity, { id: unitId, companyId: id, key: 'company', kind: 'company', name, parentId: null, path: [unitId] });
  return id;
}
