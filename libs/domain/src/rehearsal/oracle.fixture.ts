import type { Definition } from '../definition/definition.schema';
import type { HumanStep } from '../definition/step.schema';
import { takersOf } from './oracle-people.fixture';
import { todayOf } from './oracle-verdict.fixture';
import { undoneOf, type Expected, type Past } from './oracle-past.fixture';
import { isOutside, type Came } from './oracle-outside.fixture';
import { OracleReading, type Seen } from './oracle-reading.fixture';
import { seatsAfter } from './oracle-seats.fixture';
import { OracleReturn } from './oracle-return.fixture';

/**
 * Says from what happened, the definition and the company alone who must be asked now: the pages on operations once more, in other words, sharing no
 * code with the engine. As simple as it can be: it looks at everything from the beginning, every time.
 */
export class Oracle extends OracleReturn {
  private constructor(
    private readonly definition: Definition,
    parameters: Seen['parameters'],
  ) {
    super(new OracleReading(definition.flow), parameters);
  }

  /** An undone decision is as if it had never been: it and its undoing are left out. */
  static tell(definition: Definition, parameters: Seen['parameters'], past: readonly Past[]): Expected {
    const undone = undoneOf(past);
    const oracle = new Oracle(definition, parameters);
    past.forEach((each, index) => {
      if (index === past.length - 1) oracle.wordIsTheirs(each);
      if (!undone.has(index + 1)) oracle.happens(each, index + 1);
    });
    return oracle.expected();
  }

  private expected(): Expected {
    const asked = [...this.open].map(([step, seats]) => ({ step, people: [...new Set(seats.map(({ person }) => person))].sort() }));
    return {
      asked: asked.sort((left, right) => left.step.localeCompare(right.step)),
      stuck: [...this.stuck].sort((left, right) => left.localeCompare(right)),
      waits: [...this.waits].sort((left, right) => left.localeCompare(right)),
      ...this.watching(),
      returned: this.back !== null,
      round: this.round,
      outcome: this.outcome,
    };
  }

  private happens(past: Past, at: number): void {
    this.company = past.company;
    this.now = at;
    switch (past.what) {
      case 'submit':
        return this.submitted(past, at);
      case 'resubmit':
        return this.resubmitted(past, at);
      case 'approve':
        return this.approved(past, at);
      case 'return':
        return this.sent(past, at);
      case 'jump':
        return this.jumped(past.to, at);
      case 'reject':
        return this.refused(past, at);
      case 'override':
        return this.overridden(past.step);
      case 'leave-out':
        return this.isLeftOut(past.step);
      case 'withdraw':
        return this.leaves('withdrawn');
      case 'terminate':
        return this.leaves('terminated');
      case 'revoke':
        return this.leaves('revoked');
      case 'reopen':
        return this.reopened(at, this.definition.reopen?.to);
      default:
        return this.repaired(past);
    }
  }

  /** What an operator does, what is heard from outside, and what the company changes. */
  private repaired(past: Past): void {
    switch (past.what) {
      case 'correct':
        return this.corrected(past);
      case 'assign':
        this.named.set(past.step, past.person);
        return this.lookAgain([past.step], false);
      case 'look-again':
        return this.lookAgain([...this.stuck], true);
      case 'directory':
        return this.lookAgain([...this.waiting, ...past.due], false);
      case 'stop':
        this.still.stopped = true;
        return;
      case 'suspend':
        this.still.suspended = true;
        return;
      case 'resume':
        this.still.suspended = false;
        return this.goesOnAgain();
      case 'moment':
      case 'end-wait':
      case 'call-again':
      case 'called':
      case 'child':
        return this.hears(past);
      case 'late':
        return this.isLate(past);
      case 'demand':
        return this.demanded(past);
      case 'confirm-read':
        for (const { to, read } of this.copies.values()) if (to.has(past.by)) read.add(past.by);
        return;
      case 'abstain':
        throw new Error('Expected nobody to abstain: no step of a random definition lets them');
      default:
        return this.beside(past);
    }
  }

