import type { CcStep } from '../definition/steps/cc.step';
import type { HumanStep, Step } from '../definition/step.schema';
import type { Company } from './company.fixture';
import { toldBy } from './oracle-people.fixture';
import type { Expected, Past } from './oracle-past.fixture';
import type { OracleForm, OracleReading, Seen } from './oracle-reading.fixture';
import type { SeatNote } from './oracle-seats.fixture';
import { aboutNow, type Decision, type Memory } from './oracle-verdict.fixture';

/** Nobody owes themselves an answer; whoever gets the place from them owes it again. */
const owesOther = ({ person, owes }: SeatNote): boolean => owes !== undefined && owes !== person;

/** What the oracle remembers of a request: what was decided about what, who waits where, and whom it was that said so. */
export class OracleMemory {
  protected form: OracleForm = { amount: 0, friend: null, board: [], note: '', flag: null };
  protected readonly decisions = new Map<string, Decision>();
  /** Steps that sent the request back in their newest opening: they stand between their neighbours, decided by nobody. */
  protected readonly sentBack = new Set<string>();
  /** Steps to which a walk comes of which only what changed is asked again. */
  protected readonly strict = new Set<string>();
  /** When steps have signed last. */
  protected readonly signed = new Map<string, number>();
  /** Steps that an operator has passed over, for good. */
  protected readonly waived = new Set<string>();
  protected readonly leftOut = new Map<string, string>();
  protected readonly open = new Map<string, SeatNote[]>();
  protected readonly stuck = new Set<string>();
  protected readonly named = new Map<string, string>();
  /** Copies as they were sent last: about what, to whom, and who has confirmed theirs. */
  protected readonly copies = new Map<string, { saw: string; to: Set<string>; read: Set<string> }>();
  protected outcome: string | null = null;
  protected round = 1;
  /** When the walk, and that in a lane, was last begun. */
  protected readonly begun = new Map<string, number>();
  protected now = 0;
  protected requester = '';
  protected above: string | null = null;
  protected company!: Company;

  constructor(
    protected readonly reading: OracleReading,
    private readonly parameters: Seen['parameters'],
  ) {}

  /** What conditions look at. */
  protected get seen(): Seen {
    return { ...this.form, parameters: this.parameters };
  }

  protected memoryFor({ id }: HumanStep): Memory {
    const { reading, seen, signed, requester, above, company, decisions, correctedBy, sentBack, begun } = this;
    const hasWaited = (step: Step): boolean => this.hasWaited(step);
    return {
      ...{ reading, seen, signed, requester, above, company, decisions, corrected: correctedBy, sentBack, begun, hasWaited },
      named: this.named.get(id) ?? null,
    };
  }

  /** Whether anything was waited for at a step that asks nobody. */
  protected hasWaited(_step: Step): boolean {
    return false;
  }

  protected toldBy({ to }: CcStep): Set<string> {
    const { requester, above, company, seen } = this;
    const nobody = { apart: new Set<string>(), passedOver: new Set<string>(), named: null };
    return toldBy(to, company, { requester, above, amount: seen.amount, friend: seen.friend, board: seen.board, ...nobody });
  }

  /** Who owes an answer to whom, who sees to it (whoever asks for it left out), and who has a copy to confirm. */
  protected watching(): Pick<Expected, 'owing' | 'supervisors' | 'unread'> {
    const all = [...this.copies].map(([id, copy]) => ({ step: this.reading.step(id) as CcStep, ...copy }));
    const supervisors = new Set(all.flatMap(({ step, to }) => (step.supervise ? [...to] : [])));
    supervisors.delete(this.requester);
    const unread = all.flatMap(({ step, to, read }) =>
      step.receipt ? [...to].filter((each) => !read.has(each)).map((each) => `${step.id} ${each}`) : [],
    );
    const owing = [...this.open].flatMap(([step, seats]) =>
      seats.flatMap((seat) => (owesOther(seat) ? [`${step} ${seat.person} ${seat.owes}`] : [])),
    );
    return { owing: owing.sort(), supervisors: [...supervisors].sort(), unread: unread.sort() };
  }

