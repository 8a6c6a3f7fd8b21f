import { oneOf, type Dice } from './loaded-dice.fixture';
import { bySeveral } from './random-steps-of-several.fixture';

const title = { zh: '节点', en: 'Step' };

/** Who gets a step of a kind; by default any holder of one role, and some work is paying. */
export type Rules = (dice: Dice, kind: string) => { assignee: object; fallback?: object[]; authority?: object };
const anybody: Rules = (dice, kind) => ({
  assignee: { by: 'role', role: 'any' },
  ...(kind === 'work' && dice(2) === 0 ? { authority: { kind: 'execute', matter: 'expense' } } : {}),
});

/** What steps are made of, and where they stand. */
export interface StepScope {
  rules: Rules;
  /** They may fill in the one field: only one of several lanes may, since two would overwrite each other. */
  writes: boolean;
  lane: boolean;
  /** They are in a loop. */
  repeated: boolean;
  /** They call back what followed from an approval. */
  compensates: boolean;
  /** Some steps wait for a moment, or are repeated. */
  waits: boolean;
  /** Some are due: people are reminded, others hear of it, or get it. */
  clocks: boolean;
  /** Some ask other systems, or start other requests. */
  outside: boolean;
  /** Some are done by several: signed, ticked off item by item, met about, decided row by row. */
  several: boolean;
  /** Some are claimed by one of several first. */
  claims: boolean;
  /** Some copies are to be supervised by, or to be confirmed. */
  watched: boolean;
}

export const PLAIN: StepScope = {
  ...{ rules: anybody, writes: true, lane: false, repeated: false, compensates: false },
  ...{ waits: false, clocks: false, outside: false, several: false, claims: false, watched: false },
};

/** Conditions over the one amount, the one switch and the one field that steps write. */
function condition(dice: Dice): object {
  const amount = { gt: [{ field: 'amount' }, { money: `${dice(9) + 1}`, currency: 'CNY' }] };
  return oneOf<object>(dice, amount, amount, { eq: [{ field: 'flag' }, { value: true }] }, { eq: [{ param: 'switch' }, { value: true }] });
}

const sometimes = (dice: Dice): { when: object | undefined } => ({ when: dice(4) === 0 ? condition(dice) : undefined });

