import type { Definition } from '../definition/definition.schema';
import type { HumanStep, Step } from '../definition/step.schema';
import type { Company } from './company.fixture';
import { withoutUndone, type Expected, type Past } from './oracle-past.fixture';
import { inside, OracleReading, sequences, type OracleForm, type Seen } from './oracle-reading.fixture';
import { seatsAfter, seatsToday, type SeatTold } from './oracle-seats.fixture';
import { todayOf, verdictOn, type Decision, type Memory } from './oracle-verdict.fixture';

/**
 * Says from what happened, the definition and the company alone who must be asked now: the pages on operations once more, in other words, sharing no
 * code with the engine. As simple as it can be: it looks at everything from the beginning, every time.
 */
export class Oracle {
  private form: OracleForm = { amount: 0, friend: null, flag: null };
  private readonly decisions = new Map<string, Decision>();
  /** Steps that sent the request back in their newest opening: they stand between their neighbours, decided by nobody. */
  private readonly sentBack = new Set<string>();
  private open: { step: string; seats: SeatTold[] } | null = null;
  private stuck: string | null = null;
  private named: string | null = null;
  private back: { resume: string } | null = null;
  private outcome: string | null = null;
  private walkSince = 0;
  private now = 0;
  private requester = '';
  private company!: Company;

  constructor(
    private readonly reading: OracleReading,
    private readonly parameters: Seen['parameters'],
  ) {}

  /** What conditions look at. */
  private get seen(): Seen {
    return { ...this.form, parameters: this.parameters };
  }

  private get memory(): Memory {
    const { reading, seen, requester, company, decisions, sentBack, walkSince, named } = this;
    return { reading, seen, requester, company, decisions, sentBack, walkSince, named };
  }

  static tell(definition: Definition, parameters: Seen['parameters'], past: readonly Past[]): Expected {
    const oracle = new Oracle(new OracleReading(definition.flow), parameters);
    withoutUndone(past).forEach((each, index) => oracle.happens(each, index + 1));
    return oracle.expected();
  }

  private expected(): Expected {
    const asked = this.open && { step: this.open.step, people: [...new Set(this.open.seats.map(({ person }) => person))].sort() };
    return { asked, stuck: this.stuck, returned: this.back !== null, outcome: this.outcome };
  }

  private happens(past: Past, at: number): void {
    this.company = past.company;
    this.now = at;
    switch (past.what) {
      case 'submit':
        this.requester = past.by;
        this.form = { amount: past.amount, friend: past.friend, flag: null };
        this.walkSince = at;
        return this.walk(this.reading.flow);
      case 'resubmit':
        return this.resubmitted(past, at);
      case 'approve':
        return this.approved(past, at);
      case 'return':
        return this.sent(past, at);
      case 'reject':
        return this.ends('rejected');
      case 'withdraw':
        return this.ends('withdrawn');
      case 'terminate':
        return this.ends('terminated');
      case 'abstain':
        throw new Error('Expected nobody to abstain: no step of a random definition lets them');
      case 'stop':
      case 'undo':
        return;
      case 'correct':
        return this.corrected(past);
      case 'assign':
        return this.lookAgain(past.person, false);
      case 'look-again':
        return this.lookAgain(null, true);
      case 'directory':
        return this.lookAgain(this.named, false);
      default:
        if (this.open) this.open.seats = seatsAfter(this.open.seats, past);
    }
  }

  private ends(outcome: string): void {
    this.rest();
    this.back = null;
    this.outcome = outcome;
  }

  private rest(): void {
    this.open = null;
    this.stuck = null;
    this.named = null;
  }

  private approved({ by, step: id, flag }: Extract<Past, { what: 'approve' }>, at: number): void {
    const step = this.reading.humanStep(id);
    const saw = this.reading.shownTo(step, this.form);
    const was = this.form.flag;
    if (flag !== undefined && step.fields.write.includes('flag')) this.form.flag = flag;
    this.decisions.set(id, { by, saw, at, merged: false });
    this.sentBack.delete(id);
    this.rest();
    const rewritten = was !== null && was !== this.form.flag && this.reading.flagIsRead();
    if (rewritten) this.walk(this.reading.flow);
    else this.walkBehind(this.reading.flow, id);
  }

  private sent({ step, to, resume: asked }: Extract<Past, { what: 'return' }>, at: number): void {
    const { resume: rule } = this.reading.humanStep(step).returns;
    const resume = rule === 'choose' ? asked : rule;
    this.decisions.delete(step);
    this.sentBack.add(step);
    this.rest();
    this.walkSince = at;
    if (to === 'requester') {
      this.back = { resume };
      return;
    }
    const order = this.reading.order.map(({ id }) => id);
    const before = order.slice(0, order.indexOf(step));
    const target = to === 'previous' ? before.findLast((id) => this.decisions.get(id)?.merged === false) : to;
    if (target === undefined) throw new Error('Expected somebody to have decided before');
    const gone = resume === 'straight-back' ? [target] : order.slice(order.indexOf(target));
    this.forget(gone.filter((id) => id !== step));
    this.walk(this.reading.flow);
  }

