import type { HumanStep, Step } from '../definition/step.schema';
import type { Company } from './company.fixture';
import type { OracleForm, OracleReading, Seen } from './oracle-reading.fixture';
import type { SeatNote } from './oracle-seats.fixture';
import { aboutNow, type Decision, type Memory } from './oracle-verdict.fixture';

/** What the oracle remembers of a request: what was decided about what, who waits where, and whom it was that said so. */
export class OracleMemory {
  protected form: OracleForm = { amount: 0, friend: null, note: '', flag: null };
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
  protected outcome: string | null = null;
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
    const { reading, seen, requester, above, company, decisions, correctedBy, sentBack, begun } = this;
    const hasWaited = (step: Step): boolean => this.hasWaited(step);
    return {
      ...{ reading, seen, requester, above, company, decisions, corrected: correctedBy, sentBack, begun, hasWaited },
      named: this.named.get(id) ?? null,
    };
  }

  /** Whether anything was waited for at a step that asks nobody. */
  protected hasWaited(_step: Step): boolean {
    return false;
  }

  protected forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.decisions.delete(id);
      this.sentBack.delete(id);
      this.waived.delete(id);
      this.leftOut.delete(id);
      this.strict.delete(id);
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
