import type { JournalRow, ReadModel } from '../repositories/journal.repository';
import type { RecordWrite } from '../repositories/record-write';
import { namedBy } from './projection';

type Copy = ReadModel['copies'][number];

/** Who may read a request, transition by transition, and by which of them; what is taken back lets nobody in any more. */
export class ReadersSoFar {
  private readonly everybody = new Set<string>();
  /** By person: numbers of the transitions that name them and stand. */
  private readonly named = new Map<string, Set<number>>();
  private readonly sent = new Map<string, Copy & { by: Set<number> }>();

  people(): string[] {
    return [...this.everybody];
  }

  copies(): Copy[] {
    return [...this.sent.values()].map(({ personId, step, at }) => ({ personId, step, at }));
  }

  add({ n, events, facts }: JournalRow, { copies, participants }: Pick<RecordWrite, 'copies' | 'participants'>): void {
    for (const { personId, step } of copies) {
      const key = `${personId} ${step}`;
      const copy = this.sent.get(key) ?? { personId, step, at: facts.now, by: new Set<number>() };
      this.sent.set(key, copy);
      copy.by.add(n);
    }
    for (const person of participants) this.everybody.add(person);
    for (const person of namedBy(events)) this.named.set(person, (this.named.get(person) ?? new Set<number>()).add(n));
  }

  /** What one transition gave alone is gone; `stay`: requester and beneficiary. */
  takeBack(n: number, stay: readonly (string | null)[]): void {
    for (const [key, { by }] of this.sent) if (by.delete(n) && by.size === 0) this.sent.delete(key);
    for (const [person, by] of this.named) if (by.delete(n) && by.size === 0 && !stay.includes(person)) this.everybody.delete(person);
  }
}
