import { AccountEntity, CompanyEntity, PersonEntity } from '@countersign/database';
import { zoneOrFallback } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DemoMode } from '../auth/demo-mode';
import { PersonRefsService } from '../people/person-refs.service';
import type { Actor } from '../auth/actor';
import { keepsPeople, mayTrack, seesStores } from '../auth/track-area.service';
import type { WishesBody } from './dto/auth.body';
import type { MeView } from './dto/auth.view';

/** The caller as they see themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
    private readonly demoMode: DemoMode,
  ) {}

  async read(actor: Actor): Promise<MeView> {
    const [person, company, account, ref, demo] = await Promise.all([
      this.database.manager.findOneByOrFail(PersonEntity, { id: actor.personId }),
      this.database.manager.findOneByOrFail(CompanyEntity, { id: actor.companyId }),
      this.database.manager.findOneBy(AccountEntity, { personId: actor.personId }),
      this.people.one(actor.personId),
      this.demoMode.isOn(),
    ]);
    return {
      person: { ...ref, key: person.key, email: person.email, language: person.language, singleKeys: person.singleKeys },
      company: company.name,
      timeZone: zoneOrFallback(company.timeZone),
      rights: actor.rights,
      desks: [
        'inbox',
        'start',
        ...(mayTrack(actor) ? ['track'] : []),
        ...(seesStores(actor) ? ['stores'] : []),
        ...((['budgets.read', 'payments.read'] as const).some((right) => actor.rights.includes(right)) ? ['finance'] : []),
        ...(keepsPeople(actor) ? ['people'] : []),
      ],
      demo,
      hasPassword: account?.passwordHash != null,
      csrfToken: actor.csrf,
    };
  }

  /** Keeps what is wished for; what is not mentioned stays. */
  async keepWishes(actor: Actor, { language, singleKeys }: WishesBody): Promise<MeView> {
    const wishes = { ...(language ? { language } : {}), ...(typeof singleKeys === 'boolean' ? { singleKeys } : {}) };
    if (Object.keys(wishes).length > 0) await this.database.manager.update(PersonEntity, { id: actor.personId }, wishes);
    return this.read({ ...actor, language: language ?? actor.language });
  }
}