/** Who gets it, and on whose authority. */
function asks(dice: Dice, kind: string, rules: Rules): object {
  const found = kind === 'work' && dice(5) === 0 ? { assignee: { by: 'requester' } } : rules(dice, kind);
  const authority = { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' };
  return { ...found, ...(kind === 'approve' && dice(2) === 0 ? { authority } : {}) };
}

/** In so many hours; who hears of it afterwards, and whether they get it. */
function due(dice: Dice): object {
  const rung = (index: number): object => ({
    after: { hours: index + 1 + dice(2) },
    to: oneOf<unknown>(dice, 'superior', 'next-superior', { by: 'role', role: 'gm', scope: 'company' }),
    ...(dice(2) === 0 && { handOn: true }),
  });
  const ladder = Array.from({ length: 1 + dice(2) }, (_, index) => rung(index));
  return { due: { working: { hours: 1 + dice(4) }, remind: oneOf(dice, [], [], [50], [25, 75]), ladder } };
}

/** One of several takes it first: mostly of those at the top, of whom there are some. */
function claimed(dice: Dice): object {
  return { claim: true, ...(dice(3) > 0 && { assignee: { by: 'members', of: { unit: 'hq' } }, fallback: [], authority: undefined }) };
}

/** A step of one word, whoever gives it. */
export function human(dice: Dice, { rules, writes, compensates, clocks, claims }: StepScope): object {
  const kind = oneOf(dice, 'approve', 'review', 'review', 'approve', compensates ? 'work' : 'opinion', 'work');
  const hides = dice(5) === 0;
  const edits = dice(4) === 0 && kind !== 'opinion';
  return {
    kind,
    title,
    ...sometimes(dice),
    ...asks(dice, kind, rules),
    ...(clocks && dice(2) === 0 ? due(dice) : {}),
    ...(claims && dice(3) === 0 ? claimed(dice) : {}),
    samePerson: oneOf(dice, 'merge', 'ask', 'any', 'superior'),
    whenNobody: kind !== 'approve' && dice(2) === 0 ? 'skip' : 'block',
    commentRequired: oneOf<unknown>(dice, false, false, true, condition(dice)),
    optional: !['approve', 'work'].includes(kind) && dice(3) === 0 ? { by: 'requester' } : undefined,
    fields: {
      ...(dice(2) === 0 && writes ? { write: ['flag'], required: kind === 'work' ? ['flag'] : [] } : {}),
      hidden: hides ? ['note'] : [],
      edit: edits ? [oneOf(dice, 'amount', hides ? 'amount' : 'note')] : undefined,
    },
    returns: {
      to: compensates ? ['previous'] : ['requester', 'previous'],
      resume: oneOf(dice, 'walk-again', 'straight-back', 'only-changed', 'choose', 'choose'),
      ...(dice(3) === 0 ? { maxRounds: dice(6) + 1 } : {}),
    },
  };
}

/** A copy for people who see to it, confirm that they have read it, or both. */
export function watching(dice: Dice): object {
  const upTo = oneOf<unknown>(dice, 2, 3, { role: 'gm' }, { role: 'nobody' });
  const to = [
    oneOf<object>(
      dice,
      { by: 'superior', upTo },
      { by: 'superior', level: 1 + dice(2) },
      { by: 'members', of: { unit: 'hq' } },
      { by: 'role', role: 'lead', scope: 'company' },
      { by: 'field', field: 'friend' },
    ),
    ...(dice(2) === 0 ? [{ by: 'unit-head' }] : []),
  ];
  const tasks = oneOf<object>(dice, { supervise: true }, { supervise: true }, { receipt: true }, { supervise: true, receipt: true });
  return { kind: 'cc', title, ...sometimes(dice), to, ...tasks };
}

function pause(dice: Dice): object {
  return { kind: 'delay', title, ...sometimes(dice), until: oneOf<object>(dice, { working: { hours: 1 } }, { field: 'day' }) };
}

/** Another system that calls back, within a time or whenever it is, and fills in what it answers. */
function callsBack(dice: Dice, call: object, around: StepScope): object {
  const within = { within: { hours: dice(3) + 1 }, ...(dice(2) === 0 && { late: sequence(dice, 0, around) }) };
  const wait = oneOf(dice, 'answer', 'callback', 'callback', 'none');
  const answer = around.writes && wait !== 'none' && dice(2) === 0 ? { answer: { flag: 'flag' } } : {};
  return { ...call, wait, ...answer, ...(wait === 'callback' && dice(3) > 0 ? within : {}) };
}

/** How long another system is waited for, and who sees to it where it has not called back by then. */
function calledBack(dice: Dice, around: StepScope): object {
  const wait = oneOf(dice, 'answer', 'callback', 'callback', 'none');
  if (wait !== 'callback' || dice(3) === 0) return { wait };
  return { wait, within: { hours: dice(3) + 1 }, ...(dice(2) === 0 && { late: [human(dice, around)] }) };
}

/** Something that is asked outside, with what the form says, or with nothing. */
function asksOutside(dice: Dice, around: StepScope): object {
  const when = sometimes(dice);
  const given = oneOf<object>(dice, {}, { about: { field: 'amount' } }, { about: { field: 'friend' } });
  const call = { kind: 'call', title, to: 'ledger', body: given };
  if (dice(2) === 0) return around.several ? callsBack(dice, call, around) : { ...call, ...when, ...calledBack(dice, around) };
  const onRejected = oneOf(dice, 'block', 'reject', 'ignore');
  return {
    kind: 'subprocess',
    title,
    ...when,
    definition: 'other',
    map: given,
    wait: oneOf(dice, 'all', 'all', 'none'),
    onRejected,
    bound: dice(3) > 0,
  };
}

/** Round after round, until somebody agrees. What is in it is as deep as outside, but no second loop. */
function loop(dice: Dice, depth: number, around: StepScope): object {
  const samePerson = oneOf(dice, 'merge', 'ask', 'any', 'superior');
  const consent = { kind: 'approve', title, ...around.rules(dice, 'approve'), samePerson };
  const inside = sequence(dice, around.repeated ? depth - 1 : depth, { ...around, lane: true, repeated: true });
  return { kind: 'loop', title, ...sometimes(dice), rounds: dice(3) + 2, steps: [...inside, consent] };
}

/** Nothing more is asked where it comes to this. */
function end(dice: Dice, { lane }: StepScope): object {
  return { kind: 'end', title, when: condition(dice), outcome: lane ? 'rejected' : oneOf(dice, 'approved', 'rejected') };
}

function branch(dice: Dice, depth: number, around: StepScope): object {
  return {
    kind: 'branch',
    title,
    ...sometimes(dice),
    cases: [0, 1].map(() => ({ title, when: condition(dice), steps: sequence(dice, depth - 1, around) })),
    otherwise: dice(2) === 0 ? sequence(dice, depth - 1, around) : [],
  };
}

function step(dice: Dice, depth: number, around: StepScope): object {
  const { several, outside, waits, repeated, compensates } = around;
  if (several && dice(4) > 0) return bySeveral(dice, around.writes);
  if (outside && dice(6) === 0) return asksOutside(dice, around);
  if (around.watched && dice(9) === 0) return watching(dice);
  if (waits && dice(7) === 0) return pause(dice);
  if (waits && !compensates && depth > 0 && dice(5) === 0) return loop(dice, depth, around);
  if (repeated && dice(10) === 0) return end(dice, around);
  const roll = dice(12);
  if (roll === 0) return { kind: 'cc', title, when: dice(2) === 0 ? condition(dice) : undefined, to: [{ by: 'role', role: 'any' }] };
  if (roll === 1 && !compensates) return end(dice, around);
  if (roll > (repeated ? 7 : 5) || depth === 0) return human(dice, around);
  if (roll < 4) return branch(dice, depth, around);
  const inside = (index: number) => lane(dice, depth - 1, { ...around, writes: around.writes && index === 0, lane: true });
  return { title, ...sometimes(dice), ...forked(dice, roll % 2 === 0, inside) };
}

function lane(dice: Dice, depth: number, around: StepScope): object {
  return { title, steps: sequence(dice, depth, around), onReject: oneOf(dice, 'request', 'lane', 'lane', 'pass') };
}

function forked(dice: Dice, parallel: boolean, make: (index: number) => object): object {
  const whenStarved = oneOf(dice, 'reject', 'pass');
  const lanes = Array.from({ length: dice(2) + 2 }, (_, index) => make(index));
  if (parallel) return { kind: 'parallel', whenStarved, lanes, join: oneOf<unknown>(dice, 'all', 'all', 'any', 2) };
  const chosen = lanes.map((each) => ({ ...each, when: condition(dice) }));
  return { kind: 'inclusive', whenStarved, lanes: chosen, ...(dice(2) === 0 ? { otherwise: make(9) } : {}) };
}

/** One to three steps, with others inside them down to a depth. None has an id yet. */
export function sequence(dice: Dice, depth: number, around: StepScope): object[] {
  return Array.from({ length: dice(3) + 1 }, () => step(dice, depth, around));
}
