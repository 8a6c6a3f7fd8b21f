import type { Past } from './oracle-past.fixture';
import { isOutside } from './oracle-outside.fixture';
import { OracleWalk } from './oracle-walk.fixture';

/** What an oracle says of a request that goes back or forth: returns and what follows them, jumps, another round of what had ended. */
export class OracleReturn extends OracleWalk {
  /** It is with its requester, and how it goes on from there. */
  protected back: { resume: string } | null = null;

  protected begins(at: number): void {
    this.begun.clear();
    this.begun.set('', at);
  }

  protected sent({ step, to, resume: asked }: Extract<Past, { what: 'return' }>, at: number): void {
    const { resume: rule } = this.reading.humanStep(step).returns;
    const resume = rule === 'choose' ? asked : rule;
    this.round += 1;
    this.forget([step]);
    this.sentBack.add(step);
    if (to === 'requester') {
      this.restAll();
      if (resume === 'only-changed') this.compare(this.reading.order.map(({ id: each }) => each));
      this.begun.set('', at);
      this.back = { resume };
      return;
    }
    const decided = (id: string) => this.decisions.get(id)?.merged === false && !this.decisions.get(id)?.no;
    const target = to === 'previous' ? this.reading.stepsBefore(step).findLast(({ id }) => decided(id))?.id : to;
    if (target === undefined) throw new Error('Expected somebody to have decided before');
    const behind = this.reading.order.map(({ id }) => id).filter((id) => this.reading.comesAfter(id, target));
    const gone = resume === 'walk-again' ? behind : behind.filter((id) => this.waiting.includes(id) || this.waits.has(id));
    this.forget([target, ...gone].filter((id) => id !== step));
    if (resume === 'only-changed') this.compare(behind);
    const region = this.reading.lanes(step).findLast((lane) => this.reading.lanes(target).includes(lane));
    this.begun.set(region ?? '', at);
    if (region === undefined) this.walk();
    else this.walkLane(region);
  }

  /** Whoever has decided there is asked again where anything is otherwise that they saw. */
  private compare(ids: readonly string[]): void {
    for (const id of ids) if (this.decisions.has(id)) this.strict.add(id);
  }

  protected resubmitted({ amount, friend, board, note }: Extract<Past, { amount: number }>, at: number): void {
    const named = !this.reading.boardIsAsked() || board.join() === this.form.board.join();
    const same = amount === this.form.amount && friend === this.form.friend && named;
    const stands = this.back?.resume === 'only-changed' || (this.back?.resume === 'straight-back' && same);
    this.form = { amount, friend, board, note, flag: stands ? this.form.flag : null };
    if (!stands) {
      this.forget(this.reading.order.map(({ id }) => id));
      this.signed.clear();
      this.wrote.clear();
      this.correctedBy.clear();
    }
    this.back = null;
    this.begins(at);
    this.walk();
  }

  protected jumped(to: string, at: number): void {
    for (const { id } of this.reading.stepsBefore(to).filter((step) => 'fields' in step || isOutside(step))) {
      const decision = this.decisions.get(id);
      if (this.waived.has(id) || (decision && !decision.merged) || this.stood.has(id)) continue;
      this.leaveOut([id]);
      this.sentBack.add(id);
      this.waived.add(id);
    }
    this.forget([to, ...this.reading.order.map(({ id }) => id).filter((id) => this.reading.comesAfter(id, to))]);
    this.begun.set('', at);
    this.walk();
  }

  /** Another round of what had ended: the step that it begins with is asked anew, and whoever ended it; the others where anything is otherwise. */
  protected reopened(at: number, to = 'requester'): void {
    const all = this.reading.order.map(({ id }) => id);
    this.outcome = null;
    this.round += 1;
    const noes = all.filter((id) => this.decisions.get(id)?.no || this.stood.get(id) === 'no');
    const returned = all.filter((id) => this.sentBack.has(id) && !this.waived.has(id));
    this.forget([...noes, ...returned, ...(to === 'requester' ? [] : [to])]);
    this.compare(to === 'requester' ? all : all.filter((id) => this.reading.comesAfter(id, to)));
    this.begun.set('', at);
    if (to === 'requester') this.back = { resume: 'only-changed' };
    else this.walk();
  }
}
