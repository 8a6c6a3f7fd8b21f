import { EXPENSE, expense } from '../rehearsal/expense.fixture';
import { timerCommand } from '../request/system-commands';
import type { Definition, DefinitionInput } from '../definition/definition.schema';
import { definitionHash } from '../definition/document/definition-hash';
import { Play } from '../rehearsal/play.fixture';
import { advance } from '../engine/advance';
import { begin } from '../engine/begin';
import { compile, compileStored, machineJson } from './compile';
import { refuse } from '../engine/refuse';

const without = (paths: string[], left: string) => paths.filter((path) => path !== left);

describe('compile', () => {
  it('is one machine of plain JSON, with a state per step', () => {
    const json = machineJson(expense());
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    const phases = ['draft', 'walk', 'returned', 'approved', 'rejected', 'withdrawn', 'terminated', 'closed'];
    expect(Object.keys(json.states ?? {})).toEqual(phases);
    expect(Object.keys(json.states?.['walk']?.states ?? {})).toEqual(['review', 'check', 'size', 'opinion', 'approve', 'tell', 'pay']);
    expect(Object.keys(json.states?.['walk']?.states?.['check']?.states ?? {})).toEqual(['arrive', 'open', 'blocked']);
  });

  it('lists the steps in document order, branches flattened', () => {
    expect(compile(expense()).order).toEqual(['review', 'check', 'size', 'opinion', 'approve', 'tell', 'pay']);
  });

  it('lists what has to be looked up, and what the state keeps', () => {
    const { lookups, routing, material, shown } = compile(expense());
    expect(lookups).toEqual({
      superiors: true,
      anchors: [],
      companyRoles: ['director'],
      nearRoles: ['cashier', 'checker', 'secretary'],
      persons: [],
      matters: ['expense'],
      held: [{ register: 'invoice', field: 'items.invoice' }],
      linked: [],
      funds: null,
      operators: true,
    });
    expect(routing).toEqual(['amount', 'friend', 'inPlan', 'items.day', 'items.invoice']);
    expect(material).toEqual(['reason', 'items', 'amount', 'friend', 'inPlan']);
    expect(shown).toMatchObject({ check: without(material, 'inPlan'), approve: material });
  });

  it('looks in the whole company for whom a ladder tells, where its rule says so', () => {
    const [first, ...rest] = EXPENSE.flow;
    const told = { by: 'role', role: 'marketing', scope: 'company' } as const;
    const due = {
      working: { days: 1 },
      ladder: [
        { after: { days: 1 }, to: told },
        { after: { days: 2 }, to: { by: 'role', role: 'aide' } },
      ],
    };
    const flow = [{ ...(first as object), due }, ...rest] as DefinitionInput['flow'];
    const { lookups } = compile(expense({ flow }));
    expect(lookups.companyRoles).toEqual(['director', 'marketing']);
    expect(lookups.nearRoles).toContain('aide');
  });

  it('has one hash per definition, whatever the order of its keys', () => {
    const { flow, ...rest } = expense();
    expect(compile({ flow, ...rest }).hash).toBe(compile(expense()).hash);
    expect(compile(expense({ graceSeconds: 11 })).hash).not.toBe(compile(expense()).hash);
  });

  it('throws on a check that nobody knows', () => {
    expect(() => compile(expense({ submitChecks: [{ type: 'nothing' }] }))).toThrow('Expected to know the guard “nothing”');
  });

  it.each([
    ['a check that nobody knows', expense({ submitChecks: [{ type: 'nothing' }] }), 7, /nothing/],
    ['a kind of step that nobody knows', { ...expense(), flow: [{ kind: 'vote', id: 'vote' }] }, 0, /./],
    ['a form of another format', { ...expense(), form: {} }, 7, /./],
  ])('makes a process that throws at every decision of a stored definition with %s', (_, stored, steps, reason) => {
    const definition = stored as Definition;
    const process = compileStored(definition);
    const { state } = begin(definition, 'r');
    expect(process).toMatchObject({ hash: definitionHash(definition), machine: null, poisoned: expect.stringMatching(reason) });
    expect(process.order).toHaveLength(steps);
    expect(() =>
      refuse(process, state, timerCommand(begin(definition, 'r'), { step: null, kind: 'grace' }), new Play(expense()).facts('ann')),
    ).toThrow(reason);
    expect(() =>
      advance(
        process,
        begin(definition, 'r'),
        timerCommand(begin(definition, 'r'), { step: null, kind: 'grace' }),
        new Play(expense()).facts('ann'),
      ),
    ).toThrow(reason);
  });

  it('makes the same of a stored definition as of any other', () => {
    expect(compileStored(expense())).toMatchObject({ hash: compile(expense()).hash, poisoned: null });
  });

  it('throws on an id that would be another state', () => {
    const [first, ...rest] = expense().flow;
    expect(() => compile(expense({ flow: [{ ...first, id: 'approved' }, ...rest] as never }))).toThrow(/twice/);
  });

  it('begins every request of a definition alike', () => {
    expect(begin(expense(), 'r')).toEqual(begin(expense(), 'r'));
    expect(begin(expense(), 'r').hash).not.toBe(begin(expense(), 's').hash);
    expect(begin(expense(), 'r')).toMatchObject({ n: 0, state: { value: 'draft' } });
  });
});
