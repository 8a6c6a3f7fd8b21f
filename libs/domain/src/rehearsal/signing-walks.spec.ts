import { fc, Walk } from '../../../../test/support/seeded';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { RESUMES } from '../definition/steps/step-parts';
import type { CountingRule } from '../definition/steps/counting';
import type { CommandBody } from '../request/command';
import { openSeats, phaseOf, recordOf, standingStep } from '../request/standing';
import { directoryOf, type Company } from './company.fixture';
import { EXPENSE } from './expense.fixture';
import { changed, fold, Play } from './play.fixture';
import { loadedDice, type Dice } from './loaded-dice.fixture';
import { SigningOracle, type Signing } from './signing-oracle.fixture';
import type { Holders, Signed } from './signing-past.fixture';
import { formOf } from './staffed.fixture';
import { TaskBook } from './task-book.fixture';

const NOW = '2026-03-02T02:00:00.000Z';
const PEOPLE = ['al', 'bea', 'cy', 'dot', 'eve', 'fay'];
const title = { zh: '步骤', en: 'Step' };
const role = (name: string) => ({ by: 'role', role: name, scope: 'company' });

const RULES: CountingRule[] = [
  { by: 'all' },
  { by: 'any' },
  { by: 'in-order' },
  { by: 'all-answer' },
  { by: 'number', of: 2 },
  { by: 'share', percent: 60 },
  { by: 'weight', atLeast: 3 },
  { by: 'per-group' },
];

/** How the step in the middle signs, as the dice fall: a countersign of any rule, or a step whose first word settles it. */
function randomSigning(dice: Dice): Signing & { groups: number } {
  const groups = 1 + dice(3);
  const rule = RULES[dice(RULES.length)] as CountingRule;
  const single = dice(4) === 0;
  return {
    groups,
    single,
    inOrder: !single && rule.by === 'in-order',
    counting: {
      groups: Array.from({ length: groups }, (_, index) => ({ weight: index === 0 ? 2 : 1, needs: 1 })),
      rule,
      rejection: dice(2) === 0 ? 'veto' : 'majority',
      abstention: dice(2) === 0 ? 'lowers' : 'as-no',
    },
  };
}

function definitionOf({ single, counting, groups }: Signing & { groups: number }): Definition {
  const { rule, rejection, abstention } = counting;
  const weighs = rule.by === 'weight' || rule.by === 'share';
  const people = Array.from({ length: groups }, (_, index) => ({
    assignee: role(`group-${index}`),
    ...(weighs && index === 0 ? { weight: 2 } : {}),
  }));
  const asks = { title, samePerson: 'ask', returns: { to: ['first', 'requester'], resume: 'choose' } };
  const sign = single
    ? { ...asks, id: 'sign', kind: 'approve', assignee: role('group-0') }
    : { ...asks, id: 'sign', kind: 'countersign', people, rule, rejection, abstention };
  const first = { ...asks, id: 'first', kind: 'review', assignee: role('first'), returns: { to: [] }, fields: { write: ['receipt'] } };
  const last = {
    ...asks,
    id: 'last',
    kind: 'approve',
    assignee: role('last'),
    returns: { to: ['first', 'sign', 'requester'], resume: 'choose' },
  };
  const form = { fields: [...EXPENSE.form.fields, { key: 'note', type: 'text', label: title }] };
  return definitionSchema.parse({ ...EXPENSE, form, submitChecks: [], graceSeconds: 0, flow: [first, sign, last] });
}

function companyOf(holders: Holders, here: ReadonlySet<string>): Company {
  const posts = [
    ['first', 'fi'],
    ['last', 'la'],
    ['clerk', 'ann'],
    ...holders.flatMap((people, group) => people.map((who) => [`group-${group}`, who])),
  ];
  return {
    active: Object.fromEntries(['ann', 'fi', 'la', 'op', ...PEOPLE].map((who) => [who, !PEOPLE.includes(who) || here.has(who)])),
    posts: posts.map(([name = '', person = ''], index) => ({ id: `post-${index}`, role: name, person, unit: 'shop', superior: null })),
    authorities: [],
    operators: ['op'],
    away: {},
  };
}