  /** Others get it where its ladder says so and there is anybody who may; in any case somebody has it. */
  private isLate({ step: id, nth, first }: Extract<Past, { what: 'late' }>): void {
    const step = this.reading.humanStep(id);
    const seats = this.open.get(id);
    const { remind = [50], ladder = [] } = step.due ?? {};
    const rung = ladder[nth - remind.length - 1];
    const had = seats?.find(({ person }) => person === first);
    if (seats === undefined || had === undefined || rung?.handOn !== true) return;
    const takers = takersOf(rung.to, { first, asked: seats.map(({ person }) => person) }, this.company).filter(
      todayOf(step, this.memoryFor(step), 'nobody').mayAct,
    );
    const people =
      typeof rung.to === 'string'
        ? takers
            .slice(rung.to === 'superior' ? 0 : 1)
            .concat(takers.slice(-1))
            .slice(0, 1)
        : takers;
    const from = had.from ?? had.absent ?? had.lender ?? had.person;
    const owes = had.owes === undefined ? {} : { owes: had.owes };
    if (people.length > 0)
      this.open.set(
        id,
        people.map((person, index) => ({ person, from, ...(index === 0 && owes) })),
      );
  }

  /** What moves a seat, and no walk follows from it. */
  private beside(past: Past): void {
    if (!('step' in past)) return;
    this.open.set(past.step, seatsAfter(this.open.get(past.step) ?? [], past));
  }

  private submitted({ by, amount, friend, board, note, above = null }: Extract<Past, { amount: number }>, at: number): void {
    this.requester = by;
    this.above = above;
    this.form = { amount, friend, board, note, flag: null };
    this.begins(at);
    this.walk();
  }

  private overridden(step: string): void {
    this.forget([step]);
    this.sentBack.add(step);
    this.waived.add(step);
    this.goOn(step, 'on');
  }

  private isLeftOut(step: string): void {
    const { saw } = this.about(this.reading.humanStep(step));
    this.forget([step]);
    this.leftOut.set(step, saw);
    this.goOn(step, 'on');
  }

  private leaves(outcome: string): void {
    this.back = null;
    this.still = { suspended: false, stopped: false };
    this.ends(outcome);
  }

  private approved({ by, step: id, flag, amount, note }: Extract<Past, { what: 'approve' }>, at: number): void {
    const step = this.reading.humanStep(id);
    const was = this.form;
    // Whoever corrects something says yes to it as it is then.
    this.form = { ...was, amount: amount ?? was.amount, note: note ?? was.note };
    const corrects = was.amount !== this.form.amount || was.note !== this.form.note;
    const about = this.about(step);
    if (flag !== undefined && step.fields.write.includes('flag')) this.form.flag = flag;
    const absent = this.absentFor(id, by);
    if (corrects || step.fields.write.includes('flag')) this.wrote.add(id);
    if (corrects) this.correctedBy.set(id, [...(this.correctedBy.get(id) ?? []), by]);
    this.forget([id]);
    this.decisions.set(id, { by, absent, ...about, at, merged: false });
    if (step.kind === 'opinion') this.signed.set(id, at);
    const rewritten = was.amount !== this.form.amount || (was.flag !== this.form.flag && this.reading.flagIsRead());
    this.otherAmount = was.amount !== this.form.amount;
    if (rewritten) this.walk();
    else this.goOn(id, 'on');
    this.otherAmount = false;
  }

  /** For whom somebody sits on a step that waits. */
  private absentFor(step: string, person: string): string | undefined {
    return this.open.get(step)?.find((seat) => seat.person === person && seat.asker === undefined)?.absent;
  }

  private refused({ by, step: id }: { by: string; step: string }, at: number): void {
    const about = this.about(this.reading.humanStep(id));
    this.forget([id]);
    this.decisions.set(id, { by, ...about, at, merged: false, no: true });
    this.goOn(id, 'no');
  }

  private corrected({ amount, friend, board, note }: Extract<Past, { amount: number }>): void {
    this.form = { ...this.form, amount, friend, board, note };
    this.still.stopped = false;
    if (this.back) return;
    for (const id of this.waiting) if (!isOutside(this.reading.step(id))) this.rest(id);
    this.startsOnceMore();
    this.walk();
  }

  /** Where somebody waits: whoever looks for people anew asks first whether the step is still to be taken. */
  private lookAgain(ids: readonly string[], asksWhether: boolean): void {
    const were = ids.map((id) => ({ step: this.reading.step(id), was: this.open.get(id), named: this.named.get(id) }));
    const later: [string, Came][] = [];
    for (const { step, was, named } of were) {
      if (isOutside(step)) {
        if (asksWhether) later.push([step.id, this.looksAgainOutside(step)]);
        else if (this.waits.has(step.id)) later.push([step.id, this.momentCame(step.id)]);
        continue;
      }
      this.rest(step.id);
      if (named !== undefined && !asksWhether) this.named.set(step.id, named);
      const skips = asksWhether && !this.exists(step);
      later.push([step.id, skips ? 'on' : this.arrives(step as HumanStep, was === undefined, was)]);
    }
    for (const [id, came] of later) this.moves(id, came);
  }
}
