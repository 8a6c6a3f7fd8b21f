import type { Condition } from '../definition/condition.schema';
import type { DefinitionInput } from '../definition/definition.schema';
import { LIMITS } from '../definition/limits';
import { parseDefinition } from '../definition/document/parse-definition';
import { compile } from '../machine/compile';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import { preview } from '../preview/preview';
import { EXPENSE, expense } from '../rehearsal/expense.fixture';
import { Play } from '../rehearsal/play.fixture';
import { formOf } from '../rehearsal/staffed.fixture';
import { advance } from '../engine/advance';
import { commandFrom } from '../operations/command-from';
import type { Facts, StepVerdict } from '../request/facts';
import { verify } from './verify';

const title = { zh: '节点', en: 'Step' };
const [review] = EXPENSE.flow as [object];

/** What import says: “code place: words”, at most the first two. */
function says(change: object): string[] {
  const read = parseDefinition({ ...EXPENSE, ...change });
  const findings = read.ok ? verify(read.definition) : read.findings;
  return findings.slice(0, 2).map(({ code, path, message }) => `${code} ${path}: ${message.en}`);
}
const steps = (count: number, more: (index: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({ ...review, returns: { to: [] }, id: `s${index}`, ...more(index) }));
const nested = (depth: number): object => {
  let inner: object[] = [{ ...review, id: 'leaf', returns: { to: [] } }];
  for (let at = 0; at < depth; at += 1) inner = [{ kind: 'branch', id: `b${at}`, title, cases: [{ title, when: filled, steps: inner }] }];
  return { flow: inner };
};
/** `wide` lanes, each of them `wide` lanes, `deep` levels of them. */
const lanes = (wide: number, deep: number, kind = 'parallel', path = 'l'): object => ({
  ...{ kind, id: path, title },
  lanes: Array.from({ length: wide }, (_, at) => ({
    ...{ title, ...(kind === 'inclusive' && { when: filled }) },
    steps: [deep > 1 ? lanes(wide, deep - 1, kind, `${path}-${at}`) : { ...review, id: `${path}-s${at}`, returns: { to: [] } }],
  })),
});
const filled = { filled: { field: 'reason' } };
const withRequired = (required: object) => ({
  form: { fields: [...EXPENSE.form.fields, { key: 'extra', type: 'text', label: title, required }] },
});

describe('the limits of a definition', () => {
  it.each<[string, object, RegExp]>([
    ['steps', { flow: steps(LIMITS.steps + 1) }, /^format flow: .*at most 200 entries/],
    [
      'steps in branches',
      {
        flow: [
          ...steps(LIMITS.steps),
          { kind: 'branch', id: 'b', title, cases: [{ title, when: filled, steps: [{ ...review, id: 'x' }] }] },
        ].slice(1),
      },
      /^over-limit flow: There are 201 steps; the limit is 200\./,
    ],
    ['levels of branches', nested(LIMITS.branchesDeep + 1), /^over-limit flow: .*the limit is 8\./],
    [
      'lanes at the same time',
      { flow: [lanes(13, 2)] },
      /^over-limit flow: There are 169 lanes in progress at the same time; the limit is 40\./,
    ],
    ['lanes deep inside lanes', { flow: [lanes(2, 6)] }, /^over-limit flow: There are 64 lanes .*the limit is 40\./],
    ['lanes of which each is walked where it should', { flow: [lanes(7, 2, 'inclusive')] }, /^over-limit flow: There are 49 lanes/],
    [
      'lanes of a branch',
      { flow: [{ kind: 'branch', id: 'b', title, cases: [{ title, when: filled, steps: [lanes(7, 2)] }] }] },
      /^over-limit flow: There are 49 lanes/,
    ],
    [
      'fields',
      { form: { fields: Array.from({ length: 121 }, (_, index) => ({ key: `f${index}`, type: 'text', label: title })) } },
      /^format form\.fields: .*at most 120 entries/,
    ],
    [
      'options',
      {
        form: {
          fields: [
            {
              key: 'k',
              type: 'choice',
              label: title,
              options: Array.from({ length: 201 }, (_, index) => ({ value: `o${index}`, label: title })),
            },
          ],
        },
      },
      /at most 200 entries/,
    ],
    [
      'cases',
      { flow: [{ kind: 'branch', id: 'b', title, cases: Array.from({ length: 31 }, () => ({ title, when: filled, steps: [] })) }] },
      /at most 30 entries/,
    ],
    [
      'comparisons',
      withRequired({ any: Array.from({ length: 50 }, () => ({ all: [filled, filled, filled] })) }),
      /^over-limit form\.fields\.\d+\.required: There are 75 comparisons/,
    ],
    [
      'levels of a condition',
      withRequired(Array.from({ length: 12 }).reduce<object>((inner) => ({ not: inner }), filled)),
      /^over-limit form\.fields\.\d+\.required: .*the limit is 8/,
    ],
    ['characters of a title', { title: { zh: 'x'.repeat(121), en: 'x' } }, /^over-limit title: The text has 121 characters/],
    ['characters of a template', { sentence: { zh: 'x'.repeat(501), en: 'x' } }, /^over-limit sentence: /],
    ['characters of any text', { description: { zh: 'x'.repeat(2_001), en: 'x' } }, /^format description\.zh: .*at most 2000 characters/],
    ['a version that no column holds', { version: 3_000_000_000 }, /^format version: .*at most 1000000/],
  ])('are told with their reason: %s', (_what, change, expected) => {
    expect(says(change)[0]).toMatch(expected);
  });

  it('let pass what lies at the limit', () => {
    expect(says({ flow: steps(LIMITS.steps) }).filter((line) => line.startsWith('over-limit'))).toEqual([]);
    expect(says({ flow: [lanes(20, 1), { ...lanes(6, 2, 'parallel', 'm') }] }).filter((line) => line.startsWith('over-limit'))).toEqual([]);
    expect(says(nested(LIMITS.branchesDeep)).filter((line) => line.startsWith('over-limit'))).toEqual([]);
  });

  it('stop documents that are too large, too deep or cannot be stored before they are looked at', () => {
    let deep: unknown = filled;
    for (let at = 0; at < 100_000; at += 1) deep = { not: deep };
    const started = process.cpuUsage().user;
    expect(says(withRequired(deep as object))[0]).toMatch(/^format form\.fields\.\d+\.required\.not.*nested too deeply: at most 60 levels/);
    expect(says({ phrases: Array.from({ length: 1_000_000 }, () => title) })[0]).toMatch(/^format .*at most 60000 values/);
    expect(says({ title: { zh: 'a\u0000', en: 'x' } })[0]).toMatch(/^format title\.zh: .*cannot be saved/);
    expect(says({ sentence: { zh: '\ud800', en: 'x' } })[0]).toMatch(/^format sentence\.zh: .*cannot be saved/);
    expect(says({ phrases: Array.from({ length: 5_000 }, () => 1) })).toHaveLength(1);
    expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
  });

  it('say at most a hundred things at once', () => {
    const read = parseDefinition({ ...EXPENSE, flow: Array.from({ length: 200 }, () => ({ kind: 'review' })) });
    expect(read.ok ? 0 : read.findings.length).toBe(100);
  });

  it('keep the work of a preview about linear, up to the limit itself, whatever later steps may write', () => {
    const asked = (count: number): { people: number; pieces: number } => {
      const definition = atTheLimit(count);
      verify(definition);
      let people = 0;
      const directory = sampleDirectory();
      const counted = new Proxy(directory.people, {
        getOwnPropertyDescriptor: (known, person) => ((people += 1), Reflect.getOwnPropertyDescriptor(known, person)),
      });
      const input = {
        form: { amount: cny(12_300) },
        requesterId: 'na',
        directory: { ...directory, people: counted },
        params: {},
        choices: {},
      };
      const pieces = [...preview(compile(definition), input)].length;
      return { people, pieces };
    };
    const [half, whole] = [asked(LIMITS.steps / 2), asked(LIMITS.steps)];
    expect(half.people).toBeGreaterThan(LIMITS.steps / 2);
    // One walk, and as many steps again as may be walked for the sake of other values: a piece for each.
    expect(whole.people).toBeLessThan(half.people + 3 * LIMITS.steps);
    expect(whole.pieces).toBeGreaterThan(LIMITS.steps);
    expect(whole.pieces).toBeLessThan(LIMITS.steps + 1_100);
  }, 120_000);

  it.each([
    ['merge into one another', { kind: 'review' }, { kind: 'merged', person: 'mei' }],
    ['find nobody', { kind: 'review', whenNobody: 'skip' }, { kind: 'skipped', reason: 'nobody' }],
    ['are copies', { kind: 'cc', to: [{ by: 'superior' }], assignee: undefined, returns: undefined }, { kind: 'seats', people: ['mei'] }],
  ] as [string, object, StepVerdict][])(
    'let one decision pass every step there may be, and come to each once: steps that %s',
    (_what, step, verdict) => {
      const flow = steps(LIMITS.steps, (index) => (index === 0 ? {} : step)).map((each) => JSON.parse(JSON.stringify(each)) as object);
      const play = new Play(expense({ flow: flow as never, submitChecks: [] })).seat('s0', 'mei');
      play.do('submit', 'ann', { form: formOf(10) });
      let asked = 0;
      const seats: Facts['seats'] = new Proxy(
        {},
        {
          getOwnPropertyDescriptor: (known, id) => ((asked += 1), Reflect.getOwnPropertyDescriptor(known, id)),
        },
      );
      const facts = { ...play.facts('mei'), seats };
      const command = commandFrom(play.process, play.body('approve', 'mei'), 'c', play.before('mei'));
      let next = advance(play.process, play.request, command, facts);
      for (; 'need' in next; next = next.goOn(facts)) for (const step of next.need) seats[step] = verdict;
      expect(next.request.state.value).toBe('approved');
      expect(Object.keys(next.request.state.context.steps)).toHaveLength(LIMITS.steps);
      expect(asked).toBeLessThan(5 * LIMITS.steps);
      // Whoever folds it knows all the people beforehand, and comes to the same.
      const whole = advance(play.process, play.request, command, { ...facts, seats: { ...seats } });
      expect(whole).toMatchObject({ request: { hash: next.request.hash }, transition: { events: next.transition.events } });
    },
  );
});

/** Steps with conditions, and as many choices that steps write and conditions read as the form may have. */
function atTheLimit(count: number) {
  const base = sampleDefinition();
  const written = Math.min(LIMITS.fields - base.form.fields.length, count / 2);
  const fields: DefinitionInput['form']['fields'] = Array.from({ length: written }, (_, index) => ({
    key: `y${index}`,
    type: 'yes-no',
    label: title,
    filledAt: 'step',
    expected: true,
  }));
  const when = (index: number): Condition => ({ not: { eq: [{ field: `y${index % written}` }, { value: false }] } });
  const flow = Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    kind: 'approve',
    title,
    samePerson: 'ask',
    assignee: { by: 'role', role: 'gm', scope: 'company' },
    ...(index % 2 ? { when: when(index) } : { fields: { write: [`y${(index / 2) % written}`] } }),
  }));
  const read = parseDefinition({ ...base, flow, form: { fields: [...base.form.fields, ...fields] } });
  if (!read.ok) throw new Error(`Expected a definition at the limits to be read, but ${read.findings[0]?.message.en}`);
  return read.definition;
}
