import type { RequestState } from '@countersign/domain';
import { neededFor, askingOf } from './directory-need';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const LOOKUPS = {
  ...{ superiors: true, nearRoles: [], companyRoles: [], persons: [], matters: [], claims: [] },
  ...{ personFields: ['host', 'guest'], unitFields: ['costUnit'] },
};
const state = (choices: Record<string, string>, unitId: string): RequestState =>
  ({ value: 'x', context: { choices, requester: { id: id(1), roles: [], unitId } } }) as unknown as RequestState;

describe('the directory around a request', () => {
  const draft = { requesterId: id(1), state: null, form: {} };

  it('is around the requester and the actor, each once', () => {
    expect(neededFor(draft, { actorId: id(2) }, LOOKUPS)).toEqual({ people: [id(1), id(2)], units: [] });
    expect(neededFor(draft, { actorId: id(1) }, LOOKUPS)).toEqual({ people: [id(1)], units: [] });
    expect(neededFor(draft, { actorId: null }, LOOKUPS)).toEqual({ people: [id(1)], units: [] });
  });

  it('is around whom the form names, as the command leaves it', () => {
    const head = { ...draft, form: { host: id(3), guest: id(4), costUnit: id(5), other: id(6) } };
    expect(neededFor(head, { actorId: null, overlay: { guest: id(7) } }, LOOKUPS)).toEqual({
      people: [id(1), id(3), id(7)],
      units: [id(5)],
    });
  });

  it('is around those picked, with the command and before it: some picks stand', () => {
    const head = { ...draft, state: state({ check: id(3) }, id(8)) };
    expect(neededFor(head, { actorId: null }, LOOKUPS)).toEqual({ people: [id(1), id(3)], units: [id(8)] });
    expect(neededFor(head, { actorId: null, choices: { check: id(4) } }, LOOKUPS).people).toEqual([id(1), id(3), id(4)]);
    expect(neededFor(head, { actorId: null, choices: {} }, LOOKUPS).people).toEqual([id(1), id(3)]);
  });

  it('is around whom an operator names for a step, and has named', () => {
    const asking = askingOf({ type: 'assign', requestId: 'r', actor: id(2), step: 'check', person: id(3) });
    expect(neededFor(draft, asking, LOOKUPS).people).toEqual([id(1), id(2), id(3)]);
    const standing = state({}, id(8));
    const named = {
      ...standing,
      context: { ...standing.context, steps: { check: { status: 'open', generation: 3, seats: {}, assigned: id(4) } } },
    };
    expect(neededFor({ ...draft, state: named as RequestState }, { actorId: null }, LOOKUPS).people).toEqual([id(1), id(4)]);
  });

  it('is around whoever is asked for information, whether any rule finds them or not', () => {
    const seats = { '0': { person: id(4), generation: 3 }, '1': { person: id(5), generation: 4, question: '0' } };
    const standing = state({}, id(8));
    const asked = { ...standing, context: { ...standing.context, steps: { check: { status: 'open', generation: 3, seats } } } };
    expect(neededFor({ ...draft, state: asked as RequestState }, { actorId: null }, LOOKUPS).people).toEqual([id(1), id(5)]);
  });

  it('is around whom a decision would be with again that is taken back, and whom the form named before it', () => {
    const open = { status: 'open', generation: 3, seats: { '0': { person: id(4), generation: 3, from: id(3) } } };
    const added = { '1': { person: id(5), generation: 4, addedBy: id(3) }, '2': null };
    const patch = {
      steps: { look: open, next: null },
      seats: { check: added },
      fields: { host: id(6) },
      rest: { choices: { pay: id(7) } },
    };
    const standing = state({}, id(8));
    const undone = { ...standing, context: { ...standing.context, steps: {}, undo: [{ patch }] } } as unknown as RequestState;
    expect(neededFor({ ...draft, state: undone }, { actorId: null }, LOOKUPS).people.sort()).toEqual([1, 4, 5, 6, 7].map(id));
  });

  it('passes over what is no id, and writes ids as PostgreSQL does', () => {
    const head = { ...draft, form: { host: 'nobody', guest: null, costUnit: id(5).replace('8000', 'ABCD') } };
    const around = neededFor(head, { actorId: null, people: [`${id(2)} `, id(3)] }, LOOKUPS);
    expect(around).toEqual({ people: [id(1), id(3)], units: [id(5).replace('8000', 'abcd')] });
  });
});