  /** Of whom an answer can be demanded: whoever has it and owes none yet; not of whoever demands it, nor of whoever asks for the request. */
  protected mayBeAsked(by: string): string[] {
    return [...this.open].flatMap(([step, seats]) =>
      seats.flatMap((seat) => (!owesOther(seat) && ![by, this.requester].includes(seat.person) ? [`${step} ${seat.person}`] : [])),
    );
  }

  /** An answer is owed on a place, whoever has it: by whoever gets it back, too. */
  protected demanded({ by, with: places }: Extract<Past, { what: 'demand' }>): void {
    for (const [step, seats] of this.open) {
      const isMeant = ({ person, from, lender, absent, asker }: SeatNote): boolean =>
        [person, from, lender, absent].some((each) => each !== undefined && places.includes(`${step} ${each} ${asker ?? ''}`));
      this.open.set(
        step,
        seats.map((seat) => (!owesOther(seat) && isMeant(seat) ? { ...seat, owes: by } : seat)),
      );
    }
  }

  /** Whoever says what becomes of a step has answered what was demanded of them, and claimed it where one of several does. */
  protected wordIsTheirs(past: Past): void {
    if (past.what === 'demand' && past.of.toSorted().join() !== this.mayBeAsked(past.by).sort().join())
      throw new Error(
        `Expected ${past.by} to demand an answer of ${this.mayBeAsked(past.by).join()}, but it is demanded of ${past.of.join()}`,
      );
    if (past.what === 'return' && this.round >= this.roundsOf(past.step))
      throw new Error(`Expected ${past.step} to send back until round ${this.roundsOf(past.step)}, but it has begun another`);
    if (past.what !== 'approve' && past.what !== 'reject' && past.what !== 'return') return;
    const seats = (this.open.get(past.step) ?? []).filter(({ asker }) => asker === undefined);
    const claims = 'claim' in this.reading.step(past.step) && seats.length > 1 && seats.every(({ pool }) => pool === undefined);
    if (claims) throw new Error(`Expected ${past.by} to claim ${past.step} before they ${past.what}`);
    if (seats.some((seat) => seat.person === past.by && owesOther(seat)))
      throw new Error(`Expected ${past.by} to answer before they ${past.what}`);
  }

  /** In how many rounds a step may send back: in the last of them it decides. */
  private roundsOf(step: string): number {
    return this.reading.humanStep(step).returns.maxRounds ?? Infinity;
  }

  protected forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.decisions.delete(id);
      this.sentBack.delete(id);
      this.waived.delete(id);
      this.leftOut.delete(id);
      this.strict.delete(id);
      this.copies.delete(id);
      this.rest(id);
    }
  }

  /** By step: who has corrected the form there. */
  protected readonly correctedBy = new Map<string, string[]>();
  /** Steps that have written the flag since the form was asked. */
  protected readonly wrote = new Set<string>();

  protected rest(id: string): void {
    this.open.delete(id);
    this.stuck.delete(id);
    this.named.delete(id);
  }

  protected get waiting(): string[] {
    return this.reading.order.map(({ id }) => id).filter((id) => this.open.has(id) || this.stuck.has(id));
  }

  protected restAll(): void {
    for (const id of this.waiting) this.rest(id);
  }

  /** What a step has written itself does not take it away again. */
  protected exists(step: Step): boolean {
    if (step.when === undefined || this.reading.holds(step.when, this.seen)) return true;
    if (!this.wrote.has(step.id) || !('fields' in step)) return false;
    const brings = [...step.fields.write, ...(step.fields.edit ?? [])];
    return brings.some((key) => JSON.stringify(step.when).includes(`"${key}"`));
  }

  protected about(step: HumanStep): Pick<Decision, 'saw' | 'sawAll'> {
    return aboutNow(step, this.reading, { form: this.form, signed: this.signed });
  }
}
