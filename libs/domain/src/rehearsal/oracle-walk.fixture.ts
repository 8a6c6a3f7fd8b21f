import type { CcStep } from '../definition/steps/cc.step';
import type { HumanStep, Step } from '../definition/step.schema';
import { isOutside, OracleOutside, type Came } from './oracle-outside.fixture';
import { idsIn, inside, isFork, lanesOf, meets, sequences, type ForkStep } from './oracle-reading.fixture';
import { seatsToday, type SeatNote } from './oracle-seats.fixture';
import { stillStands, todayOf, verdictOn } from './oracle-verdict.fixture';

/** Walks a definition from what was decided so far, in the simplest way: step by step, lane after lane. */
export class OracleWalk extends OracleOutside {
  /** How lanes have ended. */
  private readonly ended = new Map<string, 'passed' | 'no' | 'left'>();
  /** Steps one of whose lanes has ended since: whether they go on is asked when nothing else moves. */
  private readonly unmet = new Set<string>();
  /** Steps that the walk has come to. */
  private readonly reached = new Set<string>();
  /** The amount was corrected since the walk was begun: whoever decides by it is looked for again. */
  protected otherAmount = false;
  /** How often a loop has been walked. */
  private readonly rounds = new Map<string, number>();

  protected override forget(ids: readonly string[]): void {
    super.forget(ids);
    for (const id of ids) this.rounds.delete(id);
  }

  /** From the top. Whoever waits where it does not come to is asked when it does, and what came there meanwhile is looked at then. */
  protected walk(): void {
    this.reached.clear();
    this.comesOut(this.along(this.reading.flow));
    for (const id of [...this.waiting, ...this.waits, ...this.held]) if (!this.reached.has(id)) this.rest(id);
  }

  /** Goes on from a step that has come to something. */
  protected goOn(id: string, own: Came): void {
    this.comesOut(this.behind(this.reading.flow, id, own));
  }

  /** A lane is walked again by itself. */
  protected walkLane(lane: string): void {
    const [fork = '', index] = lane.split('#');
    const step = this.reading.step(fork) as ForkStep;
    this.enters(step, Number(index));
    this.meet(step);
    this.goOn(fork, 'rests');
  }

  private comesOut(came: Came): void {
    for (let end = came; ;) {
      if (end !== 'rests') return this.ends(end === 'on' ? 'approved' : 'rejected');
      const fork = [...this.unmet].at(-1);
      if (fork === undefined || this.outcome !== null) return;
      this.unmet.delete(fork);
      end = this.behind(this.reading.flow, fork, this.met(this.reading.step(fork) as ForkStep));
    }
  }

  protected ends(outcome: string): void {
    this.leavesChildren(outcome);
    this.restAll();
    this.unmet.clear();
    this.outcome = outcome;
  }

  /** Inner ones are asked first. */
  private meet(step: Step): void {
    const all = [...new Set([...this.unmet, step.id])];
    this.unmet.clear();
    for (const { id } of this.reading.order) if (all.includes(id)) this.unmet.add(id);
  }

  private behind(flow: readonly Step[], id: string, own: Came): Came {
    const place = flow.findIndex((step) => step.id === id || inside(step).some((each) => each.id === id));
    const step = flow[place] as Step;
    const came = step.id === id ? this.through(step, own) : this.behindInside(step, id, own);
    return came === 'on' ? this.along(flow.slice(place + 1)) : came;
  }

  private behindInside(step: Step, id: string, own: Came): Came {
    const ways = sequences(step);
    const index = ways.findIndex((each) => each.flatMap((one) => [one, ...inside(one)]).some((one) => one.id === id));
    const came = this.behind(ways[index] ?? [], id, own);
    if (!isFork(step)) return came;
    if (this.laneCame(step, index, came) === 'no') return 'no';
    this.meet(step);
    return 'rests';
  }

  /** What it means for the step that one of its lanes has come to something. */
  private laneCame(step: ForkStep, index: number, came: Came): Came {
    const { steps, onReject } = lanesOf(step)[index] as { steps: Step[]; onReject: string };
    if (came === 'on') this.ended.set(`${step.id}#${index}`, 'passed');
    if (came !== 'no') return 'rests';
    if (onReject === 'request') return 'no';
    this.ended.set(`${step.id}#${index}`, onReject === 'pass' ? 'passed' : 'no');
    this.drop(idsIn(steps));
    return 'rests';
  }

  private enters(step: ForkStep, index: number): Came {
    const lane = lanesOf(step)[index] as { steps: Step[] };
    this.ended.delete(`${step.id}#${index}`);
    const when = step.kind === 'inclusive' ? step.lanes.map((each) => this.reading.holds(each.when, this.seen)) : [];
    const walked = step.kind !== 'inclusive' || (index < when.length ? when[index] : !when.includes(true));
    if (walked) return this.laneCame(step, index, this.along(lane.steps));
    this.ended.set(`${step.id}#${index}`, 'left');
    this.leaveOut(idsIn(lane.steps));
    return 'rests';
  }

