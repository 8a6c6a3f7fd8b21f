import type { Condition } from '../definition/condition.schema';
import type { HumanStep, Step } from '../definition/step.schema';

/** A form of random definitions: an amount in whole yuan, whom it is for, and the one field that steps write. */
export interface OracleForm {
  amount: number;
  friend: string | null;
  flag: boolean | null;
}

/** What conditions look at. */
export interface Seen extends OracleForm {
  parameters: Readonly<Record<string, unknown>>;
}

export function sequences(step: Step): Step[][] {
  return step.kind === 'branch' ? [...step.cases.map((each) => each.steps), step.otherwise] : [];
}

/** Steps inside a step, in document order. */
export function inside(step: Step): Step[] {
  return sequences(step).flatMap((flow) => flow.flatMap((each) => [each, ...inside(each)]));
}

/** What an oracle reads in a definition. */
export class OracleReading {
  /** All steps in document order. */
  readonly order: readonly Step[];

  constructor(readonly flow: readonly Step[]) {
    this.order = flow.flatMap((step) => [step, ...inside(step)]);
  }

  humanStep(id: string): HumanStep {
    return this.order.find((step) => step.id === id) as HumanStep;
  }

  writesWhatIsRead({ fields }: HumanStep): boolean {
    return fields.write.includes('flag') && this.flagIsRead();
  }

  flagIsRead(): boolean {
    return JSON.stringify(this.flow).includes('{"field":"flag"}');
  }

  demandsComment({ commentRequired }: HumanStep, seen: Seen): boolean {
    return typeof commentRequired === 'boolean' ? commentRequired : this.holds(commentRequired, seen);
  }

  /** Amount and beneficiary, and the one field that steps write: where anything reads it, somebody before may write it, and the step does not itself. */
  shownTo(step: HumanStep, { amount, friend, flag }: OracleForm): string {
    const before = this.order.slice(0, this.order.indexOf(step));
    const written = before.some((each) => 'fields' in each && each.fields.write.includes('flag'));
    const isShown = this.flagIsRead() && written && !step.fields.write.includes('flag');
    return JSON.stringify([amount, friend, isShown ? flag : '-']);
  }

  holds(condition: Condition, { amount, flag, parameters }: Seen): boolean {
    if ('eq' in condition && 'value' in condition.eq[1]) {
      const [left, { value }] = condition.eq;
      if ('field' in left) return flag === value;
      if ('param' in left) return parameters[left.param] === value;
    }
    if ('gt' in condition && 'money' in condition.gt[1]) return amount > Number(condition.gt[1].money);
    throw new Error(`Expected a condition of a random definition, but met ${JSON.stringify(condition)}`);
  }
}
