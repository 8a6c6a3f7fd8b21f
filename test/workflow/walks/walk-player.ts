import { randomUUID } from 'node:crypto';
import { commandId, compileStored, contentFor, openSeats, type CommandBody, type RequestState } from '@countersign/domain';
import type { Company } from '../../../libs/domain/src/rehearsal/company.fixture';
import type { Room } from '../engine/room';
import { eventually } from '../../support/eventually';
import { seedDefinition } from '../engine/sample';
import type { RecordedWalk, Taped } from './recorded-walk';
import { WalkedCompany } from './walked-company';

/** A request as it stands: its number, its whole state, and whose tasks are open. */
export interface Standing {
  n: number;
  state: unknown;
  tasks: string[];
}

/** How long it takes at most until a request hears of its company. */
const A_BUSY_MACHINE_MS = 60_000;

const MOMENT = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g;
const DAY = /"20\d\d-\d\d-\d\d"/g;
const DIGEST = /"(?:[0-9a-f]{16}|[0-9a-f]{64})"/g;

/** Without what cannot be the same: moments, days, and digests, which are taken of ids. */
function comparable(state: string): unknown {
  return JSON.parse(state.replaceAll(MOMENT, '"(moment)"').replaceAll(DAY, '"(day)"').replaceAll(DIGEST, '"(digest)"'));
}

/** How the domain alone says that a request stands. */
export function standingOf({ at: { n, state } }: Taped): Standing {
  const tasks = Object.entries(state.context.steps).flatMap(([step, record]) => [
    ...openSeats(record).map(([seat, { person, generation }]) => `${step} ${generation} ${seat} ${person}`),
    ...(record.status === 'blocked' ? (record.owners ?? []) : []).map((owner, seat) => `${step} ${record.generation} ${seat} ${owner}`),
  ]);
  // A draft has no state on the real servers.
  return { n, state: n === 0 ? null : comparable(JSON.stringify(state)), tasks: tasks.sort() };
}

/** Plays a recorded walk through the sender, the real workflow and PostgreSQL. */
export class WalkPlayer {
  private readonly id = randomUUID();
  private readonly company: WalkedCompany;
  private now: Company;

  private constructor(
    private readonly room: Room,
    private readonly walk: RecordedWalk,
  ) {
    this.company = new WalkedCompany(room.dataSource);
    this.now = walk.company;
  }

  /** In a company of its own, with a draft. */
  static async begin(room: Room, walk: RecordedWalk): Promise<WalkPlayer> {
    const player = new WalkPlayer(room, walk);
    const { company } = player;
    await company.begins(walk.company);
    const definition = await seedDefinition(room.dataSource, company.id, walk.definition);
    await room.dataSource.query('INSERT INTO request (id, company_id, definition_id, requester_id) VALUES ($1, $2, $3, $4)', [
      ...[player.id, company.id, definition, company.idOf('ann')],
    ]);
    return player;
  }

  /** Does what happened next; answers the code of the refusal, null where nothing was refused. */
  async play(taped: Taped): Promise<string | null> {
    if (taped.what === 'asked') {
      const refused = await this.ask(taped.body);
      if (refused !== null) return refused;
    } else {
      this.now = taped.company;
      await this.company.becomes(taped.company);
      await eventually(
        () => this.looksAgain(),
        (told) => told,
        A_BUSY_MACHINE_MS,
      );
    }
    // Whoever is asked again by an undo is looked for again by the house itself.
    await eventually(
      () => this.row(),
      ({ n }) => n >= taped.at.n,
    );
    return null;
  }

  async standing(): Promise<Standing> {
    const { n, state } = await this.row();
    const tasks = await this.room.dataSource.query<{ task: string }[]>(
      `SELECT concat_ws(' ', step, generation, seat, person_id) AS task FROM task WHERE request_id = $1 AND status = 'open'`,
      [this.id],
    );
    const said = (text: string): string => this.company.named(text, this.now).replaceAll(this.id, 'request-1');
    return { n, state: comparable(said(JSON.stringify(state))), tasks: tasks.map(({ task }) => said(task)).sort() };
  }

  /** What the journal, the rows and the run say of it that does not agree. */
  async differences(): Promise<unknown[]> {
    const { findings } = await this.room.verifier.verify({ requestId: this.id });
    return findings;
  }

  /** Whether the house could be told to look whom a change concerns; nothing becomes of telling it twice. */
  private looksAgain(): Promise<boolean> {
    const told = this.room.client.reresolve(this.walk.definition, this.id, { change: 'import', by: null });
    return told.then(
      () => true,
      () => false,
    );
  }

  /** Asked again where a busy machine has no answer yet. */
  private async ask(body: CommandBody): Promise<string | null> {
    const actor = this.company.idOf(body.actor);
    const command = { id: commandId(actor, randomUUID()), companyId: this.company.id, body: await this.bodyOf(body) };
    let outcome = await this.room.sender.send(command);
    while (outcome.kind === 'open') outcome = await this.room.sender.send(command);
    return outcome.kind === 'refused' ? outcome.refusal.code : null;
  }

  /** The same, by the ids of the real people, about what the real request shows. */
  private async bodyOf({ shown, step, ...body }: CommandBody): Promise<CommandBody> {
    const real: CommandBody = { ...body, requestId: this.id, actor: this.company.idOf(body.actor), ...(step !== undefined && { step }) };
    for (const key of ['person', 'from'] as const) if (body[key] !== undefined) real[key] = this.company.idOf(body[key]);
    if (body.form) real.form = this.formOf(body.form);
    if (shown === undefined || step === undefined) return real;
    const { state } = await this.row();
    return { ...real, shown: contentFor(compileStored(this.walk.definition), state.context, step) };
  }

  /** With the ids of the people whom it names. */
  private formOf({ friend, board, ...form }: NonNullable<CommandBody['form']>): NonNullable<CommandBody['form']> {
    const people = Array.isArray(board) ? board.map((key) => this.company.idOf(String(key))) : [];
    return { ...form, board: people, ...(typeof friend === 'string' && { friend: this.company.idOf(friend) }) };
  }

  private async row(): Promise<{ n: number; state: RequestState }> {
    const [row] = await this.room.dataSource.query<{ n: number; state: RequestState }[]>('SELECT n, state FROM request WHERE id = $1', [
      this.id,
    ]);
    if (!row) throw new Error('Expected the request of the walk to be there, but it is not');
    return row;
  }
}
