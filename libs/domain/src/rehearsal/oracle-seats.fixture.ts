import type { Past } from './oracle-past.fixture';

/** A place on a step, as it was told: who has it, whom the rules had found, who waits for their advice, who asked them something. */
export interface SeatNote {
  person: string;
  from?: string;
  lender?: string;
  asker?: string;
  /** Who is away, in whose place they are asked. */
  absent?: string;
  /** It was claimed, by one of these. */
  pool?: Pick<SeatNote, 'person' | 'absent'>[];
  /** Who demands an answer of whoever has it. */
  owes?: string;
}

const decides = ({ asker }: SeatNote): boolean => asker === undefined;
const decider = ({ person, lender }: SeatNote): string => lender ?? person;

/** The seats of a step after something was done with one of them. What somebody had asked of others is over where they have the seat no more. */
export function seatsAfter(seats: readonly SeatNote[], past: Past): SeatNote[] {
  switch (past.what) {
    case 'transfer':
      return moved(seats, past.by, (seat) => handed(seat, past.person));
    case 'reassign':
      return moved(seats, past.from, (seat) => handed(seat, past.person));
    case 'consult':
      return moved(seats, past.by, (seat) => ({ ...seat, person: past.person, lender: past.by }));
    case 'advise':
      return moved(seats, past.by, ({ lender = '', ...seat }) => ({ ...seat, person: lender }));
    case 'recall':
      return seats.map(({ lender, ...seat }) => (lender === past.by ? { ...seat, person: past.by } : lender ? { ...seat, lender } : seat));
    case 'ask':
      return [...seats, { person: past.person, asker: past.by }];
    case 'answer':
      return seats.filter((seat) => decides(seat) || seat.person !== past.by);
    case 'claim':
      return claimed(seats, past.by);
    case 'release':
      return released(seats, past.by);
    case 'answer-demand':
      return seats.map(({ owes, ...seat }) =>
        owes === undefined || (seat.person === past.by && owes !== past.by) ? seat : { ...seat, owes },
      );
    default:
      return [...seats];
  }
}

/** Whoever gets it decides from then on, as if the rules had found them. */
function handed({ person: had, from, lender, absent, owes }: SeatNote, person: string): SeatNote {
  return { person, from: from ?? absent ?? lender ?? had, ...(owes === undefined ? {} : { owes }) };
}

/** The others are asked no more. */
function claimed(seats: readonly SeatNote[], by: string): SeatNote[] {
  const pool = seats.filter(decides).map(inPool);
  return seats.flatMap((seat) => {
    if (!decides(seat)) return seat.asker === by ? [seat] : [];
    return seat.person === by ? [{ ...seat, pool }] : [];
  });
}

/** Everybody who could have claimed it is asked again. */
function released(seats: readonly SeatNote[], by: string): SeatNote[] {
  const others = seats.flatMap(({ pool = [] }) => pool).filter(({ person }) => person !== by);
  return [...seats.map(({ pool: _pool, ...seat }) => seat), ...others];
}

const inPool = ({ person, absent }: SeatNote): Pick<SeatNote, 'person' | 'absent'> => ({
  person,
  ...(absent === undefined ? {} : { absent }),
});

/** Questions are over of whoever had it, and of whoever had lent it and does not get it back. */
function moved(seats: readonly SeatNote[], person: string, change: (seat: SeatNote) => SeatNote): SeatNote[] {
  const given = seats.filter((seat) => decides(seat) && seat.person === person);
  const deciders = given.map(change).map(decider);
  const lenders = given.flatMap(({ lender }) => lender ?? []).filter((each) => !deciders.includes(each));
  const over = [person, ...lenders];
  return seats
    .filter(({ asker }) => asker === undefined || !over.includes(asker))
    .map((seat) => (given.includes(seat) ? change(seat) : seat));
}

/** What the company says of people now. */
export interface Today {
  found: ReadonlySet<string>;
  mayAct: (person: string) => boolean;
  isThere: (person: string) => boolean;
  /** Who signs for somebody who is away, in the order in which they are asked. */
  substitutes: (person: string) => string[];
}

/** The seats of a step whose people are looked for again, all told: a seat that was given to somebody stays theirs as long as that makes sense. */
export function seatsToday(was: readonly SeatNote[], today: Today): SeatNote[] {
  const { mayAct, isThere } = today;
  const deciding = was.filter(decides);
  const handed = deciding.filter((seat) => seat.from !== undefined && mayAct(decider(seat)));
  const wanted = wantedToday(deciding, handed, today);
  const stays = ({ absent, ...seat }: SeatNote): boolean => wanted.some((each) => each.person === decider(seat) && each.absent === absent);
  const lent = deciding.filter((seat) => seat.from === undefined && seat.lender !== undefined && stays(seat));
  const now = deciding
    .filter((seat) => handed.includes(seat) || lent.includes(seat))
    .map((seat) => {
      if (seat.lender === undefined || isThere(seat.person)) return seat;
      const { lender, ...own } = seat;
      return { ...own, person: lender };
    });
  const plain = wanted
    .filter((each) => !now.some((seat) => decider(seat) === each.person && seat.absent === each.absent))
    .map((each) => deciding.find((seat) => isPlain(seat) && seat.person === each.person && seat.absent === each.absent) ?? each);
  const all: SeatNote[] = [...now, ...plain];
  const taken = all.filter(({ pool }) => pool !== undefined).map((seat) => ({ ...seat, pool: wanted.map(inPool) }));
  const seats = taken.length > 0 ? taken : all;
  const questions = was.filter(
    (seat) =>
      !decides(seat) &&
      isThere(seat.person) &&
      deciding.some((one) => one.person === seat.asker && seats.some(({ person }) => person === one.person)),
  );
  return [...seats, ...questions];
}

const isPlain = ({ from, lender }: SeatNote): boolean => from === undefined && lender === undefined;

/** Who is to decide: those whom the rules find, but where a seat was handed over whoever has it; of those who are away, whoever signs for them. */
function wantedToday(deciding: readonly SeatNote[], handed: readonly SeatNote[], { found, mayAct, substitutes }: Today): SeatNote[] {
  const whole = deciding.length > 0 && handed.length === deciding.length;
  const spokenFor = new Set(handed.flatMap((seat) => [seat.from, decider(seat)]));
  const others = whole ? [] : [...found].filter((person) => !spokenFor.has(person));
  const given = handed.map((seat) => ({ person: decider(seat) }));
  const taken = new Set([...others, ...given.map(({ person }) => person)]);
  const acting = others.flatMap((person): SeatNote[] => {
    const substitute = substitutes(person).find(mayAct);
    if (substitute === undefined) return [{ person }];
    if (taken.has(substitute)) return [];
    taken.add(substitute);
    return [{ person: substitute, absent: person }];
  });
  return [...acting, ...given];
}
