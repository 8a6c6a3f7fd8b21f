import type { Past } from './oracle-past.fixture';

/** A place on a step, as it was told: who has it, whom the rules had found, who waits for their advice, who asked them something. */
export interface SeatTold {
  person: string;
  from?: string;
  lender?: string;
  asker?: string;
}

const decides = ({ asker }: SeatTold): boolean => asker === undefined;
const decider = ({ person, lender }: SeatTold): string => lender ?? person;

/** The seats of a step after something was done with one of them. What somebody had asked of others is over where they have the seat no more. */
export function seatsAfter(seats: readonly SeatTold[], past: Past): SeatTold[] {
  switch (past.what) {
    case 'transfer':
      return moved(seats, past.by, ({ from = past.by }) => ({ person: past.person, from }));
    case 'reassign':
      return moved(seats, past.from, ({ from, lender }) => ({ person: past.person, from: from ?? lender ?? past.from }));
    case 'consult':
      return moved(seats, past.by, (seat) => ({ ...seat, person: past.person, lender: past.by }));
    case 'advise':
      return moved(seats, past.by, ({ lender = '', from }) => ({ person: lender, ...(from ? { from } : {}) }));
    case 'recall':
      return seats.map(({ lender, ...seat }) => (lender === past.by ? { ...seat, person: past.by } : lender ? { ...seat, lender } : seat));
    case 'ask':
      return [...seats, { person: past.person, asker: past.by }];
    case 'answer':
      return seats.filter((seat) => decides(seat) || seat.person !== past.by);
    default:
      return [...seats];
  }
}

function moved(seats: readonly SeatTold[], person: string, change: (seat: SeatTold) => SeatTold): SeatTold[] {
  return seats.filter(({ asker }) => asker !== person).map((seat) => (decides(seat) && seat.person === person ? change(seat) : seat));
}

/** What the company says of people now. */
export interface Today {
  found: ReadonlySet<string>;
  mayAct: (person: string) => boolean;
  isThere: (person: string) => boolean;
}

/** The seats of a step whose people are looked for again, all told: a seat that was given to somebody stays theirs as long as that makes sense. */
export function seatsToday(was: readonly SeatTold[], { found, mayAct, isThere }: Today): SeatTold[] {
  const deciding = was.filter(decides);
  const stays = (seat: SeatTold): boolean => (seat.from ? mayAct(decider(seat)) : found.has(decider(seat)));
  const given = deciding.filter((seat) => (seat.from ?? seat.lender) !== undefined && stays(seat));
  const now = given.map((seat) => {
    if (seat.lender === undefined || isThere(seat.person)) return seat;
    const { lender, ...own } = seat;
    return { ...own, person: lender };
  });
  const whole = deciding.length > 0 && deciding.every((seat) => seat.from !== undefined && given.includes(seat));
  const spokenFor = new Set(given.flatMap((seat) => [seat.from, decider(seat)]));
  const plain = whole ? [] : [...found].filter((person) => !spokenFor.has(person) && !now.some((seat) => decider(seat) === person));
  const seats: SeatTold[] = [...now, ...plain.map((person) => ({ person }))];
  const questions = was.filter(
    (seat) => !decides(seat) && deciding.some((one) => one.person === seat.asker && seats.some(({ person }) => person === one.person)),
  );
  return [...seats, ...questions];
}
