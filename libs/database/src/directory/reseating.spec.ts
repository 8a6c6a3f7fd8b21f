import { compileStored, definitionHash, parseDefinition, unaskedVerdict, type Directory, type RequestState } from '@countersign/domain';
import type { KnownProcess } from '../processes/process-cache';
import type { RequestHead } from '../repositories/request-head';
import { movesPeople, reseatings } from './reseating';

const title = { zh: '等待', en: 'Wait' };
const parsed = parseDefinition({
  ...{ key: 'wait', version: 1, title, area: 'finance', numberPrefix: 'W', start: { everyone: true } },
  ...{ form: { fields: [{ key: 'what', type: 'text', label: title }] }, sentence: title, rowTitle: title },
  flow: [{ kind: 'delay', id: 'wait', title, until: { working: { hours: 1 } } }],
});
if (!parsed.ok) throw new Error(`Expected a definition, but ${JSON.stringify(parsed)}`);
const { definition } = parsed;
const process = compileStored(definition);

/** The office is open from some hour on, in UTC. */
function directory(from: string): Directory {
  const hours: [string, string][] = [[from, '24:00']];
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
  const calendar = { timeZone: 'Etc/GMT', office: { week, statutory: false }, exceptions: [] };
  const shop = { id: 'shop', key: 'shop', kind: 'store' as const, name: title, parentId: null, path: ['shop'], calendar };
  const now = '2026-03-02T02:00:00.000Z';
  return { now, today: '2026-03-02', people: {}, units: { shop }, positions: [], grants: [], operators: ['op'] };
}

function standing(under: Directory, status: 'waiting' | 'blocked'): { known: KnownProcess; head: RequestHead } {
  const requester = { id: 'ann', roles: [], unitId: 'shop' };
  const before = {
    value: { walk: { wait: status } },
    context: { requester, steps: {}, fields: {}, poisoned: null },
  } as unknown as RequestState;
  const verdict = unaskedVerdict(process, before, 'wait', under);
  if (verdict?.kind !== 'until') throw new Error('Expected to know until when it waits');
  const { kind: _kind, ...until } = verdict;
  const record = status === 'waiting' ? { until } : { owners: ['op'], reason: 'no-date' };
  const state = { ...before, context: { ...before.context, steps: { wait: { status, generation: 1, seats: {}, ...record } } } };
  return {
    known: { process } as KnownProcess,
    head: { n: 1, hash: definitionHash(definition), state, diverged: null } as unknown as RequestHead,
  };
}

describe('a step that waits, when the directory changes', () => {
  it('is not affected as long as its moment stays', () => {
    const { known, head } = standing(directory('01:00'), 'waiting');
    expect(reseatings(known, head, directory('01:00'))).toEqual([]);
  });

  it('waits until another moment where the calendar says so, which moves nobody', () => {
    const { known, head } = standing(directory('01:00'), 'waiting');
    const [moved, ...others] = reseatings(known, head, directory('08:00'));
    expect(others).toEqual([]);
    expect(moved).toMatchObject({ step: 'wait', due: { was: '2026-03-02T03:00:00.000Z', is: '2026-03-02T09:00:00.000Z' }, blocked: false });
    expect(moved && movesPeople(moved)).toBe(false);
  });

  it('goes on where its moment was not known and now is', () => {
    const { known, head } = standing(directory('01:00'), 'blocked');
    expect(reseatings(known, head, directory('01:00'))).toMatchObject([{ step: 'wait', before: ['op'], after: [], blocked: false }]);
  });
});

describe('a step of several who sign, when the directory changes', () => {
  const parsedSigning = parseDefinition({
    ...{ key: 'sign', version: 1, title, area: 'finance', numberPrefix: 'S', start: { everyone: true } },
    ...{ form: { fields: [{ key: 'what', type: 'text', label: title }] }, sentence: title, rowTitle: title },
    flow: [{ kind: 'countersign', id: 'sign', title, people: [{ assignee: { by: 'role', role: 'signer' } }], rule: { by: 'all' } }],
  });
  if (!parsedSigning.ok) throw new Error(`Expected a definition, but ${JSON.stringify(parsedSigning)}`);
  const signing = compileStored(parsedSigning.definition);
  const staffed = (...ids: string[]): Directory => ({
    ...directory('00:00'),
    people: Object.fromEntries([...ids, 'ann'].map((id) => [id, { id, key: id, name: title, active: true }])),
    positions: ids.map((id) => ({
      ...{ id: `post-${id}`, personId: id, role: 'signer', unitId: 'shop', title, grade: 'staff' as const, superiorId: null },
      ...{ covers: [], primary: true, validFrom: null, validTo: null },
    })),
  });
  const SEATS = { 1: { person: 'a', generation: 1, vote: { stance: 'for', n: 2 } }, 2: { person: 'b', generation: 1 } };
  const head = (seats: object = SEATS): RequestHead => {
    const context = {
      requester: { id: 'ann', roles: [], unitId: 'shop' },
      steps: { sign: { status: 'open', generation: 1, seats } },
      fields: {},
      poisoned: null,
    };
    const state = { value: { walk: { sign: 'open' } }, context };
    return { n: 2, hash: definitionHash(parsedSigning.definition), state, diverged: null } as unknown as RequestHead;
  };
  const told = (...ids: string[]) => reseatings({ process: signing } as KnownProcess, head(), staffed(...ids)).filter(movesPeople);

  it('tells nothing of who has signed already, and of who comes and goes', () => {
    expect(told('a', 'b')).toEqual([]);
    expect(told('a', 'b', 'c')).toMatchObject([{ before: ['b'], after: ['b', 'c'] }]);
    expect(told('a', 'c')).toMatchObject([{ before: ['b'], after: ['c'] }]);
    expect(told('c')).toMatchObject([{ before: ['b', 'a'], after: ['c'] }]);
  });

  it('tells nothing of who was asked for advice, information or a signature, as long as those who asked stay', () => {
    const seats = {
      ...{ 1: { person: 'd', generation: 4, lentBy: 'a' }, 2: { person: 'b', generation: 1 } },
      ...{ 3: { person: 'e', generation: 5, addedBy: 'b' }, 4: { person: 'ann', generation: 6, question: '2' } },
    };
    const holders = (ids: string[], others: string[] = ['d', 'e']): Directory => {
      const { people, ...all } = staffed(...ids, ...others);
      return { ...all, people, positions: all.positions.filter(({ personId }) => personId !== null && ids.includes(personId)) };
    };
    const moved = (under: Directory) => reseatings({ process: signing } as KnownProcess, head(seats), under).filter(movesPeople);
    expect(moved(holders(['a', 'b']))).toEqual([]);
    expect(moved(holders(['b', 'c']))).toMatchObject([{ before: ['d', 'b'], after: ['b', 'c'] }]);
    expect(moved(holders(['a', 'b'], ['e']))).toMatchObject([{ before: ['d', 'b'], after: ['a', 'b'] }]);
    expect(moved(holders(['a', 'b'], ['d']))).toMatchObject([{ before: ['a', 'b', 'e'], after: ['a', 'b'] }]);
    const { people, ...others } = holders(['a', 'b']);
    const left = { ...people, ann: { id: 'ann', key: 'ann', name: title, active: false } };
    expect(moved({ ...others, people: left })).toMatchObject([{ before: ['a', 'b', 'ann'], after: ['a', 'b'] }]);
  });
});