  private resubmitted({ amount, friend }: Extract<Past, { amount: number }>, at: number): void {
    const stands = this.back?.resume === 'straight-back' && amount === this.form.amount && friend === this.form.friend;
    this.form = { amount, friend, flag: stands ? this.form.flag : null };
    if (!stands) this.forget(this.reading.order.map(({ id }) => id));
    this.back = null;
    this.walkSince = at;
    this.walk(this.reading.flow);
  }

  private corrected({ amount, friend }: Extract<Past, { amount: number }>): void {
    this.form = { ...this.form, amount, friend };
    if (this.back) return;
    this.rest();
    this.walk(this.reading.flow);
  }

  /** At the one step where the request stands: whoever looks for people anew asks first whether the step is still to be taken. */
  private lookAgain(named: string | null, asksWhether: boolean): void {
    const id = this.open?.step ?? this.stuck;
    if (id === null) return;
    const was = this.open?.seats ?? [];
    const waits = this.open !== null;
    this.rest();
    this.named = named;
    const step = this.reading.humanStep(id);
    if (asksWhether && step.when && !this.reading.holds(step.when, this.seen)) return this.walkBehind(this.reading.flow, id);
    if (this.arrives(step, !waits, was) === 'on') this.walkBehind(this.reading.flow, id);
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.decisions.delete(id);
      this.sentBack.delete(id);
    }
  }

  /** From the top. */
  private walk(flow: readonly Step[]): void {
    if (this.along(flow) === 'on') this.outcome = 'approved';
  }

  private walkBehind(flow: readonly Step[], id: string): void {
    if (this.behind(flow, id) === 'on') this.outcome = 'approved';
  }

  private behind(flow: readonly Step[], id: string): 'on' | 'rests' {
    const place = flow.findIndex((step) => step.id === id || inside(step).some((each) => each.id === id));
    const step = flow[place] as Step;
    const own =
      step.id === id
        ? 'on'
        : this.behind(sequences(step).find((each) => each.flatMap((one) => [one, ...inside(one)]).some((one) => one.id === id)) ?? [], id);
    return own === 'on' ? this.along(flow.slice(place + 1)) : own;
  }

  private along(flow: readonly Step[]): 'on' | 'rests' {
    for (const step of flow) if (this.comesTo(step) === 'rests') return 'rests';
    return 'on';
  }

  private comesTo(step: Step): 'on' | 'rests' {
    const passes = step.when !== undefined && !this.reading.holds(step.when, this.seen);
    if (step.kind === 'branch') {
      const taken = passes ? [] : (step.cases.find((each) => this.reading.holds(each.when, this.seen))?.steps ?? step.otherwise);
      for (const other of sequences(step))
        if (other !== taken) this.forget(other.flatMap((each) => [each, ...inside(each)]).map(({ id }) => id));
      return this.along(taken);
    }
    if (passes) {
      this.forget([step.id]);
      return 'on';
    }
    if (step.kind === 'cc') return 'on';
    if (step.kind === 'end') {
      this.outcome = step.outcome;
      return 'rests';
    }
    const decision = this.decisions.get(step.id);
    if (decision && !decision.merged && decision.saw === this.reading.shownTo(step, this.form)) return 'on';
    this.named = null;
    return this.arrives(step);
  }

  /** Whoever waits already is asked, whoever decided before. */
  private arrives(step: HumanStep, merges = true, was: readonly SeatTold[] = []): 'on' | 'rests' {
    const found = verdictOn(step, this.memory, merges);
    const seats = seatsToday(was, todayOf(step, this.memory, found));
    if (seats.length > 0) return this.seats(step, seats);
    if (typeof found === 'string') {
      this.forget([step.id]);
      this.named = null;
      if (found === 'nobody-skip') return 'on';
      this.stuck = step.id;
      return 'rests';
    }
    if ('merged' in found) {
      this.sentBack.delete(step.id);
      this.decisions.set(step.id, { by: found.merged, saw: '', at: this.now, merged: true });
      this.named = null;
      return 'on';
    }
    throw new Error(`Expected somebody to sit on ${step.id}`);
  }

  private seats(step: HumanStep, seats: SeatTold[]): 'rests' {
    this.forget([step.id]);
    if (!seats.some(({ person, from, lender }) => [person, from, lender].includes(this.named ?? ''))) this.named = null;
    this.open = { step: step.id, seats };
    return 'rests';
  }
}
