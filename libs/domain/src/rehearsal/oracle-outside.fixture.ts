import type { CallStep } from '../definition/steps/call.step';
import type { DelayStep } from '../definition/steps/delay.step';
import type { SubprocessStep } from '../definition/steps/subprocess.step';
import type { Step } from '../definition/step.schema';
import { OracleMemory } from './oracle-memory.fixture';
import type { Past } from './oracle-past.fixture';

/** What a walk along steps comes to: past them, to somebody who waits, or to a no. */
export type Came = 'on' | 'rests' | 'no';

type OutsideStep = DelayStep | CallStep | SubprocessStep;
export const isOutside = (step: Step): step is OutsideStep => ['delay', 'call', 'subprocess'].includes(step.kind);

/** Something that was asked outside, with which transition first, what it was given, and what has come of it. */
interface Asked {
  begun: number;
  given: string;
  came: 'approved' | 'failed' | 'refused' | 'ended' | 'dropped' | 'late' | null;
  /** Nobody wants it any more. */
  left: boolean;
}

/** What a step comes to whose people nobody looks for. */
type Stands = Came | 'stuck';

/** Steps that ask nobody: a moment, another system, another request. */
export abstract class OracleOutside extends OracleMemory {
  /** Steps that wait, and not for people. */
  protected readonly waits = new Set<string>();
  /** What they have come to in this walk. */
  protected readonly stood = new Map<string, 'on' | 'no'>();
  /** Those that have waited for a moment. */
  private readonly paused = new Set<string>();
  private readonly calls = new Map<string, Asked>();
  private readonly children = new Map<string, Asked>();
  /** While nothing goes on, steps stand that have come to something. */
  protected still = { suspended: false, stopped: false };
  protected readonly held = new Set<string>();

  protected abstract goOn(id: string, own: Came): void;

  protected get isStill(): boolean {
    return this.still.suspended || this.still.stopped;
  }

  protected override forget(ids: readonly string[]): void {
    super.forget(ids);
    for (const id of ids) {
      this.stood.delete(id);
      this.paused.delete(id);
    }
  }

  protected override hasWaited(step: Step): boolean {
    if (step.kind === 'delay') return this.paused.has(step.id);
    if (step.kind === 'call') return step.wait !== 'none' && this.calls.has(step.id);
    return step.kind === 'subprocess' && step.wait !== 'none' && this.children.has(step.id);
  }

  /** Steps that do not come in this case: requests that they have started are wanted no more, and what they have asked of another system stands. */
  protected leaveOut(ids: readonly string[]): void {
    this.forget(ids);
    for (const id of ids) this.children.delete(id);
  }

  /** Nothing of it is left, as where a loop begins anew. */
  protected wipe(ids: readonly string[]): void {
    this.leaveOut(ids);
    for (const id of ids) this.calls.delete(id);
  }

  protected override rest(id: string): void {
    super.rest(id);
    this.waits.delete(id);
    this.held.delete(id);
  }

  protected override restAll(): void {
    super.restAll();
    for (const id of [...this.waits]) this.rest(id);
  }

  /** The walk comes to it. */
  protected comesToOutside(step: OutsideStep): Came {
    const { id } = step;
    if (this.waived.has(id)) return 'on';
    const stands = step.kind === 'delay' ? this.delayed(step) : step.kind === 'call' ? this.called(step) : this.started(step);
    return this.take(id, stands);
  }

  private take(id: string, stands: Stands): Came {
    this.rest(id);
    this.stood.delete(id);
    if (stands === 'rests') this.waits.add(id);
    else if (stands === 'stuck') this.stuck.add(id);
    else this.stood.set(id, stands);
    return stands === 'stuck' ? 'rests' : stands;
  }

  /** What a step has waited for has come. */
  protected momentCame(id: string): Came {
    return this.take(id, 'on');
  }

  private delayed({ id, until }: DelayStep): Stands {
    if (this.stood.has(id)) return 'on';
    if (until.field === undefined) this.paused.add(id);
    // No form of a random walk has a date.
    return until.field === undefined ? 'rests' : 'stuck';
  }

  private called(step: CallStep): Stands {
    const given = this.given(step.body);
    const known = this.calls.get(step.id);
    if (known?.given !== given) this.calls.set(step.id, { begun: this.now, given, came: null, left: false });
    else if (known.came === 'dropped') known.came = null;
    return this.cameOfCall(step);
  }

  private cameOfCall({ id, wait, late }: CallStep): Stands {
    const { came } = this.calls.get(id) as Asked;
    if (came === 'late' && late !== undefined) return 'on';
    if (wait === 'none' || came === 'approved' || came === 'ended') return 'on';
    return came === null ? 'rests' : 'stuck';
  }

