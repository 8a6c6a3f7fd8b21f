import {
  advance,
  begin,
  canonicalJson,
  formAfter,
  formBeforeUndo,
  formSurroundings,
  heldBy,
  operationOf,
  SYSTEM_ACTOR,
  takenBackBy,
  type Advanced,
  type Bilingual,
  type CommandBody,
  type EngineRequest,
  type FormValues,
  type Process,
} from '@countersign/domain';
import type { JournalRow, ReadModel } from '../repositories/journal.repository';
import { NUMBER_TO_COME, type OpenedTask, type RecordWrite } from '../repositories/record-write';
import type { RequestHead } from '../repositories/request-head';
import { chainLink, chainStart } from './chain';
import type { DiscussionSeal } from './discussion';
import { followedState, unrunnable } from './followed-state';
import { project, textOf } from './projection';
import { ReadersSoFar } from './readers-so-far';

export interface Difference {
  kind: 'chain' | 'journal' | 'read-model' | 'workflow';
  detail: string;
}

type TaskRow = ReadModel['tasks'][number];

/** What the journal of a request comes to when it is folded again from nothing, with everything that did not fit on the way. Pure, page by page. */
export class Replay {
  request: EngineRequest;
  chain: string;
  /** Before the first submit the draft's own. */
  form: FormValues;
  closedAt: string | null = null;
  updatedAt = '';
  /** As the journal has it last; null in journals from before it was kept. */
  rowTitle: Bilingual | null = null;
  /** The human number, as the journal has sealed it; null in journals from before it was. */
  number: string | null = null;
  /** How far the discussion had come, transition by transition, where anybody had said anything. */
  readonly discussions: DiscussionSeal[] = [];
  /** What search reads, with the last line of lists. */
  text: string | null = null;
  readonly tasks = new Map<string, TaskRow>();
  private readonly readers = new ReadersSoFar();
  /** What decisions have overwritten that may still be taken back, by the number of their transition. */
  private readonly overwritten = new Map<number, FormValues>();
  /** Tasks that a transition decided. */
  private readonly decidedBy = new Map<number, string[]>();
  readonly differences: Difference[] = [];
  /** Why transitions were only followed by number: the definition can no longer be run. Null where everything was folded. */
  unfolded: string | null = null;
  /** State hash after each transition. */
  readonly hashes: string[] = [];

  constructor(
    private readonly process: Process,
    private readonly head: RequestHead,
    /** As it is stored: the forms of rounds, and what journals from before `derived` was kept do not tell. */
    private readonly stored: ReadModel,
  ) {
    this.request = begin(process.definition, head.id);
    this.chain = chainStart(head.id);
    this.form = head.form;
  }

  /** The rows that this journal comes to. */
  readModel(): ReadModel {
    return {
      tasks: [...this.tasks.values()],
      copies: this.readers.copies(),
      participants: this.readers.people(),
      claims: heldBy(this.process.lookups.held, this.request.state.context).values.map(({ register, value }) => ({
        check: register,
        value,
      })),
      rounds: this.stored.rounds,
      desks: [],
      texts: this.text === null ? [] : [this.text.replaceAll(NUMBER_TO_COME, (this.number ?? this.head.number ?? '').toLowerCase())],
    };
  }

  /** Folds rows until one cannot be folded. */
  fold(rows: readonly JournalRow[]): void {
    for (const row of rows) {
      if (this.differences.some(({ kind }) => kind === 'journal')) return;
      this.link(row);
      this.step(row);
    }
  }

  private link(row: JournalRow): void {
    if (row.previousChain !== this.chain || chainLink(this.chain, row) !== row.chain)
      this.differ('chain', `the chain breaks at n = ${row.n}`);
    const { type, actor } = row.command;
    // The chain covers what the row says, not its columns, by which lists and pages find it.
    const told = [type, actor === SYSTEM_ACTOR ? null : actor, Date.parse(row.facts.now)];
    if (told.join() !== [row.type, row.actorId, row.at.getTime()].join())
      this.differ('chain', `type, person or time of transition ${row.n} are not what it says`);
    this.chain = row.chain;
  }

