import { randomUUID } from 'node:crypto';
import { DEMO_DIRECTORY, SEED_DEFINITIONS } from '@countersign/definitions';
import {
  blockedOf,
  operationOf,
  settingOf,
  standardOf,
  type FileReference,
  type ParameterSetting,
  type RequestState,
  type TransitionEvent,
} from '@countersign/domain';
import type { Pool } from 'pg';
import { dayIn } from '../../conformance/golden/directory-of';
import type { Act, FormTools, Golden, Pass, Patch, Played, Reply, Row } from '../../conformance/golden/golden';
import { seenOf, waitingAlone, wordEvent } from '../../conformance/golden/word-event';
import type { Answer, Api, Call } from '../../load/replay-log/api';
import type { People } from '../../load/replay-log/people';
import { eventually } from '../../support/eventually';

/** A running product with the demo company, as the players need it. */
export interface Stage {
  api: Api;
  admin: string;
  people: People;
  pool: Pool;
  /** Signs people in by themselves for whom the administrator may not: they have rights that the administrator lacks. */
  adopt(keys: readonly string[]): Promise<void>;
  /** The other system, which answers only when a table says so. */
  ledger: { answer(yes: boolean): void; hold(): void };
  /** Id of a request of the purchasing specialist that was approved. */
  approved: string;
  /** A file of somebody, as the API answered. */
  upload(person: string): Promise<FileReference>;
}

interface Running {
  id: string;
  requester: string;
  shownBefore: string | null;
}

interface RequestRow {
  status: string;
  outcome: string | null;
  closed_at: Date | null;
  state: RequestState;
}

interface TaskRow {
  id: string;
  step: string;
  status: string;
  person: string;
}

/** Plays a table through the HTTP API, the real workflow and PostgreSQL. */
export class WorkflowPlayer {
  private readonly running = new Map<string, Running>();
  /** No other run of this table uses the same invoice numbers. */
  private readonly mark = randomUUID().slice(0, 8);
  private readonly undo: Patch[] = [];
  /** One file of each person: a form that is sent again holds the same one. */
  private readonly files = new Map<string, [FileReference, FileReference, FileReference]>();

  constructor(
    private readonly golden: Golden,
    private readonly stage: Stage,
  ) {}

  async play(row: Row): Promise<Played> {
    if ('change' in row) {
      await this.change(row.change);
      this.undo.push(originalOf(row.change));
      return { changed: true };
    }
    if ('replies' in row) return this.hear(row);
    return 'passes' in row ? this.pass(row) : this.act(row);
  }

  /** Puts the directory back as it was. */
  async end(): Promise<void> {
    for (const patch of this.undo.splice(0).reverse()) await this.change(patch);
  }

  private async change(patch: Patch): Promise<void> {
    const body = { company: DEMO_DIRECTORY.company, ...patch };
    await this.stage.api.must('POST', '/directory/import', { token: this.stage.admin, body });
    const people = patch.people ?? [];
    for (const { key, active } of people) if (active === false) this.stage.people.forget(key);
    await this.stage.adopt(people.filter(({ active }) => active !== false).map(({ key }) => key));
  }

  private async act(row: Act): Promise<Played> {
    const token = await this.stage.people.token(row.by);
    const running = this.running.get(row.of ?? 'first');
    const shown = running && this.needsShown(row) ? await this.shown(running, token) : null;
    const answer = await this.send(row, { token, running, shown });
    if (answer.status >= 400) return { refused: String(answer.body.code) };
    if (answer.status !== 200) throw new Error(`Expected ${row.by} to be answered at once, but got ${answer.status}`);
    // Its own transition: time may have moved the request on by now.
    const { n, view } = answer.body as unknown as { n: number; view: { id: string } };
    this.running.set(row.of ?? 'first', { id: view.id, requester: running?.requester ?? row.by, shownBefore: shown });
    return this.after(view.id, n);
  }

