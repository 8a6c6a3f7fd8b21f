import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import { flatten, isHuman } from '../definition/flow';
import type { HumanStep } from '../definition/step.schema';
import { before, structureOf } from '../definition/structure/structure';
import { verify } from '../verify/verify';
import { oneOf, type Dice } from './loaded-dice.fixture';
import { human, PLAIN, sequence, watching, type StepScope, type Rules } from './random-steps.fixture';
import { FIELDS_OF_SEVERAL } from './random-steps-of-several.fixture';

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
      { key: 'board', type: 'people', label: title },
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

interface Holding {
  cases?: { steps: object[] }[];
  lanes?: { steps: object[] }[];
  otherwise?: object[] | { steps: object[] };
  steps?: object[];
  late?: object[];
}

/** Gives every step an id of its own. */
function name(steps: object[], count: { next: number }): object[] {
  const inside = <T extends { steps: object[] }>(each: T): T => ({ ...each, steps: name(each.steps, count) });
  return steps.map((each) => {
    const { cases, lanes, otherwise, steps: repeated, late, ...own } = each as Holding;
    const id = `step-${count.next++}`;
    return {
      ...own,
      id,
      ...(cases ? { cases: cases.map(inside) } : {}),
      ...(lanes ? { lanes: lanes.map(inside) } : {}),
      ...(repeated ? { steps: name(repeated, count) } : {}),
      ...(late ? { late: name(late, count) } : {}),
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
  const decided = flatten(definition.flow).filter(isHuman);
  for (const each of flatten(definition.revoke?.steps ?? []).filter(isHuman))
    if (dice(3) === 0) each.distinctFrom.push((decided[dice(decided.length)] as HumanStep).id);
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

/** What else a random definition has, each only where it is asked for. */
export interface More extends Partial<Pick<StepScope, 'waits' | 'clocks' | 'outside' | 'several' | 'claims' | 'watched'>> {
  rules?: Rules;
  /** What has ended may be taken up again. */
  takenUp?: boolean;
  /** Steps run where an approval is revoked. */
  compensates?: boolean;
}

/** How a request that has ended goes on, and who may revoke it; with what its steps are that run then. */
function takenUp(dice: Dice, steps: object[]): object {
  const by = ['requester', 'operator'];
  const reopen = { by, outcomes: ['approved', 'rejected', 'withdrawn', 'terminated'], to: oneOf(dice, 'requester', 'step-0') };
  return { reopen, revoke: { by, ...(steps.length > 0 && { steps }) } };
}

/** What several need besides of the form, and what people may start by hand. */
function forSeveral(): object {
  const children = [{ definition: 'other', title, by: ['requester', 'asked'], max: 3 }];
  return { form: { fields: [...HEAD.form.fields, ...FIELDS_OF_SEVERAL] }, children };
}

/** A small definition as the dice fall. Throws when `verify` has an error against it: the dice make sound ones only. */
export function randomDefinition(dice: Dice, more: More = {}): Definition {
  const around = { ...PLAIN, ...more, compensates: false };
  const count = { next: 0 };
  const watched = around.watched && dice(2) === 0 ? [watching(dice)] : [];
  const first = [human(dice, around), ...watched, ...(around.several ? [] : [human(dice, around)])];
  const flow = name([...first, ...sequence(dice, 2, around)], count) as DefinitionInput['flow'];
  const undoing = more.compensates
    ? name(sequence(dice, 1, { ...around, compensates: true, outside: false, several: false, claims: false }), count)
    : [];
  const head = { ...HEAD, ...(more.takenUp ? takenUp(dice, undoing) : {}), ...(around.several ? forSeveral() : {}) };
  // Of a meeting only what its own lines say is kept.
  const made = JSON.stringify(settle(connect(definitionSchema.parse({ ...head, flow }), dice)));
  const definition = definitionSchema.parse(JSON.parse(made));
  const wrong = verify(definition).find(({ severity }) => severity === 'error');
  if (wrong) throw new Error(`Expected to make a sound definition, but ${wrong.code} ${wrong.path}: ${wrong.message.en}`);
  return definition;
}
