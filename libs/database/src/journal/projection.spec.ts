import {
  begin,
  compile,
  parseDefinition,
  type Definition,
  type EngineRequest,
  type StepRecord,
  type TransitionEvent,
} from '@countersign/domain';
import { project } from './projection';

const title = { zh: '事项', en: 'Matter' };
const lane = (id: string) => ({
  title,
  steps: [{ id, kind: 'review', title, assignee: { by: 'role', role: 'nobody', scope: 'company' } }],
});

function definition(): Definition {
  const read = parseDefinition({
    ...{ key: 'lanes', version: 1, title, area: 'finance', numberPrefix: 'L', start: { everyone: true }, sentence: title, rowTitle: title },
    form: { fields: [{ key: 'about', type: 'text', label: title }] },
    flow: [{ id: 'both', kind: 'parallel', title, join: 'all', lanes: [lane('one'), lane('two')] }],
  });
  if (!read.ok) throw new Error('Expected a definition that follows the format');
  return read.definition;
}

const process = compile(definition());
const stuck = (generation: number): StepRecord => ({ status: 'blocked', generation, seats: {}, owners: ['op'], reason: 'nobody' });

/** The request where those steps are stuck. */
function at(n: number, steps: Record<string, StepRecord>): EngineRequest {
  const request = begin(process.definition, '00000000-0000-4000-8000-000000000001');
  return { ...request, n, state: { ...request.state, context: { ...request.state.context, steps } } };
}

/** Steps whose owners have nothing to do any more once it has come to this. */
function settled(before: EngineRequest, request: EngineRequest, events: TransitionEvent[]): unknown {
  const facts = { now: '2026-11-30T08:00:00.000Z' };
  const transition = { n: request.n, command: { type: 'assign', actor: 'op' }, facts, events };
  const { unblocked, unblockedSteps } = project({
    process,
    before,
    advanced: { request, transition } as never,
    form: {},
    timeZone: 'UTC',
    derivations: {},
  });
  return { unblocked, unblockedSteps };
}

describe('what the owners of stuck steps have to do', () => {
  const blocked = (step: string): TransitionEvent => ({
    type: 'request.blocked',
    step,
    kind: 'no-approver',
    owners: ['op'],
    reason: 'nobody',
  });

  it('is over for the step that goes on, and stays for the other that is stuck as before', () => {
    const after = at(3, { one: stuck(2), two: { status: 'open', generation: 3, seats: {} } });
    expect(settled(at(2, { one: stuck(2), two: stuck(2) }), after, [{ type: 'request.unblocked', step: 'two' }])).toEqual({
      unblocked: 'assigned',
      unblockedSteps: ['two'],
    });
  });

  it('stays where another step gets stuck besides', () => {
    const before = at(2, { one: stuck(2), two: { status: 'open', generation: 2, seats: {} } });
    expect(settled(before, at(3, { one: stuck(2), two: stuck(3) }), [blocked('two')])).toEqual({ unblocked: null, unblockedSteps: [] });
  });

  it('begins anew where a step gets stuck once more', () => {
    const after = at(3, { one: stuck(3), two: stuck(2) });
    expect(settled(at(2, { one: stuck(2), two: stuck(2) }), after, [blocked('one')])).toEqual({
      unblocked: 'assigned',
      unblockedSteps: ['one'],
    });
  });
});