const move = fc.record({
  act: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'no', 'abstain', 'back', 'add', 'add', 'remove', 'undo', 'company', 'company', 'again'),
  who: fc.nat(99),
  whom: fc.constantFrom(...PEOPLE),
  where: fc.constantFrom('before' as const, 'after' as const, 'beside' as const),
  to: fc.constantFrom('first', 'sign', 'requester'),
  resume: fc.constantFrom(...RESUMES),
  note: fc.constantFrom('A1', 'A1', 'A2'),
  receipt: fc.constantFrom('R1', 'R1', 'R2'),
  rolls: fc.noShrink(fc.array(fc.nat(999), { minLength: 12, maxLength: 12 })),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** One request, what happened to it, and the same as a story. */
class Scene {
  readonly play: Play;
  readonly signing: Signing & { groups: number };
  readonly book = new TaskBook();
  readonly told: string[] = [];
  past: { n: number; event: Signed }[] = [];

  constructor(dice: Dice) {
    this.signing = randomSigning(dice);
    this.play = new Play(definitionOf(this.signing));
    this.play.actors = { op: { rights: ['requests.operate'] } };
    const event = this.randomHolders(dice);
    this.hires(event);
    this.play.do('submit', 'ann', { form: noted('A1') });
    this.took(event);
  }

  randomHolders(dice: Dice): Extract<Signed, { what: 'holders' }> {
    const holders = Array.from({ length: this.signing.single ? 1 : this.signing.groups }, () => PEOPLE.filter(() => dice(3) === 0));
    return { what: 'holders', by: 'system', holders, here: new Set(PEOPLE.filter(() => dice(8) > 0)) };
  }

  hires({ holders, here }: Extract<Signed, { what: 'holders' }>): void {
    this.play.directory = directoryOf(companyOf(holders, here), NOW);
  }

  took(event: Signed): void {
    this.past.push({ n: this.play.request.n, event });
    this.book.follow(this.play.events);
  }

  get step(): string | null {
    return standingStep(this.play.request.state);
  }

  /** Where the engine stands and whom it asks. */
  get actual(): { at: string; asked: string[] } {
    const { context } = this.play;
    const phase = phaseOf(this.play.request.state);
    const { step } = this;
    const at =
      context.outcome ??
      (phase === 'returned' ? 'requester' : step !== null && recordOf(context, step)?.status === 'blocked' ? 'stuck' : step);
    const seats = step === null ? [] : openSeats(recordOf(context, step));
    return { at: at ?? '', asked: seats.map(([, { person }]) => person).sort() };
  }
}

/** A form with something in it that nothing reads. */
const noted = (note: string) => formOf(1200, { note });

function bodyOf(
  scene: Scene,
  each: Move,
): { type: CommandBody['type']; by: string; change: Partial<CommandBody>; event: Signed | null } | null {
  const { play, step } = scene;
  const { act, resume, note, receipt, where, whom } = each;
  if (scene.actual.at === 'requester')
    return { type: 'resubmit', by: 'ann', change: { form: noted(note) }, event: { what: 'resubmit', by: 'ann', note } };
  if (act === 'undo') return { type: 'undo', by: play.context.undo.at(-1)?.person ?? 'ann', change: {}, event: null };
  if (act === 'again') return { type: 'resolve-again', by: 'op', change: { step: 'sign' }, event: { what: 'again', by: 'op' } };
  const seats = openSeats(recordOf(play.context, step ?? ''));
  const [, seat] = seats[each.who % Math.max(seats.length, 1)] ?? [];
  if (act === 'remove') {
    const by = Object.values(recordOf(play.context, 'sign')?.seats ?? {}).find(({ addedBy }) => addedBy)?.addedBy ?? 'al';
    return { type: 'remove-signer', by, change: {}, event: { what: 'remove', by } };
  }
  if (seat === undefined || step === null) return null;
  const [by, at] = [seat.person, { step, generation: seat.generation }];
  const [, first = seat] = seats.find(([, other]) => other.person === by && other.generation === seat.generation) ?? [];
  const group = first.addedBy === undefined ? (first.group ?? 0) : null;
  if (act === 'add')
    return {
      type: `sign-${where}`,
      by,
      change: { ...at, person: whom },
      event: { what: 'add', by, where, whom, group, n: play.request.n + 1 },
    };
  if (act === 'back') {
    const to = step === 'last' ? each.to : each.to === 'sign' ? 'first' : each.to;
    return { type: 'return', by, change: { ...at, to, resume }, event: { what: 'back', by, from: step, to, resume } };
  }
  const type = act === 'no' ? 'reject' : act === 'abstain' ? 'abstain' : 'approve';
  const change = step === 'first' ? { ...at, fields: { receipt } } : at;
  return { type, by, change, event: { what: act === 'no' || act === 'abstain' ? act : 'yes', by, step, group, receipt } };
}

function company(scene: Scene, each: Move): void {
  if (scene.actual.at !== 'sign' && scene.actual.at !== 'stuck') return;
  const { directory } = scene.play;
  const event = scene.randomHolders(loadedDice(each.rolls));
  scene.hires(event);
  const refused = changed(scene.play);
  scene.told.push(
    `  the company: ${JSON.stringify(event.holders)}, there are ${[...event.here].join()}${refused ? ': nothing changes' : ''}`,
  );
  if (refused === null) return scene.took(event);
  // Where it makes no difference to those who are asked, it is as if it had not been.
  scene.play.directory = directory;
}

function turn(scene: Scene, each: Move): void {
  if (each.act === 'company' && scene.actual.at !== 'requester') return company(scene, each);
  const asked = bodyOf(scene, each);
  if (asked === null || (asked.event?.what === 'add' && scene.step !== 'sign')) return;
  const taken = asked.type === 'undo' ? scene.play.context.undo.findLast(({ person }) => person === asked.by)?.n : undefined;
  const refused = scene.play.do(asked.type, asked.by, { comment: 'Because.', ...asked.change });
  scene.told.push(`  ${asked.by} ${asked.type} ${JSON.stringify(asked.change)}${refused ? ` – ${refused.code}` : ''}`);
  if (refused !== null) return;
  if (asked.event) return scene.took(asked.event);
  const isLast = scene.past.at(-1)?.n === taken;
  const was = scene.past.find(({ n }) => n === taken)?.event;
  // Whoever has been asked while a step waited for a signature is asked still when it waits for it no more.
  if (was?.what === 'add') scene.took({ what: 'unadd', by: asked.by, of: was.n });
  else {
    scene.past = scene.past.filter(({ n }) => n !== taken);
    scene.book.follow(scene.play.events);
  }
  // Whoever is asked again is so by the company of then: it is looked at once more.
  if (!isLast && changed(scene.play) === null) scene.book.follow(scene.play.events);
}

function standsRight(scene: Scene): void {
  const expected = SigningOracle.tell(
    scene.signing,
    scene.past.map(({ event }) => event),
  );
  const same = JSON.stringify(scene.actual) === JSON.stringify(expected);
  if (!same) throw new Error(`Expected ${JSON.stringify(expected)}, but the engine stands at ${JSON.stringify(scene.actual)}`);
  const open = JSON.stringify([...scene.book.open.values()].sort());
  if (open !== JSON.stringify(scene.actual.asked)) throw new Error(`Expected the events to tell every open task, but they tell ${open}`);
  if (scene.actual.at === 'sign' && scene.actual.asked.length === 0) throw new Error('Expected somebody to be asked');
}

/** Not made smaller where something fails: what matters then are fewer moves, in the same company. */
const numbers = fc.noShrink(fc.array(fc.nat(10_000), { minLength: 61, maxLength: 61 }));

describe('whatever is signed, added, sent back, undone or changed in the company', () => {
  it('asks exactly those whom the story so far says, by every rule of counting', () => {
    const met = new Set<string>();
    const walk = new Walk('signing-walks');
    fc.assert(
      fc.property(numbers, fc.array(move, { minLength: 1, maxLength: 60, size: 'max' }), (rolls, moves) => {
        const dice = loadedDice(rolls);
        let scene = new Scene(dice);
        try {
          for (const each of moves) {
            if (scene.play.context.outcome !== null && each.act !== 'undo') {
              if (fold(scene.play.process, scene.play.journal).hash !== scene.play.request.hash)
                throw new Error('Expected the fold to come out the same');
              scene = new Scene(dice);
            }
            turn(scene, each);
            walk.step();
            standsRight(scene);
            met
              .add(scene.actual.at)
              .add(scene.past.at(-1)?.event.what ?? '')
              .add(scene.signing.single ? 'single' : scene.signing.counting.rule.by);
          }
        } catch (error) {
          const { signing, told } = scene;
          throw new Error(`${(error as Error).message}\n${JSON.stringify(signing)}\n${told.join('\n')}`, { cause: error });
        }
      }),
      { numRuns: walk.runs, endOnFailure: true },
    );
    walk.wentFar();
    const places = ['first', 'sign', 'last', 'stuck', 'requester', 'rejected', 'approved'];
    const happenings = ['yes', 'no', 'abstain', 'back', 'resubmit', 'add', 'remove', 'holders', 'again'];
    expect([...met]).toEqual(expect.arrayContaining([...places, ...happenings, 'single', ...RULES.map(({ by }) => by)]));
  });
});
