import { parseDefinition, PERSON_OPERATIONS, type Definition } from '@countersign/domain';
import { INCIDENT, INCIDENT_MAPPING } from '../integration/replay-log/incident';
import { fits, fitting } from '../load/replay-log/mapping/alternatives';
import { mappingProblems, peopleNamed } from '../load/replay-log/mapping/mapping';
import { mappingSchema, type Activity, type Mapping } from '../load/replay-log/mapping/mapping.schema';
import { bodyOf, decidingRows, NEEDS_REASON, taskFor } from '../load/replay-log/mapping/operation-call';
import { standsAt, type View } from '../load/replay-log/request-client';
import { nameOf, takeValues } from '../load/replay-log/log/values';

type Context = Parameters<(typeof PERSON_OPERATIONS)[number]['needsComment']>[1];

const parsed = parseDefinition(INCIDENT);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
const definition: Definition = parsed.definition;
const mapping = mappingSchema.parse(INCIDENT_MAPPING);

const activity = (change: object): Activity => mappingSchema.shape.activities.parse({ x: change })['x'] as Activity;
const problems = (change: object): string =>
  mappingProblems({ ...mapping, activities: { ...mapping.activities, x: activity(change) } } as Mapping, definition).join('\n');
const view = (more: Partial<View> = {}): View => ({
  ...{ id: 'r', status: 'running', outcome: null, contentHash: null, suspended: null, task: null, otherTasks: [], lists: [] },
  ...{ current: [{ step: 'solve', people: [{ id: 'a' }, { id: 'b' }] }], definition: { key: 'incident' }, children: [], allowed: [] },
  ...more,
});

describe('operations that a mapping can say', () => {
  it('are all that people do with a request, but what is said in other words', () => {
    const unsaid = PERSON_OPERATIONS.map(({ type }) => type).filter(
      (command) => !mappingSchema.shape.activities.safeParse({ x: { command } }).success,
    );
    expect(unsaid).toEqual(['resubmit', 'start-child', 'correct']);
  });

  it('are given the activity as their reason wherever one is demanded', () => {
    const demanding = PERSON_OPERATIONS.filter(({ needsComment }) => needsComment(null, {} as Context)).map(({ type }) => type);
    expect(demanding.filter((type) => type !== 'correct' && !NEEDS_REASON.has(type))).toEqual([]);
  });

  it('bring what they take and nothing else', () => {
    const brought = { step: 'solve', person: 'p', from: 'q', comment: 'c', item: undefined, to: 'parts' };
    expect(bodyOf('claim', brought)).toEqual({});
    expect(bodyOf('reassign', brought)).toEqual({ step: 'solve', person: 'p', from: 'q', comment: 'c' });
    expect(bodyOf('transfer', brought)).toEqual({ person: 'p', comment: 'c' });
    expect(bodyOf('jump', brought)).toEqual({ step: 'solve', to: 'parts', comment: 'c' });
  });

  it('fit their definition in the worked example', () => {
    expect(mappingProblems(mapping, definition)).toEqual([]);
    expect(peopleNamed(mapping)).toContain('max');
  });

  it.each([
    [{ command: 'transfer', step: 'solve' }, 'x.person: “transfer” says whom'],
    [{ command: 'jump', step: 'solve', actor: 'system' }, 'x.to: a jump says where to'],
    [{ command: 'jump', step: 'solve', actor: 'system', to: { attribute: 'n', values: { a: 'attic' } } }, 'x.to: “attic” is no step'],
    [{ command: 'return', step: 'solve', to: 'cellar' }, 'x.to: “cellar” is no step'],
    [{ command: 'tick', step: 'fitting' }, 'x.item: “tick” says which item'],
    [{ command: 'approve', step: 'solve', person: 'requester' }, 'x.person: “approve” takes none'],
    [{ command: 'suspend', step: 'solve' }, 'x.step: “suspend” is not done at a step'],
    [{ command: 'comment', step: 'solve' }, 'x.step: “comment” is not done at a step'],
    [{ command: 'claim', actor: { pool: { attribute: 'g', values: { a: 'ghosts' } } } }, 'x.actor: there is no pool “ghosts”'],
    [{ command: 'ask', person: { pool: 'ghosts' } }, 'x.person: there is no pool “ghosts”'],
    [{ command: 'suspend', actor: { pool: 'desk' } }, 'x.actor: “suspend” is not done by whoever has a task; say "pick"'],
  ])('are refused where something lacks or is not taken: %j', (change, expected) => {
    expect(problems(change)).toContain(expected);
  });
});

describe('what fits where a request stands', () => {
  const alternatives = mapping.activities['In progress'] as Activity[];

  it('tells one word as a claim, as what goes on after a wait, or as nothing', () => {
    expect(fitting('In progress', alternatives, view()).command).toBe('claim');
    expect(fitting('In progress', alternatives, view({ suspended: {} })).command).toBe('resume');
    expect(fitting('In progress', alternatives, view({ current: [{ step: 'solve', people: [{ id: 'a' }] }] })).command).toBe('ignore');
  });

  it('is nothing but what goes on or ends it while it is suspended', () => {
    const held = view({ suspended: { by: 'max' } });
    expect(standsAt(held)).toBe('suspended');
    expect(fits(activity({ command: 'approve', step: 'solve' }), held)).toBe(false);
    expect(fits(activity({ command: 'terminate' }), held)).toBe(true);
    expect(fits(activity({ command: 'approve', step: 'solve', standing: 'solve' }), held)).toBe(true);
    expect(fits(activity({ command: 'ignore', standing: 'suspended' }), held)).toBe(true);
  });

  it('is an assignment where nobody was found', () => {
    const stuck = view({ status: 'blocked' });
    expect(fits(activity({ command: 'assign', step: 'solve', person: { pool: 'first' } }), stuck)).toBe(true);
    expect(fits(activity({ command: 'approve', step: 'solve' }), stuck)).toBe(false);
  });
});

describe('what an operation is about', () => {
  const task = (id: string, step: string, wants?: string) => ({ id, step, handedOn: wants === undefined ? null : { wants } });

  it('is the task at its step, a question for an answer', () => {
    const own = view({ task: task('1', 'parts'), otherTasks: [task('2', 'solve', 'decision'), task('3', 'solve', 'answer')] });
    expect(taskFor('approve', 'solve', own)?.id).toBe('2');
    expect(taskFor('answer', 'solve', own)?.id).toBe('3');
    expect(taskFor('approve', 'fitting', own)).toBeUndefined();
  });

  it('is named by what the event says, translated', () => {
    const source = { attribute: 'g', values: { a: 'first' }, otherwise: 'second' };
    expect(nameOf(source, { event: { g: 'a' }, trace: {} })).toBe('first');
    expect(nameOf(source, { event: {}, trace: { g: 'b' } })).toBe('second');
    expect(nameOf({ attribute: 'g' }, { event: {}, trace: {} })).toBeUndefined();
  });

  it('is, row by row, the number of a row, a reason, and what is left of its amount', () => {
    const sources = (mapping.activities['Parts cut'] as Activity).fields;
    const around = (event: Record<string, string>) => ({ event, trace: {}, later: [], idOf: () => '' });
    expect(takeValues(sources, decidingRows(definition), around({ line: '1', left: '60.005' })).values).toEqual({
      lines: [{ row: 1, reason: 'too dear', cut: { amount: '60.01', currency: 'EUR' } }],
    });
    expect(takeValues(sources, decidingRows(definition), around({ line: '0' })).values).toEqual({
      lines: [{ row: 0, reason: 'too dear' }],
    });
  });
});