  /** What a task shows is read for whoever decides on it, and where a later row decides on what was shown before. */
  private needsShown(row: Act): boolean {
    return operationOf(row.does).scope === 'task' || this.golden.rows.some((each) => 'shownBefore' in each);
  }

  /** A press of which a busy machine knows nothing yet (202) is asked again under its key for a while. */
  private async press(path: string, call: Call): Promise<Answer> {
    let answer = await this.stage.api.post(path, call);
    for (const until = Date.now() + 20_000; answer.status === 202 && Date.now() < until;) answer = await this.stage.api.post(path, call);
    return answer;
  }

  private async send(row: Act, at: { token: string; running: Running | undefined; shown: string | null }): Promise<Answer> {
    const { token, running } = at;
    const form = row.form ? row.form(await this.tools(row.by)) : undefined;
    const call = { token, key: randomUUID() };
    const named = this.named(row);
    if (!running) {
      if (row.does !== 'submit') throw new Error(`Expected a request to ${row.does}, but there is none yet`);
      return this.press('/requests?submit=true', { ...call, body: { definition: this.golden.definition, form } });
    }
    if (row.does === 'submit' || row.does === 'resubmit')
      return this.press(`/requests/${running.id}/${row.does}`, { ...call, body: { form } });
    if (operationOf(row.does).scope === 'task') {
      const task = await this.task(running.id, row);
      const { comment, stance, to, resume, item } = row;
      const fields = row.fields?.(await this.tools(row.by));
      const shown = row.shownBefore ? running.shownBefore : at.shown;
      const seen = row.does === 'tick' ? seenOf((await this.row(running.id)).state, { ...row, step: task.step }) : {};
      return this.press(`/tasks/${task.id}/${row.does}`, {
        ...call,
        shown,
        body: { comment, stance, to, resume, item, fields, ...named, ...seen },
      });
    }
    const { comment, to, step, item } = row;
    return this.press(`/requests/${running.id}/${row.does}`, { ...call, body: { form, comment, to, step, item, ...named } });
  }

  /** Whom a row names, by their ids. */
  private named({ person, from }: Act): { person?: string; from?: string } {
    const { people } = this.stage;
    return { ...(person ? { person: people.id(person) } : {}), ...(from ? { from: people.id(from) } : {}) };
  }

  private pass(row: Pass): Promise<Played> {
    return this.comes(row.of, 'timer');
  }

  private async hear(row: Reply): Promise<Played> {
    this.stage.ledger.answer(row.replies === 'yes');
    const played = await this.comes(row.of, 'call.ended');
    this.stage.ledger.hold();
    return played;
  }

  /** What the house itself does next, when it is of a kind. */
  private async comes(of: string | undefined, kind: string): Promise<Played> {
    const { id } = this.running.get(of ?? 'first') ?? {};
    if (!id) throw new Error(`Expected a request to which ${kind} comes, but there is none`);
    const last = async (): Promise<{ n: number; type: string }> => {
      const { rows } = await this.stage.pool.query('SELECT n, type FROM transition WHERE request_id = $1 ORDER BY n DESC LIMIT 1', [id]);
      return rows[0] as { n: number; type: string };
    };
    const { n } = await eventually(last, ({ type }) => type === kind, 30_000);
    return this.after(id, n);
  }

  private async after(id: string, n: number): Promise<Played> {
    const { pool } = this.stage;
    const { rows } = await pool.query<{ events: TransitionEvent[] }>('SELECT events FROM transition WHERE request_id = $1 AND n = $2', [
      id,
      n,
    ]);
    const events = (rows[0]?.events ?? []).map((event) => wordEvent(event, (person) => this.stage.people.key(person)));
    return { events, waits: await this.waits(id) };
  }

