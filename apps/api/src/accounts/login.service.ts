import { AccountEntity, PersonEntity } from '@countersign/database';
import { DEMO_PEOPLE } from '@countersign/definitions';
import { signInName } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { DemoMode } from '../auth/demo-mode';
import { LoginBackOff } from './login-back-off';
import { passwordMatches } from './passwords';
import { SessionsService, type OpenedSession } from '../auth/sessions.service';
import type { ModeView } from './dto/auth.view';

/** Opens the door: by password, or in the demo by one click. */
@Injectable()
export class LoginService {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionsService,
    private readonly backOff: LoginBackOff,
    private readonly people: PersonRefsService,
    private readonly demoMode: DemoMode,
  ) {}

  async byPassword(login: string, password: string, address: string): Promise<OpenedSession> {
    const name = signInName(login);
    await this.backOff.claim(name, address);
    const account = await this.database.manager.findOneBy(AccountEntity, { login: name });
    const right = await passwordMatches(account?.passwordHash ?? null, password);
    const person = account && right ? await this.database.manager.findOneBy(PersonEntity, { id: account.personId, active: true }) : null;
    if (!person) throw new Problem('wrong-password');
    await this.backOff.succeeded(name, address);
    return this.sessions.open(person.id);
  }

  async demo(personId: string): Promise<OpenedSession> {
    const keys = DEMO_PEOPLE.map((person) => person.key);
    const person =
      (await this.demoMode.isOn()) && (await this.database.manager.findOneBy(PersonEntity, { id: personId, key: In(keys), active: true }));
    if (!person) throw new Problem('no-demo');
    return this.sessions.open(person.id);
  }

  async mode(): Promise<ModeView> {
    const [company] = await this.database.query<{ name: { zh: string; en: string } }[]>('SELECT name FROM company ORDER BY id LIMIT 1');
    if (!(await this.demoMode.isOn())) return { demo: false, company: company?.name ?? null, people: [] };
    const found = await this.database.manager.findBy(PersonEntity, { key: In(DEMO_PEOPLE.map((person) => person.key)), active: true });
    const refs = await this.people.byIds(found.map((person) => person.id));
    const people = DEMO_PEOPLE.flatMap(({ key, title, line, group }) => {
      const ref = refs.get(found.find((person) => person.key === key)?.id ?? '');
      return ref ? [{ ...ref, title, line, group }] : [];
    });
    return { demo: true, company: company?.name ?? null, people };
  }
}