  /** Whether its lanes meet: enough have passed, or too few can. */
  private met(step: ForkStep): Came {
    const came = meets(
      step,
      lanesOf(step).map((_, index) => this.ended.get(`${step.id}#${index}`)),
    );
    if (came === 'rests') return came;
    if (came === 'no' && step.kind === 'loop' && (this.rounds.get(step.id) ?? 1) < step.rounds) return this.nextRound(step);
    this.drop(inside(step).map(({ id }) => id));
    return came;
  }

  /** Everybody in a loop is asked anew, other systems too. */
  private nextRound(step: Extract<ForkStep, { kind: 'loop' }>): Came {
    this.rounds.set(step.id, (this.rounds.get(step.id) ?? 1) + 1);
    this.wipe(idsIn(step.steps));
    this.begun.set(`${step.id}#0`, this.now);
    return this.enters(step, 0) === 'no' ? 'no' : this.met(step);
  }

  /** Whatever still waits there is left. */
  private drop(ids: readonly string[]): void {
    this.leaveOut(ids.filter((id) => this.open.has(id) || this.stuck.has(id) || this.waits.has(id)));
  }

  private along(flow: readonly Step[]): Came {
    for (const step of flow) {
      const came = this.comesTo(step);
      if (came !== 'on') return came;
    }
    return 'on';
  }

  private comesTo(step: Step): Came {
    const passes = !this.exists(step);
    if (step.kind === 'branch') {
      const taken = passes ? [] : (step.cases.find((each) => this.reading.holds(each.when, this.seen))?.steps ?? step.otherwise);
      for (const other of sequences(step)) if (other !== taken) this.leaveOut(idsIn(other));
      return this.along(taken);
    }
    if (passes) {
      this.leaveOut([step.id, ...inside(step).map(({ id }) => id)]);
      return 'on';
    }
    if (isFork(step)) return this.forks(step);
    if (step.kind === 'cc') return this.copied(step);
    if (step.kind === 'end') {
      if (step.outcome === 'rejected') return 'no';
      this.ends('approved');
      return 'rests';
    }
    this.reached.add(step.id);
    return isOutside(step) ? this.through(step, this.comesToOutside(step)) : this.comesToPeople(step as HumanStep);
  }

  /** Behind a step comes what is in it, where another system is late. */
  private through(step: Step, came: Came): Came {
    return came === 'on' ? this.along(this.lateOf(step)) : came;
  }

  /** A copy goes out once, and again where it is about something else. */
  private copied(step: CcStep): Came {
    const saw = this.reading.shownTo(step, this.seen);
    if (this.copies.get(step.id)?.saw !== saw) this.copies.set(step.id, { saw, to: this.toldBy(step), read: new Set() });
    return 'on';
  }

  private forks(step: ForkStep): Came {
    const came = lanesOf(step).map((_, index) => this.enters(step, index));
    return came.includes('no') ? 'no' : this.met(step);
  }

  private comesToPeople(step: HumanStep): Came {
    if (this.waived.has(step.id) || this.leftOut.get(step.id) === this.about(step).saw) return 'on';
    const decision = this.decisions.get(step.id);
    const stands =
      decision && stillStands(step, decision, { ...this.memoryFor(step), now: this.about(step), strict: this.strict.has(step.id) });
    this.strict.delete(step.id);
    if (stands) return decision.no ? 'no' : 'on';
    const open = this.open.get(step.id);
    if (open) return this.otherAmount && step.authority?.amount !== undefined ? this.arrives(step, false, open) : 'rests';
    this.named.delete(step.id);
    return this.arrives(step);
  }

  /** Whoever waits already is asked, whoever decided before. */
  protected arrives(step: HumanStep, merges = true, was: readonly SeatNote[] = []): Came {
    const { id } = step;
    const memory = this.memoryFor(step);
    const found = verdictOn(step, memory, merges);
    const seats = seatsToday(was, todayOf(step, memory, found));
    const named = this.named.get(id) ?? '';
    this.forget([id]);
    if (seats.length > 0) {
      if (seats.some(({ person, from, lender, absent }) => [person, from, lender, absent].includes(named))) this.named.set(id, named);
      this.open.set(id, seats);
      return 'rests';
    }
    if (found === 'nobody-skip') return 'on';
    if (found === 'nobody') {
      this.stuck.add(id);
      return 'rests';
    }
    if (!('merged' in found)) throw new Error(`Expected somebody to sit on ${id}`);
    this.decisions.set(id, { by: found.merged, ...this.about(step), at: this.now, merged: true });
    return 'on';
  }
}
