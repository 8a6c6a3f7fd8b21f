import { requestIdOf, workflowIdOf, type RecordResult } from '@countersign/contracts';
import { callNow, nextDeadline, phaseOf, type CommandBody, type Definition } from '@countersign/domain';
import { JournalVerifier, type CommandOutcome } from '@countersign/platform';
import type { House } from './house';
import type { OtherSystem } from './other-system';
import type { SimulatedTemporal } from './temporal';
import type { World } from './world';

/** A command that somebody has sent, and what they were told of it. */
export interface Press {
  readonly id: string;
  readonly key: string;
  readonly body: CommandBody;
  readonly who: number;
  readonly answers: CommandOutcome[];
  /** The past was put back since: what was answered before may be gone. */
  past: boolean;
}

/** By then what is due has come. */
const LATE_MS = 60_000;

/** Says what must hold when everything has come to rest. */
export class Judge {
  constructor(
    private readonly world: World,
    private readonly temporal: SimulatedTemporal,
    private readonly around: { readonly house: House; readonly other: OtherSystem; readonly now: () => number },
  ) {}

  /** What does not hold of a request and those that it has started, the request first; null where everything does. */
  async violation([request = '', ...started]: readonly string[], presses: readonly Press[]): Promise<string | null> {
    for (const id of [request, ...started]) {
      const wrong =
        (await this.wrongWith(id, presses)) ??
        (await this.disagreement(id)) ??
        (await wrongRound(this.world, id)) ??
        (await this.wrongOutside(id));
      if (wrong) return `${id === request ? '' : 'the child: '}${wrong}`;
    }
    return wrongFamily(this.world, request);
  }

  private async wrongWith(requestId: string, presses: readonly Press[]): Promise<string | null> {
    const { world } = this;
    const rows = await world.query<{ id: string; status: string; n: number | null }>(
      'SELECT id, status, n FROM command WHERE request_id = $1',
      [requestId],
    );
    for (const press of presses.filter(({ body }) => body.requestId === requestId)) {
      const wrong = wrongAbout(
        press,
        rows.find(({ id }) => id === press.id),
      );
      if (wrong) return wrong;
    }
    const twice = await world.query('SELECT command_id FROM transition WHERE request_id = $1 GROUP BY command_id HAVING count(*) > 1', [
      requestId,
    ]);
    if (twice.length > 0) return 'a command became two transitions';
    const disowned = rows.find(({ status, n }) => status === 'refused' && n !== null);
    if (disowned) return `a command became transition ${disowned.n}, and its row says that it was refused`;
    const done = rows.filter(({ n }) => n !== null).map(({ n }) => n);
    return new Set(done).size === done.length ? null : 'two commands were done by one transition';
  }

  /** The check of the product, over a server of Temporal that is simulated. */
  verifier(): JournalVerifier {
    const { world, temporal } = this;
    const client = {
      running: async function* () {
        for (const id of temporal.running()) yield requestIdOf(id) ?? '';
      },
      end: (id: string) => Promise.resolve(temporal.terminate(workflowIdOf(id))),
      position: (id: string) => Promise.resolve(this.position(id)),
      rebuild: (definition: Definition, id: string) => Promise.resolve(this.around.house.rebuild(definition, id)),
    };
    // Nothing of the review is kept on a list of its own here.
    const missed = { anew: () => Promise.resolve() };
    return new JournalVerifier(world.journal, world.commands, world.processes, client as never, {} as never, missed as never);
  }

  /** The real check of journal, rows and run. */
  private async disagreement(requestId: string): Promise<string | null> {
    const { findings, notes } = await this.verifier().verify({ requestId });
    const strays = await this.verifier().strays();
    const told = [...strays, ...findings, ...notes].map(({ detail }) => detail);
    if (told.length > 0) return told.join('; ');
    const head = await this.world.journal.head(requestId);
    const [position, n] = [this.position(requestId), head?.n ?? 0];
    const isOver = n === 0 && !position?.running;
    if (position && !isOver && position.n !== n) return `the run rests at n = ${position.n}, the journal at ${n}`;
    if (head?.state && phaseOf(head.state) === 'closed' && position?.running) return 'a closed request has a run';
    return null;
  }

  /** What is due has come, another system has what it was asked, and its answer was told. */
  private async wrongOutside(requestId: string): Promise<string | null> {
    const { world, around } = this;
    const head = await world.journal.head(requestId);
    if (!head?.state) return null;
    const { state, definition } = head;
    const due = nextDeadline(state);
    if (due !== null && Date.parse(due.at) <= around.now() - LATE_MS) return `a moment (${due.kind}) has come, and nothing came of it`;
    const known = await world.processes.byDefinitionId(definition.id);
    const untold = await world.query('SELECT call FROM call_answer WHERE request_id = $1 AND told_at IS NULL', [requestId]);
    if (untold.length > 0) return 'another system has answered, and its request was never told';
    for (const [step, { status, call }] of Object.entries(state.context.steps)) {
      if (!call || status !== 'waiting' || !known || callNow(known.process.definition, state, { step, call: call.id }) !== 'send') continue;
      if (!around.other.taken.has(call.id)) return `another system was never asked (${step})`;
    }
    return null;
  }

