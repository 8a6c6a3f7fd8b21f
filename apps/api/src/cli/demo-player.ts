import { clock } from '@countersign/database';
import type { DemoAct, DemoForm, DemoValue } from '@countersign/definitions';
import { dayAfter } from '@countersign/domain';
import type { DataSource } from 'typeorm';
import { SessionsService, type OpenedSession } from '../auth/sessions.service';

const WAIT_MS = 30_000;
const LOOK_MS = 100;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const CURRENCY = 'CNY';

interface Seen {
  id: string;
  status: string;
  contentHash: string;
  form: { values: Record<string, unknown> };
  task: { id: string } | null;
}

/** Does what demo people do, over the API of the running product and by sessions of their own: every check is passed as anybody passes it. */
export class DemoPlayer {
  private readonly signed = new Map<string, OpenedSession>();
  private readonly requests = new Map<string, string>();

  constructor(
    private readonly database: DataSource,
    private readonly address: string,
    private readonly today: string,
  ) {}

  /** One act after the other; throws at the first that is not taken. */
  async play(acts: readonly DemoAct[]): Promise<void> {
    for (const act of acts) await this.act(act);
  }

  private async act(act: DemoAct): Promise<void> {
    if (act.does === 'submit') return this.submit(act);
    if (act.does === 'resubmit') return this.resubmit(act);
    if (act.does === 'suspend')
      return this.call(act.by, 'POST', `/requests/${this.requests.get(act.about)}/suspend`, { body: { comment: act.comment } });
    if (act.does === 'leave') return this.leaveTo(act);
    if (act.does === 'open') return this.open(act);
    const { by, about: _about, does, fields, ...said } = act;
    const { task, contentHash } = await this.turn(act, (seen) => seen.task !== null);
    const body = { ...said, ...(fields && { fields: await this.filled(by, fields) }) };
    await this.call(by, 'POST', `/tasks/${task?.id}/${does}`, { body, shown: contentHash });
  }

  private async submit({ by, about, definition, form }: DemoAct & { does: 'submit' }): Promise<void> {
    const body = { definition, form: await this.filled(by, form) };
    const { id } = await this.call<{ id: string }>(by, 'POST', '/requests', { body });
    this.requests.set(about, id);
    await this.call(by, 'POST', `/requests/${id}/submit`, { body: {} });
  }

  private async leaveTo({ by, standIn, days }: DemoAct & { does: 'leave' }): Promise<void> {
    const from = clock.ms();
    const body = {
      ...{ standIn: await this.idOf('person', standIn), reason: 'leave' },
      ...{ from: new Date(from).toISOString(), to: new Date(from + days * DAY_MS).toISOString() },
    };
    const { id } = await this.call<{ id: string }>(by, 'POST', '/absences', { body });
    await this.call(standIn, 'POST', `/absences/${id}/answer`, { body: { accept: true } });
  }

  private async open({ by, about, hours }: DemoAct & { does: 'open' }): Promise<void> {
    const unit = await this.idOf('unit', about);
    const week = Object.fromEntries(WEEKDAYS.map((day) => [day, [hours]]));
    await this.call(by, 'PUT', `/units/${unit}/calendar?month=${this.today.slice(0, 7)}`, {
      body: { calendar: { store: { week, statutory: false }, exceptions: [] } },
    });
  }

  private async resubmit(act: DemoAct & { does: 'resubmit' }): Promise<void> {
    const { id, form } = await this.turn(act, ({ status }) => status === 'returned');
    const changed = { ...form.values, ...(await this.filled(act.by, act.form)) };
    await this.call(act.by, 'PUT', `/requests/${id}/draft`, { body: { form: changed } });
    await this.call(act.by, 'POST', `/requests/${id}/resubmit`, { body: {} });
  }

  /** Until it is their turn: what was done before may still be on its way. */
  private async turn({ by, about }: DemoAct, isTheirs: (seen: Seen) => boolean): Promise<Seen> {
    const id = this.requests.get(about) ?? '';
    for (const until = clock.ms() + WAIT_MS; clock.ms() < until; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
      const seen = await this.call<Seen>(by, 'GET', `/requests/${id}`).catch(() => null);
      if (seen && isTheirs(seen)) return seen;
    }
    throw new Error(`Expected ${by} to have something to do with ${about}, but they have not`);
  }

  private async filled(by: string, form: DemoForm): Promise<Record<string, unknown>> {
    const values: [string, unknown][] = [];
    for (const [key, value] of Object.entries(form)) values.push([key, await this.value(by, value)]);
    return Object.fromEntries(values);
  }

  private async value(by: string, value: DemoValue): Promise<unknown> {
    if (typeof value !== 'object') return value;
    if ('unit' in value) return this.idOf('unit', value.unit);
    if ('person' in value) return this.idOf('person', value.person);
    if ('day' in value) return dayAfter(this.today, value.day);
    if ('from' in value) return { from: dayAfter(this.today, value.from.day), to: dayAfter(this.today, value.to.day) };
    if ('rows' in value) return Promise.all(value.rows.map((row) => this.filled(by, row)));
    if ('yuan' in value) return { amount: value.yuan, currency: CURRENCY };
    const body = new FormData();
    body.append('file', new Blob([`${value.paper}\n\n演示用的附件。An attachment of the demo.\n`], { type: 'text/plain' }), value.paper);
    return [await this.call(by, 'POST', '/files', { body })];
  }

  private async call<Body>(
    by: string,
    method: string,
    path: string,
    { body, shown }: { body?: object; shown?: string } = {},
  ): Promise<Body> {
    const form = body instanceof FormData;
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        ...(await this.signedIn(by)),
        'Idempotency-Key': crypto.randomUUID(),
        ...(shown === undefined ? {} : { 'If-Match': `"${shown}"` }),
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Expected ${method} ${path} of ${by} to be taken, but got ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Body;
  }

  private async signedIn(key: string): Promise<Record<string, string>> {
    const session = this.signed.get(key) ?? (await new SessionsService(this.database).open(await this.idOf('person', key)));
    this.signed.set(key, session);
    return { Cookie: `cs_session=${session.token}`, 'X-CSRF-Token': session.actor.csrf ?? '' };
  }

  /** Ends the sessions that it has opened. */
  async leave(): Promise<void> {
    for (const { actor } of this.signed.values()) await new SessionsService(this.database).end(actor);
  }

  private async idOf(table: 'person' | 'unit', key: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE key = $1`, [key]);
    if (!row) throw new Error(`Expected the demo company to have a ${table} ${key}, but it has none`);
    return row.id;
  }
}
