import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import { flatten, isHuman } from '../definition/flow';
import { before, structureOf } from '../definition/structure';
import { verify } from '../verify/verify';

/** A number from 0 up to, and without, the bound. */
export type Dice = (bound: number) => number;

/** Dice that fall as the numbers say, over and over. */
export function loadedDice(numbers: readonly number[]): Dice {
  let next = 0;
  return (bound) => (numbers[next++ % numbers.length] ?? 0) % bound;
}

const title = { zh: '节点', en: 'Step' };

const HEAD = {
  key: 'random',
  version: 1,
  title,
  area: 'finance',
  numberPrefix: 'R',
  start: { everyone: true },
  parameters: [{ key: 'switch', title, default: true }],
  form: {
    fields: [
      { key: 'amount', type: 'money', label: title, required: true, material: true },
      { key: 'friend', type: 'person', label: title },
      { key: 'note', type: 'text', label: title },
      { key: 'day', type: 'date', label: title },
      { key: 'flag', type: 'yes-no', label: title, filledAt: 'step' },
    ],
  },
  sentence: title,
  rowTitle: title,
  amount: 'amount',
  beneficiary: 'friend',
} as const;

/** What steps of several need of the form, and what people may start by hand. */
const SEVERAL = {
  form: {
    fields: [
      ...HEAD.form.fields,
      { key: 'lines', type: 'table', label: title, columns: [{ key: 'cost', type: 'money', label: title, required: true }] },
      { key: 'count', type: 'number', label: title, filledAt: 'step' },
      { key: 'minutes', type: 'text', label: title, filledAt: 'step' },
    ],
  },
  children: [{ definition: 'other', title, by: ['requester', 'asked'], max: 3 }],
};

function oneOf<T>(dice: Dice, ...choices: T[]): T {
  return choices[dice(choices.length)] as T;
}

/** Conditions over the one amount, the one switch and the one field that steps write. */
function condition(dice: Dice): object {
  const amount = { gt: [{ field: 'amount' }, { money: `${dice(9) + 1}`, currency: 'CNY' }] };
  return oneOf<object>(dice, amount, amount, { eq: [{ field: 'flag' }, { value: true }] }, { eq: [{ param: 'switch' }, { value: true }] });
}

/** Who gets a step of a kind; by default any holder of one role, and some work is paying. */
export type Rules = (dice: Dice, kind: string) => { assignee: object; fallback?: object[]; authority?: object };
const anybody: Rules = (dice, kind) => ({
  assignee: { by: 'role', role: 'any' },
  ...(kind === 'work' && dice(2) === 0 ? { authority: { kind: 'execute', matter: 'expense' } } : {}),
});

/** Whether steps may fill in the one field, and whether they stand in a lane. */
interface Around {
  writes: boolean;
  lane: boolean;
  /** Some steps wait for a moment, or are repeated. */
  waits: boolean;
  /** Some ask other systems, or start other requests; what has ended may be taken up again. */
  outside: boolean;
  /** Some are done by several: signed, ticked off item by item, met about, decided row by row. */
  several: boolean;
}
const OUTSIDE: Around = { writes: true, lane: false, waits: false, outside: false, several: false };

