import { sampleDirectory } from '../sample-company.fixture';
import { resolve, stillEntitled } from './resolve';
import { compile } from '../../machine/compile';
import { begin } from '../../engine/begin';
import { aboutNow } from '../../form/shown/shown-now';
import type { RequestState } from '../../request/request-state';
import { listed, LIST } from '../../rehearsal/checklist.fixture';

const role = (name: string) => ({ by: 'role' as const, role: name, scope: 'company' as const });
const item = (id: string, more: object = {}) => ({ id, title: { zh: id, en: id }, ...more });

function asked(items: object[], change: object = {}, context: Partial<RequestState['context']> = {}) {
  const definition = listed({ ...LIST, assignee: role('area-manager'), waive: role('gm'), items, fields: { write: [] }, ...change });
  const process = compile(definition);
  const { state } = begin(definition, 'r1');
  const requester = { id: 'na', roles: ['store-manager'], unitId: 'xuhui' };
  const at = { ...state, context: { ...state.context, requester, fields: { franchise: false, opensOn: '2026-12-01' }, ...context } };
  return { ...resolve(process, at, 'prepare', sampleDirectory()), process, at };
}

describe('the people of a checklist', () => {
  it('are found for each item, and each rule is looked up once', () => {
    const { verdict, derivation } = asked([
      item('mine'),
      item('shop', { owner: role('store-manager') }),
      item('till', { owner: role('store-manager'), with: [role('treasury-cashier')] }),
      item('late', { when: { eq: [{ field: 'franchise' }, { value: true }] } }),
    ]);
    expect(verdict).toEqual({
      kind: 'seats',
      people: ['zhang', 'na', 'chen'],
      items: { mine: [[0]], shop: [[1]], till: [[1], [2]] },
      waivers: ['zheng'],
    });
    expect(derivation.rules.map(({ rule }) => 'role' in rule && rule.role)).toEqual([
      'area-manager',
      'store-manager',
      'treasury-cashier',
      'gm',
    ]);
  });

  it('may be the requester, who decides nothing by it; but nobody waives what they ask for', () => {
    const { verdict } = asked([item('shop', { owner: { by: 'requester' } })], { waive: role('store-manager') });
    expect(verdict).toMatchObject({ kind: 'seats', people: ['na'], waivers: [] });
  });

  it('block the step where an item is nobody’s, or wants two people and there is one', () => {
    expect(asked([item('shop', { owner: role('nobody') })]).verdict).toMatchObject({ kind: 'blocked', reason: 'no-approver' });
    const twice = asked([item('till', { owner: role('gm'), with: [role('gm')] })]);
    expect(twice.verdict).toMatchObject({ kind: 'blocked', reason: 'too-few-approvers' });
    expect(asked([item('till', { owner: role('gm'), with: [role('nobody')] })]).verdict).toMatchObject({ kind: 'blocked' });
  });

  it('come from the fallback where an owner finds nobody, and from whom an operator named at last', () => {
    const fallen = asked([item('shop', { owner: role('nobody') })], { fallback: [role('ops-manager')] });
    expect(fallen.verdict).toMatchObject({ kind: 'seats', people: ['sun'] });
    const steps = { prepare: { status: 'blocked' as const, generation: 1, seats: {}, assigned: 'liu' } };
    const named = asked([item('mine'), item('shop', { owner: role('nobody') })], {}, { steps });
    expect(named.verdict).toMatchObject({ kind: 'seats', people: ['zhang', 'liu'], items: { mine: [[0]], shop: [[1]] } });
  });

  it('need not be found for what is settled', () => {
    const items = [item('mine'), item('shop', { owner: role('nobody') })];
    const { process, at } = asked(items);
    const about = aboutNow(process, 'prepare', at.context);
    const said = (material: string) => {
      const signed = [{ person: 'gone', n: 2, at: '', ...about, material }];
      const list = { since: '2026-11-22', waivers: [], of: { shop: { seats: [['0']], signed } } };
      return asked(items, {}, { steps: { prepare: { status: 'open', generation: 1, seats: {}, items: list } } }).verdict;
    };
    expect(said(about.material)).toMatchObject({ kind: 'seats', people: ['zhang'], items: { mine: [[0]], shop: [[]] } });
    // What was said about something else is not settled.
    expect(said('of before')).toMatchObject({ kind: 'blocked', reason: 'no-approver' });
  });

  it('stay entitled by the rule of any of their items', () => {
    const { process, at } = asked([item('shop', { owner: role('store-manager') })]);
    const entitled = (person: string) => stillEntitled(process, at, { step: 'prepare', person }, sampleDirectory());
    expect([entitled('na'), entitled('zhang'), entitled('chen')]).toEqual([true, true, false]);
  });
});