  /** What is walked where another system has not called back in time. */
  protected lateOf(step: Step): readonly Step[] {
    return step.kind === 'call' && !this.waived.has(step.id) && this.calls.get(step.id)?.came === 'late' ? (step.late ?? []) : [];
  }

  private started(step: SubprocessStep): Stands {
    const { id, onRejected } = step;
    const given = this.given(step.map);
    const known = this.children.get(id);
    // Whoever looks after what has come to nothing begins it anew, nobody else, as long as it would be about the same.
    if (known?.given === given && (this.waits.has(id) || this.stuck.has(id)) && this.cameOfChild(step) === 'stuck') return 'stuck';
    const nothing = known?.came === 'refused' || (known?.came === 'failed' && onRejected !== 'ignore');
    if (known?.given !== given || nothing || known.left) this.children.set(id, { begun: this.now, given, came: null, left: false });
    return this.cameOfChild(step);
  }

  private cameOfChild({ id, wait, onRejected }: SubprocessStep): Stands {
    const { came } = this.children.get(id) as Asked;
    if (wait === 'none' || came === 'approved') return 'on';
    if (came === 'refused') return 'stuck';
    if (came === null) return 'rests';
    return onRejected === 'ignore' ? 'on' : onRejected === 'reject' ? 'no' : 'stuck';
  }

  private given(map: object): string {
    const { amount, friend } = this.form;
    const text = JSON.stringify(map);
    return JSON.stringify([text.includes('"amount"') && amount, text.includes('"friend"') && friend]);
  }

  /** Something has come from outside. */
  protected hears(past: Extract<Past, { what: 'moment' | 'end-wait' | 'call-again' | 'called' | 'child' }>): void {
    const { step: id } = past;
    const step = this.reading.step(id) as OutsideStep;
    if (past.what === 'call-again') {
      this.calls.delete(id);
      return this.moves(id, this.comesToOutside(step));
    }
    if (past.what === 'called' || past.what === 'child') {
      const asked = (past.what === 'called' ? this.calls : this.children).get(id);
      if (asked?.begun !== past.begun) return;
      // What comes after its time is nobody's any more.
      if (asked.came === 'late') return;
      // Whoever looks after it has gone on without: that it came to nothing besides changes nothing.
      if (asked.came === 'ended' && past.came !== 'approved') return;
      asked.came = past.came;
      if (step.kind === 'delay' || (!this.waits.has(id) && !this.stuck.has(id))) return;
      return this.settles(step);
    }
    const call = this.calls.get(id);
    if (call) call.came = 'ended';
    this.moves(id, this.momentCame(id));
  }

  /** A step that waits, or is stuck, has come to something. */
  private settles(step: OutsideStep): void {
    if (step.kind === 'delay') return;
    const stands = step.kind === 'call' ? this.cameOfCall(step) : this.cameOfChild(step);
    // Nobody is looked for who looks after it before it goes on.
    if (stands === 'stuck' && this.isStill) return;
    if (stands === 'stuck' && this.stuck.has(step.id)) return;
    this.moves(step.id, this.take(step.id, stands));
  }

  /** The walk goes on from a step, once anything goes on. */
  protected moves(id: string, came: Came): void {
    if (came === 'rests' || this.outcome !== null) return;
    if (this.isStill) this.held.add(id);
    else this.goOn(id, came);
  }

  /** Whatever has come while nothing went on is looked at now. */
  protected goesOnAgain(): void {
    const all = this.reading.order.map(({ id }) => id).filter((id) => this.held.has(id) || this.waits.has(id));
    const held = new Set(this.held);
    this.held.clear();
    for (const id of all) {
      const step = this.reading.step(id);
      if (held.has(id)) this.moves(id, this.stood.get(id) ?? 'on');
      else if (isOutside(step) && this.waits.has(id)) this.settles(step);
    }
  }

  /** People are looked for where it is stuck: what came to nothing is begun anew. Another system is asked again by a press of its own. */
  protected looksAgainOutside(step: OutsideStep): Came {
    if (step.kind === 'call') return 'rests';
    const { came } = this.children.get(step.id) ?? {};
    if (came === 'failed' || came === 'refused') this.children.delete(step.id);
    return this.exists(step) ? this.comesToOutside(step) : 'on';
  }

  /** What could not be started is started once more where the request is put right. */
  protected startsOnceMore(): void {
    for (const [id, { came }] of [...this.children])
      if (came === 'refused' && (this.waits.has(id) || this.stuck.has(id))) this.children.delete(id);
  }

  /** Requests that are under way are wanted no more where this one is not approved, or has not come to wait for them. */
  protected leavesChildren(outcome: string): void {
    for (const [id, child] of this.children) {
      const { bound } = this.reading.step(id) as SubprocessStep;
      if (bound && child.came === null && !(outcome === 'approved' && this.stood.get(id) === 'on')) child.left = true;
    }
  }
}
