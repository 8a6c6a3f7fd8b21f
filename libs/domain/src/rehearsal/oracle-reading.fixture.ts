import type { Condition } from '../definition/condition.schema';
import type { HumanStep, Step } from '../definition/step.schema';
import type { CcStep } from '../definition/steps/cc.step';
import type { InclusiveStep } from '../definition/steps/inclusive.step';
import type { LoopStep } from '../definition/steps/loop.step';
import type { ParallelStep } from '../definition/steps/parallel.step';

/** A form of random definitions: an amount in whole yuan, whom it is for, whom it names for steps, a note that nothing reads, and the one field that steps write. */
export interface OracleForm {
  amount: number;
  friend: string | null;
  board: readonly string[];
  note: string;
  flag: boolean | null;
}

/** What conditions look at. */
export interface Seen extends OracleForm {
  parameters: Readonly<Record<string, unknown>>;
}

/** Steps with lanes; a loop has one, which is walked again after a no. */
export type ForkStep = ParallelStep | InclusiveStep | LoopStep;
export const isFork = (step: Step): step is ForkStep => ['parallel', 'inclusive', 'loop'].includes(step.kind);

/** The lanes of a step; the default comes last. */
export function lanesOf(step: ForkStep): { steps: Step[]; onReject: string; when?: Condition }[] {
  if (step.kind === 'parallel') return step.lanes;
  if (step.kind === 'loop') return [{ steps: step.steps, onReject: 'lane' }];
  return step.otherwise ? [...step.lanes, step.otherwise] : step.lanes;
}

/** What lanes that have ended so come to together: enough of them have passed, too few can, or others are waited for. */
export function meets(step: ForkStep, ends: readonly ('passed' | 'no' | 'left' | undefined)[]): 'on' | 'no' | 'rests' {
  const count = (end: string | undefined): number => ends.filter((each) => each === end).length;
  const needed = step.kind !== 'parallel' || step.join === 'all' ? ends.length : step.join === 'any' ? 1 : step.join;
  const rest = step.kind !== 'loop' && step.whenStarved === 'pass';
  const enough = count('passed') + count('left') >= needed || (rest && count(undefined) === 0 && count('passed') > 0);
  const tooFew = rest ? count('no') > 0 && count('passed') + count(undefined) === 0 : ends.length - count('no') < needed;
  return enough ? 'on' : tooFew ? 'no' : 'rests';
}

export function sequences(step: Step): Step[][] {
  if (isFork(step)) return lanesOf(step).map(({ steps }) => steps);
  if (step.kind === 'call') return step.late === undefined ? [] : [step.late];
  return step.kind === 'branch' ? [...step.cases.map((each) => each.steps), step.otherwise] : [];
}

/** Steps inside a step, in document order. */
export function inside(step: Step): Step[] {
  return sequences(step).flatMap((flow) => flow.flatMap((each) => [each, ...inside(each)]));
}

/** Ids of some steps and of all that stands inside them. */
export function idsIn(flow: readonly Step[]): string[] {
  return flow.flatMap((each) => [each, ...inside(each)]).map(({ id }) => id);
}

function enclosingLanes(flow: readonly Step[], around: readonly string[]): [string, readonly string[]][] {
  return flow.flatMap((step) => [
    [step.id, around] as [string, readonly string[]],
    ...sequences(step).flatMap((each, index) => enclosingLanes(each, isFork(step) ? [...around, `${step.id}#${index}`] : around)),
  ]);
}

/** What an oracle reads in a definition. */
export class OracleReading {
  /** All steps in document order. */
  readonly order: readonly Step[];
  private readonly around: ReadonlyMap<string, readonly string[]>;

  constructor(readonly flow: readonly Step[]) {
    this.order = flow.flatMap((step) => [step, ...inside(step)]);
    this.around = new Map(enclosingLanes(flow, []));
  }

  step(id: string): Step {
    return this.order.find((step) => step.id === id) as Step;
  }

  humanStep(id: string): HumanStep {
    return this.step(id) as HumanStep;
  }

  /** Lanes that a step is in, the outermost first. */
  lanes(id: string): readonly string[] {
    return this.around.get(id) ?? [];
  }

  /** Whether a step is in a loop, however deep. */
  isRepeated(id: string): boolean {
    return this.order.some((step) => step.kind === 'loop' && inside(step).some((each) => each.id === id));
  }

  /** Whether one step comes after another on some way: not before it, and not in another lane of the same step. */
  comesAfter(later: string, earlier: string): boolean {
    const place = (id: string) => this.order.findIndex((step) => step.id === id);
    const beside = this.lanes(later).some((lane) =>
      this.lanes(earlier).some((other) => other !== lane && other.split('#')[0] === lane.split('#')[0]),
    );
    return place(later) > place(earlier) && !beside;
  }

  stepsBefore(id: string): Step[] {
    return this.order.filter((step) => this.comesAfter(id, step.id));
  }

  writesWhatIsRead({ fields }: HumanStep): boolean {
    return fields.write.includes('flag') && this.flagIsRead();
  }

  flagIsRead(): boolean {
    return (this.isRead ??= JSON.stringify(this.flow).includes('{"field":"flag"}'));
  }
  private isRead: boolean | undefined;

  /** Whether any step asks those whom the form names. */
  boardIsAsked(): boolean {
    return (this.isAsked ??= JSON.stringify(this.flow).includes('"field":"board"'));
  }
  private isAsked: boolean | undefined;

  demandsComment({ commentRequired }: HumanStep, seen: Seen): boolean {
    return typeof commentRequired === 'boolean' ? commentRequired : this.holds(commentRequired, seen);
  }

  /** Amount and beneficiary, whom the form names where a step asks them, and the one field that steps write: where anything reads it, somebody before may write it, and the step does not itself. */
  shownTo(step: HumanStep | CcStep, { amount, friend, board, flag }: OracleForm): string {
    const written = this.stepsBefore(step.id).some((each) => 'fields' in each && each.fields.write.includes('flag'));
    const isShown = this.flagIsRead() && written && !('fields' in step && step.fields.write.includes('flag'));
    return JSON.stringify([amount, friend, this.boardIsAsked() ? board : '-', isShown ? flag : '-']);
  }

  /** All of it: the note where it is not hidden, the field that steps write wherever an earlier one may, and what was signed before, by when. */
  allShownTo(step: HumanStep, { note, flag, ...form }: OracleForm, signed: ReadonlyMap<string, number>): string {
    const before = this.stepsBefore(step.id);
    const written = before.some((each) => 'fields' in each && each.fields.write.includes('flag')) && !step.fields.write.includes('flag');
    const opinions = before.filter(({ kind }) => kind === 'opinion').map(({ id }) => signed.get(id) ?? 0);
    return JSON.stringify([
      this.shownTo(step, { note, flag, ...form }),
      step.fields.hidden.includes('note') ? '-' : note,
      form.board,
      written ? flag : '-',
      opinions,
    ]);
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
