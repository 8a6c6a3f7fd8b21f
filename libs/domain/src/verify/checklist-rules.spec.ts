import { definitionSchema } from '../definition/definition.schema';
import { listed, LIST } from '../rehearsal/checklist.fixture';
import { verify } from './verify';

const item = (id: string, more: object = {}) => ({ id, title: { zh: id, en: id }, ...more });
const wrong = (change: object): string[] =>
  verify(listed(change))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
const withItems = (...items: object[]) => ({ items, fields: { write: [] } });

describe('a checklist that says something wrong', () => {
  it('is none as it stands', () => {
    expect(wrong({})).toEqual([]);
  });

  it.each([
    ['an item twice', withItems(item('a'), item('a')), 'same-item flow.1.items.1.id'],
    ['waiting for what is not there', withItems(item('a', { after: ['b'] })), 'unknown-item flow.1.items.0.after'],
    [
      'waiting in a circle',
      withItems(item('a', { after: ['c'] }), item('b', { after: ['a'] }), item('c', { after: ['b'] })),
      'items-wait-in-circle flow.1.items.0.after',
    ],
    ['waiting for itself', withItems(item('a', { after: ['a'] })), 'items-wait-in-circle flow.1.items.0.after'],
    ['evidence without a field', withItems(item('a', { evidence: ['nothing'] })), 'unknown-field flow.1.items.0.evidence'],
    ['evidence that it cannot write', withItems(item('a', { evidence: ['count'] })), 'evidence-not-writable flow.1.items.0.evidence'],
    ['a field of no item', { items: [item('a')], fields: { write: ['count'] } }, 'field-of-no-item flow.1.fields.write'],
    [
      'evidence of two items',
      { items: [item('a', { evidence: ['count'] }), item('b', { evidence: ['count'] })], fields: { write: ['count'] } },
      'evidence-shared flow.1.items',
    ],
    [
      'a hidden day by which an item is due',
      { fields: { ...LIST.fields, hidden: ['opensOn'] } },
      'hidden-but-awaited flow.1.fields.hidden',
    ],
    ['an unknown group', withItems(item('a', { group: 'roof' })), 'unknown-group flow.1.items.0.group'],
    ['due by no date', withItems(item('a', { due: { field: 'franchise', days: 1 } })), 'not-date flow.1.items.0.due.field'],
    ['waivable by nobody', { ...withItems(item('a', { waivable: true })), waive: undefined }, 'nobody-waives flow.1.items.0.waivable'],
    ['waived by its requester', { waive: { by: 'requester' } }, 'requester-waives flow.1.waive'],
    ['an owner by no person field', withItems(item('a', { owner: { by: 'field', field: 'count' } })), 'not-person flow.1.items.0.owner'],
    ['an owner who climbs', withItems(item('a', { owner: { by: 'climb' } })), 'climb-without-authority flow.1.items.0.owner'],
    ['an authority', { authority: { kind: 'execute', matter: 'store' } }, 'not-on-checklist flow.1.authority'],
    ['a required field', { fields: { write: ['photos', 'count'], required: ['count'] } }, 'not-on-checklist flow.1.fields.required'],
  ])('says so: %s', (_name, change, finding) => {
    expect(wrong(change)).toContain(finding);
  });

  it('is bounded in all that it holds', () => {
    const parses = (change: object) => definitionSchema.safeParse({ ...listed(), flow: [{ ...LIST, ...change }] }).success;
    const many = (count: number) => Array.from({ length: count }, (_, index) => item(`item-${index}`));
    expect([parses({ items: many(120) }), parses({ items: many(121) }), parses({ items: [] })]).toEqual([true, false, false]);
    expect(parses({ items: [item('a', { with: [1, 2, 3, 4].map(() => ({ by: 'role', role: 'x' })) })] })).toBe(false);
    expect(parses({ items: [item('a', { due: { days: 1_000 } })] })).toBe(false);
    expect(parses({ items: [item('a', { due: { at: '25:00' } })] })).toBe(false);
    expect(parses({ items: [item('a', { due: { days: -45, at: '08:30' } })] })).toBe(true);
  });
});