  private position(requestId: string): { running: boolean; n: number; hash: string | null; failures: number } | null {
    const found = this.temporal.position(workflowIdOf(requestId));
    if (!found) return null;
    const input = found.input as { n: number; hash: string | null };
    const last = found.results.flatMap((result) => (result as RecordResult).transitions).at(-1);
    return { running: found.running, failures: 0, n: last?.n ?? input.n, hash: last?.hash ?? input.hash };
  }
}

/** Effects have arrived once each (a child that nobody wants now is kept for as long as a decision can be taken back), bells say what is so, and nobody who has left is still asked. */
async function wrongRound(world: World, requestId: string): Promise<string | null> {
  const [late] = await world.query<{ type: string; state: string }>(
    `SELECT effect->>'type' AS type, state FROM outbox WHERE request_id = $1 AND state NOT IN ('done', 'cancelled') AND effect->>'type' NOT IN ('start-child', 'call') LIMIT 1`,
    [requestId],
  );
  if (late) return `an effect (${late.type}) is still ${late.state}`;
  const [silent] = await world.query<{ notice: string }>(
    `SELECT o.effect->>'notice' AS notice FROM outbox o, jsonb_array_elements_text(o.effect->'to') AS person
     WHERE o.request_id = $1 AND o.state = 'done' AND o.effect->>'type' = 'notify' AND NOT EXISTS (SELECT 1 FROM notification n
       WHERE n.request_id = o.request_id AND n.person_id::text = person AND n.notice = o.effect->>'notice' AND (n.params->>'n')::int = o.n) LIMIT 1`,
    [requestId],
  );
  if (silent) return `somebody was never told (${silent.notice})`;
  const [doubled] = await world.query<{ notice: string }>(
    `SELECT notice FROM notification WHERE request_id = $1 GROUP BY notice, person_id, params HAVING count(*) > 1 LIMIT 1`,
    [requestId],
  );
  if (doubled) return `somebody was told twice (${doubled.notice})`;
  const [stale] = await world.query<{ notice: string; status: string }>(
    `SELECT n.notice, t.status FROM notification n JOIN task t ON t.id = n.task_id
     WHERE n.request_id = $1 AND (n.superseded_at IS NULL) <> (t.status = 'open') LIMIT 1`,
    [requestId],
  );
  if (stale) return `a bell (${stale.notice}) does not say that its task is ${stale.status}`;
  const [gone] = await world.query<{ step: string }>(
    `SELECT t.step FROM task t JOIN person p ON p.id = t.person_id WHERE t.request_id = $1 AND t.status = 'open' AND NOT p.active LIMIT 1`,
    [requestId],
  );
  return gone ? `somebody who has left is still asked (${gone.step})` : null;
}

/** Whoever waits for another request knows how that one has ended, and nobody works on one that is wanted no more. */
async function wrongFamily(world: World, parent: string): Promise<string | null> {
  const head = await world.journal.head(parent);
  for (const [id, child] of Object.entries(head?.state?.context.steps['child']?.children ?? {})) {
    const [row] = await world.query<{ outcome: string | null; phase: string }>('SELECT outcome, n FROM request WHERE id = $1', [id]);
    if (child.left && row && row.outcome === null) return 'a child that nobody wants any more is still under way';
    const knows = child.outcome ?? null;
    if (!child.left && row?.outcome && row.outcome !== knows && head?.state?.context.outcome === null)
      return `a child is ${row.outcome}, and its parent has heard ${knows ?? 'nothing'}`;
    if (!child.left && !row && child.refused === undefined && head?.state?.context.outcome === null)
      return 'a child that is waited for is not there';
  }
  return null;
}

/** What somebody was told once stays so, and nobody waits for ever. */
function wrongAbout({ key, body, answers, past }: Press, row: { status: string; n: number | null } | undefined): string | null {
  const what = `${key} (${body.type})`;
  if (!row && past) return null;
  if (!row) return answers.length > 0 ? `${what} was answered and has no row` : null;
  if (row.status === 'open' || row.status === 'done') return `${what} is still ${row.status}`;
  if (row.status === 'confirmed' && row.n === null) return `${what} is confirmed and never became a transition`;
  for (const answer of answers) {
    if (answer.kind === 'done' && (row.n !== answer.n || row.status === 'refused'))
      return `${what} was told “done at ${answer.n}”, its row has ${row.n} (${row.status})`;
    if (answer.kind === 'refused' && row.status !== 'refused') return `${what} was told “refused”, its row is ${row.status}`;
    if (answer.kind === 'conflict' || answer.kind === 'too-large') return `${what} was told “${answer.kind}”`;
  }
  return null;
}
