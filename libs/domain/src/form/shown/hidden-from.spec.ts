import type { Outline } from '../../definition/structure/outline';
import { hiddenFrom, type Reader } from './hidden-from';

const step = (...hidden: string[]) => ({ kind: 'approve', assignee: { by: 'superior' }, fields: { hidden } });
const PROCESS = {
  definition: { form: { fields: [{ key: 'sum', type: 'money-sum', of: 'rows.cost' }] } },
  steps: { one: step('amount', 'note'), two: step('amount'), open: step(), tell: { kind: 'cc' }, table: step('rows') },
} as unknown as Pick<Outline, 'definition' | 'steps'>;
const reader = (more: Partial<Reader>): Reader => ({ requester: false, readsAll: false, steps: [], ...more });
const hidden = (more: Partial<Reader>): string[] => [...hiddenFrom(PROCESS, reader(more))];

describe('a field is hidden from', () => {
  it('whose every step hides it', () => {
    expect(hidden({ steps: ['one'] })).toEqual(['amount', 'note']);
    expect(hidden({ steps: ['one', 'two', 'one'] })).toEqual(['amount']);
    expect(hidden({ steps: ['one', 'open'] })).toEqual([]);
  });

  it('nobody who asks, gets a copy of the process or may read everything', () => {
    for (const more of [{ requester: true }, { steps: ['one', 'tell'] }, { readsAll: true }])
      expect(hidden({ steps: ['one'], ...more })).toEqual([]);
  });

  it('whose step hides the table that it is the sum of', () => {
    expect(hidden({ steps: ['table'] })).toEqual(['rows', 'sum']);
    expect(hidden({ steps: ['table', 'one'] })).toEqual([]);
    expect(hidden({ through: true })).toEqual(['amount', 'note', 'rows', 'sum']);
  });

  it('whoever got a copy of somebody whose step hides it', () => {
    expect(hidden({ steps: ['two'] })).toEqual(['amount']);
  });

  it('whoever had no part in a step, where any step hides it: to be told of a request is no part in it', () => {
    const hiddenBySome = ['amount', 'note', 'rows', 'sum'];
    for (const steps of [[], ['constructor'], ['gone']]) expect(hidden({ steps })).toEqual(hiddenBySome);
    expect(hidden({ steps: ['constructor', 'two'] })).toEqual(['amount']);
  });

  it('nobody who corrects it, or has it in place of its requester', () => {
    expect([hidden({ corrects: true }), hidden({ corrects: true, through: true }), hidden({ steps: ['returned'] })]).toEqual([[], [], []]);
  });
});
