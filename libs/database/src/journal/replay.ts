import {
  advance,
  begin,
  canonicalJson,
  formAfter,
  type Advanced,
  type CommandBody,
  type EngineRequest,
  type FormValues,
  type Process,
} from '@countersign/domain';
import type { JournalRow, ReadModel } from '../repositories/journal.repository';
import type { RequestHead } from '../repositories/request-head';
import { chainLink, chainStart } from './chain';
import { formBeforeUndo, project } from './projection';

export interface Difference {
  kind: 'chain' | 'journal' | 'read-model' | 'workflow';
  detail: string;
}

type TaskRow = ReadModel['tasks'][number];

/** What the journal of a request comes to when it is folded again from nothing, with everything that did not fit on the way. Pure, page by page. */
export class Replay {
  request: EngineRequest;
  chain: string;
  form: FormValues = {};
  closedAt: string | null = null;
  readonly tasks = new Map<string, TaskRow>();
  readonly differences: Difference[] = [];
  /** State hash after each transition. */
  readonly hashes: string[] = [];

  constructor(
    private readonly process: Process,
    private readonly head: RequestHead,
    private readonly rounds: ReadModel['rounds'],
  ) {
    this.request = begin(process.definition, head.id);
    this.chain = chainStart(head.id);
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
    this.chain = row.chain;
  }

  private step(row: JournalRow): void {
    try {
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

  private apply(row: JournalRow, advanced: Advanced): void {
    this.form = this.formAfter(row);
    const { process, head } = this;
    const rows = project({ process, before: this.request, advanced, form: this.form, timeZone: head.timeZone, derivations: {} });
    for (const { id, decision } of rows.decided) this.settle(id, { status: 'decided', decision });
    for (const { id, reason } of rows.closed) this.settle(id, { status: 'closed', closing: reason });
    const unblocked = [...this.tasks.values()].filter((task) => rows.unblocked && task.kind === 'unblock' && task.status === 'open');
    for (const { id } of unblocked) this.settle(id, { status: 'closed', closing: rows.unblocked });
    for (const { id, step, kind, generation, seat, personId } of rows.opened) {
      const task = { id, step, kind, generation, seat, personId, status: 'open', decision: null, closing: null, openedAt: row.facts.now };
      this.tasks.set(id, task);
    }
    this.closedAt = rows.request.closedAt ?? this.closedAt;
    this.request = advanced.request;
    this.hashes.push(advanced.request.hash);
  }

  private settle(id: string, change: Partial<TaskRow>): void {
    const task = this.tasks.get(id);
    if (task) this.tasks.set(id, { ...task, ...change });
  }

  private formAfter(row: JournalRow): FormValues {
    const { type, actor, step } = row.command;
    if (type === 'submit' || type === 'resubmit') {
      const round = this.request.state.context.round + 1;
      return this.rounds.find((each) => each.round === round)?.form ?? this.form;
    }
    if (type === 'undo') return formBeforeUndo(this.form, this.overwritten);
    this.overwritten = row.overwritten;
    if (type !== 'approve' || row.fields === null) return this.form;
    const body: CommandBody = { type, requestId: this.head.id, actor, fields: row.fields, ...(step !== null && { step }) };
    return formAfter(this.process, body, this.form, this.request.state).values;
  }

  private overwritten: FormValues | null = null;

  private differ(kind: Difference['kind'], detail: string): void {
    this.differences.push({ kind, detail });
  }
}
