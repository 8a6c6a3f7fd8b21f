import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import { flatten, isHuman } from '../definition/flow';
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
      { key: 'flag', type: 'yes-no', label: title, filledAt: 'step' },
    ],
  },
  sentence: title,
  rowTitle: title,
  amount: 'amount',
  beneficiary: 'friend',
} as const;

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

function human(dice: Dice, rules: Rules): object {
  const kind = oneOf(dice, 'approve', 'review', 'review', 'approve', 'opinion', 'work');
  return {
    kind,
    title,
    when: dice(4) === 0 ? condition(dice) : undefined,
    ...(kind === 'work' && dice(5) === 0 ? { assignee: { by: 'requester' } } : rules(dice, kind)),
    samePerson: oneOf(dice, 'merge', 'ask'),
    whenNobody: kind !== 'approve' && dice(2) === 0 ? 'skip' : 'block',
    commentRequired: oneOf<unknown>(dice, false, false, true, condition(dice)),
    ...(kind === 'approve' && dice(2) === 0 ? { authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' } } : {}),
    fields: dice(2) === 0 ? { write: ['flag'], required: kind === 'work' ? ['flag'] : [] } : {},
    returns: {
      to: ['requester', 'previous'],
      resume: oneOf(dice, 'walk-again', 'straight-back', 'choose'),
      ...(dice(3) === 0 ? { maxRounds: dice(6) + 1 } : {}),
    },
  };
}

function step(dice: Dice, depth: number, rules: Rules): object {
  const roll = dice(10);
  if (roll === 0) return { kind: 'cc', title, when: dice(2) === 0 ? condition(dice) : undefined, to: [{ by: 'role', role: 'any' }] };
  if (roll === 1) return { kind: 'end', title, when: condition(dice), outcome: oneOf(dice, 'approved', 'rejected') };
  if (roll > 3 || depth === 0) return human(dice, rules);
  return {
    kind: 'branch',
    title,
    when: dice(4) === 0 ? condition(dice) : undefined,
    cases: [0, 1].map(() => ({ title, when: condition(dice), steps: sequence(dice, depth - 1, rules) })),
    otherwise: dice(2) === 0 ? sequence(dice, depth - 1, rules) : [],
  };
}

function sequence(dice: Dice, depth: number, rules: Rules): object[] {
  return Array.from({ length: dice(3) + 1 }, () => step(dice, depth, rules));
}

/** Gives every step an id of its own. */
function name(steps: object[], count: { next: number }): object[] {
  return steps.map((each) => {
    const { cases, otherwise, ...own } = each as { cases?: { steps: object[] }[]; otherwise?: object[] };
    const id = `step-${count.next++}`;
    const nested = cases?.map((one) => ({ ...one, steps: name(one.steps, count) }));
    return { ...own, id, ...(nested ? { cases: nested, otherwise: name(otherwise ?? [], count) } : {}) };
  });
}

/** Gives some steps edges to earlier ones. */
function connect(definition: Definition, dice: Dice): Definition {
  const all = flatten(definition.flow).filter(isHuman);
  for (const [index, each] of all.entries()) {
    const earlier = all[dice(Math.max(index, 1))]?.id;
    if (index === 0 || earlier === undefined) continue;
    if (dice(2) === 0) each.returns.to.push(earlier);
    if (dice(3) === 0) each.distinctFrom.push(earlier);
  }
  return definition;
}

/** Where something is carried out nothing ends in a no. */
function settle(definition: Definition): Definition {
  const all = flatten(definition.flow);
  const carriesOut = all.some((each) => isHuman(each) && each.authority?.kind === 'execute');
  for (const each of all) if (carriesOut && each.kind === 'end') each.outcome = 'approved';
  return definition;
}

/** A small definition as the dice fall. Throws when `verify` has an error against it: the dice make sound ones only. */
export function randomDefinition(dice: Dice, rules: Rules = anybody): Definition {
  const flow = name([human(dice, rules), human(dice, rules), ...sequence(dice, 2, rules)], { next: 0 }) as DefinitionInput['flow'];
  const definition = settle(connect(definitionSchema.parse({ ...HEAD, flow }), dice));
  const wrong = verify(definition).find(({ severity }) => severity === 'error');
  if (wrong) throw new Error(`Expected to make a sound definition, but ${wrong.path}: ${wrong.message.en}`);
  return definition;
}