function human(dice: Dice, rules: Rules, { writes }: Around): object {
  const kind = oneOf(dice, 'approve', 'review', 'review', 'approve', 'opinion', 'work');
  const hides = dice(5) === 0;
  const edits = dice(4) === 0 && kind !== 'opinion';
  return {
    kind,
    title,
    when: dice(4) === 0 ? condition(dice) : undefined,
    ...(kind === 'work' && dice(5) === 0 ? { assignee: { by: 'requester' } } : rules(dice, kind)),
    samePerson: oneOf(dice, 'merge', 'ask'),
    whenNobody: kind !== 'approve' && dice(2) === 0 ? 'skip' : 'block',
    commentRequired: oneOf<unknown>(dice, false, false, true, condition(dice)),
    ...(kind === 'approve' && dice(2) === 0 ? { authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' } } : {}),
    optional: !['approve', 'work'].includes(kind) && dice(3) === 0 ? { by: 'requester' } : undefined,
    fields: {
      ...(dice(2) === 0 && writes ? { write: ['flag'], required: kind === 'work' ? ['flag'] : [] } : {}),
      hidden: hides ? ['note'] : [],
      edit: edits ? [oneOf(dice, 'amount', hides ? 'amount' : 'note')] : undefined,
    },
    returns: {
      to: ['requester', 'previous'],
      resume: oneOf(dice, 'walk-again', 'straight-back', 'only-changed', 'choose', 'choose'),
      ...(dice(3) === 0 ? { maxRounds: dice(6) + 1 } : {}),
    },
  };
}

function pause(dice: Dice): object {
  const until = oneOf<object>(dice, { working: { hours: 1 } }, { field: 'day' });
  return { kind: 'delay', title, when: dice(4) === 0 ? condition(dice) : undefined, until };
}

/** Something that is asked outside, with what the form says, or with nothing. */
function asksOutside(dice: Dice): object {
  const when = dice(4) === 0 ? condition(dice) : undefined;
  const given = oneOf<object>(dice, {}, { about: { field: 'amount' } }, { about: { field: 'friend' } });
  if (dice(2) === 0) return { kind: 'call', title, when, to: 'ledger', body: given, wait: oneOf(dice, 'answer', 'answer', 'none') };
  const onRejected = oneOf(dice, 'block', 'reject', 'ignore');
  return {
    kind: 'subprocess',
    title,
    when,
    definition: 'other',
    map: given,
    wait: oneOf(dice, 'all', 'all', 'none'),
    onRejected,
    bound: dice(3) > 0,
  };
}

const holders = (role: string) => ({ by: 'role', role, scope: 'company' });
const AGAIN = { to: ['requester', 'previous'], resume: 'choose' };

function checklist({ writes }: Around): object {
  const items = [
    { id: 'first', title },
    { id: 'both', title, with: [holders('lead')], waivable: true, after: ['first'] },
    { id: 'counted', title, mandatory: false, owner: holders('gm'), evidence: writes ? ['count'] : [] },
  ];
  return {
    kind: 'checklist',
    title,
    assignee: holders('checker'),
    waive: holders('manager'),
    items,
    fields: { write: writes ? ['count'] : [] },
    returns: AGAIN,
  };
}

/** What several do, each their own part. */
function bySeveral(dice: Dice, around: Around): object {
  const rule = oneOf<object>(
    dice,
    { by: 'all' },
    { by: 'any' },
    { by: 'in-order' },
    { by: 'all-answer' },
    { by: 'number', of: 2 },
    { by: 'per-group' },
  );
  const people = [{ assignee: holders('checker') }, { assignee: holders('lead') }];
  const signing = { people, rule, rejection: oneOf(dice, 'veto', 'majority'), abstention: oneOf(dice, undefined, 'lowers', 'as-no') };
  switch (dice(around.writes ? 5 : 4)) {
    case 0:
      return checklist(around);
    case 1:
      return {
        kind: 'subprocess',
        title,
        definition: 'other',
        each: 'lines',
        map: { about: { column: 'cost' } },
        wait: oneOf<unknown>(dice, 'all', 'any', 2),
        onRejected: oneOf(dice, 'block', 'reject', 'ignore'),
        rest: oneOf(dice, 'withdraw', 'go-on'),
      };
    case 2:
      return { kind: 'countersign', title, ...signing, returns: AGAIN };
    case 3:
      return { kind: 'approve', title, assignee: holders('checker'), rows: { table: 'lines', cut: 'cost' }, returns: AGAIN };
    default:
      return { kind: 'meeting', title, secretary: { assignee: holders('checker') }, records: ['minutes'], ...signing };
  }
}

/** Round after round, until somebody agrees. */
function loop(dice: Dice, depth: number, rules: Rules, around: Around): object {
  const consent = { kind: 'approve', title, ...rules(dice, 'approve'), samePerson: oneOf(dice, 'merge', 'ask') };
  const steps = [...sequence(dice, depth - 1, rules, { ...around, lane: true }), consent];
  return { kind: 'loop', title, when: dice(4) === 0 ? condition(dice) : undefined, rounds: dice(3) + 2, steps };
}

function step(dice: Dice, depth: number, rules: Rules, around: Around): object {
  if (around.several && dice(4) > 0) return bySeveral(dice, around);
  if (around.outside && dice(6) === 0) return asksOutside(dice);
  if (around.waits && dice(7) === 0) return pause(dice);
  if (around.waits && depth > 0 && dice(8) === 0) return loop(dice, depth, rules, around);
  const roll = dice(12);
  if (roll === 0) return { kind: 'cc', title, when: dice(2) === 0 ? condition(dice) : undefined, to: [{ by: 'role', role: 'any' }] };
  if (roll === 1)
    return { kind: 'end', title, when: condition(dice), outcome: around.lane ? 'rejected' : oneOf(dice, 'approved', 'rejected') };
  if (roll > 5 || depth === 0) return human(dice, rules, around);
  const when = dice(4) === 0 ? condition(dice) : undefined;
  if (roll < 4)
    return {
      kind: 'branch',
      title,
      when,
      cases: [0, 1].map(() => ({ title, when: condition(dice), steps: sequence(dice, depth - 1, rules, around) })),
      otherwise: dice(2) === 0 ? sequence(dice, depth - 1, rules, around) : [],
    };
  return {
    title,
    when,
    ...forked(dice, roll === 4, (index) => lane(dice, depth - 1, rules, { ...around, writes: around.writes && index === 0, lane: true })),
  };
}

/** Only one lane may fill in the field: two would overwrite each other. */
function lane(dice: Dice, depth: number, rules: Rules, around: Around): object {
  return { title, steps: sequence(dice, depth, rules, around), onReject: oneOf(dice, 'request', 'lane', 'lane') };
}

function forked(dice: Dice, parallel: boolean, make: (index: number) => object): object {
  const whenStarved = oneOf(dice, 'reject', 'pass');
  const lanes = Array.from({ length: dice(2) + 2 }, (_, index) => make(index));
  if (parallel) return { kind: 'parallel', whenStarved, lanes, join: oneOf<unknown>(dice, 'all', 'all', 'any', 2) };
  const chosen = lanes.map((each) => ({ ...each, when: condition(dice) }));
  return { kind: 'inclusive', whenStarved, lanes: chosen, ...(dice(2) === 0 ? { otherwise: make(9) } : {}) };
}

function sequence(dice: Dice, depth: number, rules: Rules, around: Around = OUTSIDE): object[] {
  return Array.from({ length: dice(3) + 1 }, () => step(dice, depth, rules, around));
}

interface Holding {
  cases?: { steps: object[] }[];
  lanes?: { steps: object[] }[];
  otherwise?: object[] | { steps: object[] };
  steps?: object[];
}

/** Gives every step an id of its own. */
function name(steps: object[], count: { next: number }): object[] {
  const inside = <T extends { steps: object[] }>(each: T): T => ({ ...each, steps: name(each.steps, count) });
  return steps.map((each) => {
    const { cases, lanes, otherwise, steps: repeated, ...own } = each as Holding;
    const id = `step-${count.next++}`;
    return {
      ...own,
      id,
      ...(cases ? { cases: cases.map(inside) } : {}),
      ...(lanes ? { lanes: lanes.map(inside) } : {}),
      ...(repeated ? { steps: name(repeated, count) } : {}),
      ...(otherwise ? { otherwise: Array.isArray(otherwise) ? name(otherwise, count) : inside(otherwise) } : {}),
    };
  });
}

/** Gives some steps edges to earlier ones. */
function connect(definition: Definition, dice: Dice): Definition {
  const structure = structureOf(definition.flow);
  for (const each of flatten(definition.flow).filter(isHuman)) {
    const known = before(structure, each.id);
    const earlier = known[dice(Math.max(known.length, 1))];
    if (earlier === undefined) continue;
    if (dice(2) === 0) each.returns.to.push(earlier);
    if (dice(3) === 0) each.distinctFrom.push(earlier);
  }
  return definition;
}

/** Where something is carried out nothing ends in a no; in lanes nothing else does, so there nothing is. */
function settle(definition: Definition): Definition {
  const all = flatten(definition.flow);
  const { standing } = structureOf(definition.flow);
  if (all.some((each) => each.kind === 'end' && (standing.get(each.id)?.lanes.length ?? 0) > 0))
    for (const each of all.filter(isHuman)) if (each.authority?.kind === 'execute') delete each.authority;
  const carriesOut = all.some((each) => isHuman(each) && each.authority?.kind === 'execute');
  for (const each of all) if (carriesOut && each.kind === 'end') each.outcome = 'approved';
  return definition;
}

/** How a request that has ended goes on, and who may revoke it. */
function takenUp(dice: Dice): object {
  const by = ['requester', 'operator'];
  const reopen = { by, outcomes: ['approved', 'rejected', 'withdrawn', 'terminated'], to: oneOf(dice, 'requester', 'step-0') };
  return { reopen, revoke: { by } };
}

/** A small definition as the dice fall, with steps that wait for a moment or are repeated where that is asked for. Throws when `verify` has an error against it: the dice make sound ones only. */
export function randomDefinition(
  dice: Dice,
  rules: Rules = anybody,
  more: Partial<Pick<Around, 'waits' | 'outside' | 'several'>> = OUTSIDE,
): Definition {
  const around = { ...OUTSIDE, ...more };
  const first = around.several ? [human(dice, rules, around)] : [human(dice, rules, around), human(dice, rules, around)];
  const flow = name([...first, ...sequence(dice, 2, rules, around)], {
    next: 0,
  }) as DefinitionInput['flow'];
  const head = { ...HEAD, ...(around.outside ? takenUp(dice) : {}), ...(around.several ? SEVERAL : {}) };
  const definition = settle(connect(definitionSchema.parse({ ...head, flow }), dice));
  const wrong = verify(definition).find(({ severity }) => severity === 'error');
  if (wrong) throw new Error(`Expected to make a sound definition, but ${wrong.path}: ${wrong.message.en}`);
  return definition;
}