  private step(row: JournalRow): void {
    // What needs no machine never fails for want of one; behind what could not be folded nothing can be.
    if (operationOf(row.command.type).beside?.machine !== 'either') this.unfolded ??= unrunnable(this.process);
    try {
      if (this.unfolded !== null) return this.follow(row);
      const next = advance(this.process, this.request, row.command, row.facts);
      if ('need' in next) return this.differ('journal', `transition ${row.n} lacks the people of step ${next.need}`);
      if (next.transition.n !== row.n) return this.differ('journal', `transition ${next.transition.n} is missing`);
      if (next.request.hash !== row.hash)
        return this.differ('journal', `transition ${row.n} was stored with ${row.hash}, the engine comes to ${next.request.hash}`);
      if (canonicalJson(next.transition.events) !== canonicalJson(row.events))
        this.differ('journal', `the events of transition ${row.n} are others`);
      this.apply(row, next);
    } catch (error) {
      this.differ('journal', `transition ${row.n} cannot be folded: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** What its events tell, taken at their word: the chain covers them, and the hash of the state behind them. */
  private follow(row: JournalRow): void {
    const n = this.request.n + 1;
    if (row.n !== n) return this.differ('journal', `transition ${n} is missing`);
    const { command, facts, events, hash } = row;
    const request = { state: followedState(this.request.state, row), n, hash };
    this.keep(row, { request, transition: { n, command, facts, events, hash }, effects: [] });
  }

  private apply(row: JournalRow, advanced: Advanced): void {
    this.form = this.formAfter(row);
    this.keep(row, advanced);
  }

  private keep(row: JournalRow, advanced: Advanced): void {
    const { process, head } = this;
    const derivations = row.derived?.derivations ?? {};
    const rows = project({ process, before: this.request, advanced, form: this.form, timeZone: head.timeZone, derivations });
    this.settleTasks(rows, row);
    for (const task of rows.opened) this.open(task, row, rows.takenBack !== null);
    const stay = [head.requesterId, advanced.request.state.context.beneficiary];
    if (rows.takenBack !== null) this.readers.takeBack(rows.takenBack, stay);
    this.readers.add(row, rows);
    if (row.derived?.discussion) this.discussions.push(row.derived.discussion);
    this.number = row.derived?.number ?? this.number;
    if (row.derived?.rowTitle) {
      this.rowTitle = row.derived.rowTitle;
      this.text = textOf(process, this.rowTitle, this.form);
    }
    this.updatedAt = row.facts.now;
    this.closedAt = rows.request.closedAt ?? this.closedAt;
    this.request = advanced.request;
    this.forget();
    this.hashes.push(advanced.request.hash);
  }

  /** What cannot be taken back any more is for good. */
  private forget(): void {
    const kept = new Set(this.request.state.context.undo.map(({ n }) => n));
    for (const n of this.overwritten.keys()) if (!kept.has(n)) this.overwritten.delete(n);
  }

  private settleTasks(
    rows: Pick<RecordWrite, 'moved' | 'decided' | 'closed' | 'unblocked' | 'unblockedSteps' | 'takenBack'>,
    { n, facts }: JournalRow,
  ): void {
    for (const { step, seat, dueAt } of rows.moved)
      for (const task of this.tasks.values())
        if (task.step === step && task.seat === (seat ?? task.seat) && task.status === 'open' && task.kind !== 'unblock')
          this.settle(task.id, { dueAt });
    const closedAt = facts.now;
    // On whose word nothing stands any more is no decision of theirs.
    for (const id of this.decidedBy.get(rows.takenBack ?? 0) ?? []) this.settle(id, { status: 'closed', closing: 'undone', closedAt });
    this.decidedBy.set(
      n,
      rows.decided.map(({ id }) => id),
    );
    for (const { id, decision } of rows.decided) this.settle(id, { status: 'decided', decision, closedAt });
    for (const { id, reason } of rows.closed) this.settle(id, { status: 'closed', closing: reason, closedAt });
    const isLeft = ({ kind, status, step }: TaskRow): boolean =>
      kind === 'unblock' && status === 'open' && rows.unblockedSteps.includes(step);
    const unblocked = [...this.tasks.values()].filter(isLeft);
    for (const { id } of unblocked) this.settle(id, { status: 'closed', closing: rows.unblocked, closedAt });
  }

  /** A task that opens again is explained as it was the last time; by a decision that was taken back it has been open since then. */
  private open(task: OpenedTask, { derived, facts }: JournalRow, again: boolean): void {
    const before = [...this.tasks.values()].filter(
      (each) => each.step === task.step && (each.kind === 'unblock') === (task.kind === 'unblock'),
    );
    const known = derived === null ? this.stored.tasks.find(({ id }) => id === task.id)?.derivation : task.derivation;
    const derivation = known ?? before.findLast((each) => each.derivation !== null)?.derivation ?? null;
    const same = again ? before.findLast(({ seat, personId }) => seat === task.seat && personId === task.personId) : undefined;
    const openedAt = same?.openedAt ?? facts.now;
    this.tasks.set(task.id, { ...task, derivation, status: 'open', decision: null, closing: null, openedAt, closedAt: null });
  }

  private settle(id: string, change: Partial<TaskRow>): void {
    const task = this.tasks.get(id);
    if (task) this.tasks.set(id, { ...task, ...change });
  }

  private formAfter({ n, command, facts, fields, overwritten }: JournalRow): FormValues {
    const { state } = this.request;
    if (overwritten !== null) this.overwritten.set(n, overwritten);
    const taken = takenBackBy(command, state.context);
    if (taken !== null) return formBeforeUndo(this.form, this.overwritten.get(taken.n) ?? null);
    switch (operationOf(command.type).brings) {
      case 'form':
        return fields === null ? this.formOfRound(state.context.round + 1) : formBeforeUndo(this.form, fields);
      case 'fields': {
        const step = 'step' in command ? command.step : null;
        const brought = { ...(step !== null && { step }), ...(fields && { fields }) };
        const body = { type: command.type, requestId: this.head.id, actor: command.actor, ...brought } as CommandBody;
        const before = { form: this.form, surroundings: formSurroundings(state.context, facts) };
        return formAfter(this.process, body, before, state).values;
      }
      case undefined:
        return this.form;
    }
  }

  private formOfRound(round: number): FormValues {
    return this.stored.rounds.find((each) => each.round === round)?.form ?? this.form;
  }

  private differ(kind: Difference['kind'], detail: string): void {
    this.differences.push({ kind, detail });
  }
}
