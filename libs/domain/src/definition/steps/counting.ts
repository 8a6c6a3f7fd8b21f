import type { CountedSeat, Settled } from './step-kind';

/** By which rule the answers of several people are counted. */
export type CountingRule =
  | { by: 'all' }
  | { by: 'any' }
  | { by: 'in-order' }
  | { by: 'all-answer' }
  | { by: 'number'; of: number }
  | { by: 'share'; percent: number }
  | { by: 'weight'; atLeast: number }
  | { by: 'per-group' };

/** A group of people, as far as counting goes. */
export interface CountedGroup {
  /** What each of its answers counts for. */
  weight: number;
  /** How many of it have to agree, where each group has to. */
  needs: number;
}

/** How the answers on a step are counted. */
export interface Counting {
  groups: readonly CountedGroup[];
  rule: CountingRule;
  /** `veto`: one no rejects. `majority`: more than half of all against it reject, or so many that it can pass no more. */
  rejection: 'veto' | 'majority';
  /** `lowers`: whoever abstains is left out of the count. `as-no`: they count as against it. */
  abstention: 'lowers' | 'as-no';
}

/** What the answers weigh, where the rule weighs; otherwise how many they are. */
interface Tally {
  yes: number;
  no: number;
  abstained: number;
  out: number;
}

const weighs = ({ by }: CountingRule): boolean => by === 'weight' || by === 'share';

function tallied(seats: readonly CountedSeat[], { groups, rule }: Counting): Tally {
  const count = { yes: 0, no: 0, abstained: 0, out: 0 };
  for (const { answer, group } of seats) {
    const weight = weighs(rule) ? (groups[group]?.weight ?? 1) : 1;
    count[answer === 'yes' ? 'yes' : answer === 'no' ? 'no' : answer === null ? 'out' : 'abstained'] += weight;
  }
  return count;
}

/** Whether these answers are enough, were all that are still out against it. */
function suffices(seats: readonly CountedSeat[], counting: Counting): boolean {
  const { rule, groups, abstention } = counting;
  const { yes, no, abstained, out } = tallied(seats, counting);
  const against = no + out + (abstention === 'as-no' ? abstained : 0);
  const everyGroup = groups.every((_, index) => seats.some(({ group }) => group === index));
  const agreeIn = (index: number): number => seats.filter(({ group, answer }) => group === index && answer === 'yes').length;
  if (yes === 0) return false;
  switch (rule.by) {
    case 'all':
    case 'in-order':
      return everyGroup && against === 0;
    case 'all-answer':
      return everyGroup && out === 0;
    case 'any':
      return true;
    case 'number':
      return yes >= rule.of;
    case 'share':
      return yes * 100 >= rule.percent * (yes + against);
    case 'weight':
      return yes >= rule.atLeast;
    case 'per-group':
      return groups.every(({ needs }, index) => agreeIn(index) >= needs);
  }
}

const answering = (seats: readonly CountedSeat[], answers: readonly CountedSeat['answer'][]): CountedSeat[] =>
  seats.map((seat) => (answers.includes(seat.answer) ? { ...seat, answer: 'yes' } : seat));

function rejects(tally: Tally, { rejection, abstention }: Counting): boolean {
  const against = tally.no + (abstention === 'as-no' ? tally.abstained : 0);
  const all = tally.yes + tally.no + tally.abstained + tally.out;
  return rejection === 'veto' ? tally.no > 0 : against * 2 > all;
}

/**
 * What the answers on a step come to, as soon as none that is still out can change it. Pure. At least one has to agree. Where it can pass no more, it is
 * rejected by those who are against it, and `stuck` where nobody is, or where it could still pass if nobody had abstained.
 */
export function settleBy(seats: readonly CountedSeat[], counting: Counting): Settled {
  const tally = tallied(seats, counting);
  if (seats.some(({ answer }) => answer === 'back')) return 'returned';
  const waits = counting.rule.by === 'all-answer' && tally.out > 0;
  if (!waits && rejects(tally, counting)) return 'rejected';
  if (suffices(seats, counting)) return 'passed';
  if (suffices(answering(seats, [null]), counting)) return 'open';
  // An abstention that counts as a no is one.
  const against = tally.no + (counting.abstention === 'as-no' ? tally.abstained : 0);
  if (against === 0 || (counting.abstention === 'lowers' && suffices(answering(seats, [null, 'abstain']), counting))) return 'stuck';
  return waits ? 'open' : 'rejected';
}

/** How many more answers have to be a yes before these are enough, the weightiest first. Pure. */
export function missingYes(seats: readonly CountedSeat[], counting: Counting): number {
  const weight = ({ group }: CountedSeat): number => counting.groups[group]?.weight ?? 1;
  const out = seats.filter(({ answer }) => answer === null).sort((left, right) => weight(right) - weight(left));
  const isShort = ({ group }: CountedSeat, given: readonly CountedSeat[]): boolean =>
    counting.rule.by !== 'per-group' ||
    given.filter((seat) => seat.group === group && seat.answer === 'yes').length < (counting.groups[group]?.needs ?? 1);
  let given = [...seats];
  let more = 0;
  for (const next of out) {
    if (suffices(given, counting)) break;
    if (!isShort(next, given)) continue;
    given = given.map((seat) => (seat === next ? { ...seat, answer: 'yes' } : seat));
    more += 1;
  }
  return more;
}