  private async waits(id: string): Promise<string> {
    const row = await this.row(id);
    if (row.closed_at) return 'closed';
    if (row.outcome) return row.outcome;
    const open = (await this.tasks(id)).filter((task) => task.status === 'open');
    const people = open.map((task) => this.stage.people.key(task.person)).join(', ');
    const blocked = blockedOf(row.state.context);
    if (blocked) return `blocked at ${blocked.step}: ${people}`;
    if (open.length > 0) return `${open[0]?.step}: ${people}`;
    return (row.status === 'running' ? waitingAlone(row.state.context) : null) ?? row.status;
  }

  private async row(id: string): Promise<RequestRow> {
    const { rows } = await this.stage.pool.query<RequestRow>('SELECT status, outcome, state, closed_at FROM request WHERE id = $1', [id]);
    const [row] = rows;
    if (!row) throw new Error(`Expected a request ${id}, but there is none`);
    return row;
  }

  private async tasks(id: string): Promise<TaskRow[]> {
    const { rows } = await this.stage.pool.query<TaskRow>(
      'SELECT id, step, status, person_id AS person FROM task WHERE request_id = $1 ORDER BY generation, opened_at, seat',
      [id],
    );
    return rows;
  }

  /** The task that somebody means: their own open one, else the open one, else the last. */
  private async task(id: string, row: Act): Promise<TaskRow> {
    const all = (await this.tasks(id)).filter((task) => row.step === undefined || task.step === row.step);
    const open = all.filter((task) => task.status === 'open');
    const actor = this.stage.people.id(row.by);
    const task = open.find(({ person }) => person === actor) ?? open[0] ?? all.at(-1);
    if (!task) throw new Error(`Expected a task for ${row.by} to ${row.does}, but there is none`);
    return task;
  }

  /** What somebody's own task shows; of the whole request, where it is none of their business. */
  private async shown(running: Running, token: string): Promise<string | null> {
    const path = `/requests/${running.id}`;
    const own = await this.stage.api.send('GET', path, { token });
    const { body } =
      own.status === 200 ? own : await this.stage.api.must('GET', path, { token: await this.stage.people.token(running.requester) });
    return typeof body.contentHash === 'string' ? body.contentHash : null;
  }

  private async tools(person: string): Promise<FormTools> {
    const uploaded = () => this.stage.upload(person);
    const files = this.files.get(person) ?? (await Promise.all([uploaded(), uploaded(), uploaded()]));
    this.files.set(person, files);
    return {
      // Days of the demo company's calendar: in London's evening it is tomorrow there.
      day: (offset) => dayIn(DEMO_DIRECTORY.company.timeZone, new Date(Date.now() + offset * 86_400_000).toISOString()),
      own: (text) => `${this.mark}-${text}`,
      files,
      file: files[0],
      unit: (key) => this.stage.people.unitId(key),
      person: (key) => this.stage.people.id(key),
      approved: this.stage.approved,
    };
  }
}

/** What a change replaces, as the demo company has it. */
function originalOf(patch: Patch): Patch {
  const rows = <R extends { key: string }>(all: readonly R[], changed: readonly { key: string }[] | undefined): R[] =>
    all.flatMap((row) => {
      const change = changed?.find(({ key }) => key === row.key);
      // What a document leaves out stays: what only the change says has to be taken away.
      const added = Object.keys(change ?? {}).filter((part) => !Object.hasOwn(row, part));
      return change ? [{ ...row, ...Object.fromEntries(added.map((part) => [part, null])) }] : [];
    });
  return {
    people: rows(DEMO_DIRECTORY.people, patch.people),
    positions: rows(DEMO_DIRECTORY.positions, patch.positions),
    grants: rows(DEMO_DIRECTORY.grants, patch.grants),
    parameters: (patch.parameters ?? []).map((parameter) => ({ ...parameter, value: defaultOf(parameter.definition, parameter.key) })),
  };
}

function defaultOf(definition: string, key: string): ParameterSetting {
  const found = SEED_DEFINITIONS.find((seed) => seed.key === definition)?.parameters.find((parameter) => parameter.key === key);
  if (!found) throw new Error(`Expected ${definition} to have a parameter ${key}, but it has none`);
  return settingOf(standardOf(found.default));
}
