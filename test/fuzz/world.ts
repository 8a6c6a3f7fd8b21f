import type { DataSource } from 'typeorm';
import { SessionsService } from '../../apps/api/src/auth/sessions.service';
import { SEED_DEFINITIONS } from '../../workflows/definitions';
import { Caller } from '../support/caller';
import type { Dice } from '../support/dice';
import type { Schema } from './from-schema';

/** Who calls: nobody, people of every kind, programs with a token of each scope. */
export const ROLES = ['nobody', 'li-na', 'zhang-wei', 'jiang-ming', 'lu-ning', 'token-read', 'token-act', 'token-admin'] as const;
export type Role = (typeof ROLES)[number];

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Page>>\nendobj\n%%EOF', 'latin1');
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Callers and ids of a company at work. */
export class World {
  private readonly callers = new Map<Role, Caller>();
  private readonly ids: Record<string, string[]> = {};
  private unit = '';

  constructor(
    private readonly url: string,
    private readonly database: DataSource,
  ) {}

  /** Looks at what there is now. */
  async look(): Promise<void> {
    for (const table of ['request', 'task', 'person', 'unit', 'file', 'command', 'notification', 'access_token', 'definition']) {
      const rows = await this.database.query<{ id: string }[]>(`SELECT id FROM ${table} ORDER BY random() LIMIT 60`);
      this.ids[table] = rows.map(({ id }) => id);
    }
    const [store] = await this.database.query<{ id: string }[]>(`SELECT id FROM unit WHERE key = 'store-xuhui'`);
    this.unit = store?.id ?? '';
  }

  async caller(role: Role): Promise<Caller> {
    const known = this.callers.get(role);
    if (known) return known;
    // Somebody may sign them out everywhere in the same moment.
    const caller = await this.enter(role)
      .catch(() => this.enter(role))
      .catch(() => this.enter(role));
    this.callers.set(role, caller);
    return caller;
  }

  /** What it called with was ended: in by the same door again. */
  forget(role: Role): void {
    this.callers.delete(role);
  }

  forgetAll(): void {
    this.callers.clear();
  }

  /** A form of the expense process that could be submitted; `file` uploaded by its sender. */
  expense(amount: string, file: unknown, invoiceNumber: string): Record<string, unknown> {
    const item = { matter: '陈列道具', date: today(), invoiceNumber, invoice: [file], amount: { amount, currency: 'CNY' } };
    const expenseDates = { from: today(), to: today() };
    return { category: 'display-props', costUnit: this.unit, expenseDates, payee: '李娜', items: [item], reason: '新店陈列' };
  }

  /** What a place of that name would hold here. */
  known(name: string, schema: Schema, dice: Dice): unknown {
    if (name === 'form') return this.form(dice);
    if (name === 'fields') return dice.pick([{}, { planCheck: 'in' }, { plan: 'in-plan' }, { paidAt: today() }]);
    if (name === 'choices') return dice.pick([{}, { approve: this.any('person', dice) }]);
    if (name === 'definition' || name === 'key')
      return dice.pick(['expense-reimbursement', 'research-plan-approval', `fuzz-${dice.whole(20)}`]);
    if (name === 'to') return dice.pick(['requester', 'previous', 'review']);
    if (name === 'version') return 1 + dice.whole(3);
    return schema.format === 'uuid' ? this.any(dice.pick(Object.keys(this.ids)), dice) : undefined;
  }

  idOf(path: string, dice: Dice): string {
    const [, part = ''] = /^\/api\/v1\/(\w+)/.exec(path) ?? [];
    const table = { people: 'person', units: 'unit', tokens: 'access_token' }[part] ?? part.replace(/s$/, '');
    return this.any(dice.chance(0.9) && table in this.ids ? table : dice.pick(Object.keys(this.ids)), dice);
  }

  definition(dice: Dice): object {
    return { ...dice.pick(SEED_DEFINITIONS), key: `fuzz-${dice.whole(20)}`, version: 1 + dice.whole(3) };
  }

  private form(dice: Dice): unknown {
    const file = { id: this.any('file', dice), name: 'invoice.pdf', size: PDF.length, type: 'application/pdf', sha256: 'a'.repeat(64) };
    const amount = dice.pick(['12300.00', '980.00', '4999.99', '0.01']);
    return dice.chance(0.7)
      ? this.expense(amount, file, `FZ-${dice.whole(1e9)}`)
      : {
          topic: '华东秋冬流行色',
          kind: 'annual',
          budget: { amount, currency: 'CNY' },
          period: { from: today(), to: today() },
          region: '华东',
          purpose: '访谈',
        };
  }

  private any(table: string, dice: Dice): string {
    const ids = this.ids[table] ?? [];
    return ids.length > 0 ? dice.pick(ids) : '0196f3a0-0000-7000-8000-000000000000';
  }

  private async enter(role: Role): Promise<Caller> {
    if (role === 'nobody') return new Caller(this.url);
    if (!role.startsWith('token-')) return this.signedIn(role);
    const owner = await this.signedIn(role === 'token-admin' ? 'lu-ning' : 'li-na');
    const { body, status } = await owner.post<{ token: string }>('/tokens', { name: 'fuzz', scopes: [role.slice('token-'.length)] });
    if (status !== 201) throw new Error(`Expected a token for ${role}, but got ${status} ${JSON.stringify(body)}`);
    return new Caller(this.url, owner.personId, { Authorization: `Bearer ${body.token}` });
  }

  private async signedIn(key: string): Promise<Caller> {
    const [person] = await this.database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]);
    if (!person) throw new Error(`Expected ${key} in the demo company, but they are not`);
    const { token, actor } = await new SessionsService(this.database).open(person.id);
    return new Caller(this.url, person.id, { Cookie: `cs_session=${token}`, 'X-CSRF-Token': actor.csrf ?? '', 'Accept-Language': 'en' });
  }
}
