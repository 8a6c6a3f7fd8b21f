import { compile } from '../../machine/compile';
import { cny, grant, sampleDefinition, sampleDirectory } from '../../people/sample-company.fixture';
import type { Directory } from '../../people/directory';
import { changedRoutes } from './changed-routes';
import { inOneGo } from '../in-one-go.fixture';

const process = compile(sampleDefinition());
const withLimit = (role: string, yuan: number | null): Directory => {
  const directory = sampleDirectory();
  return {
    ...directory,
    grants: [...directory.grants.filter((each) => each.role !== role), ...(yuan === null ? [] : [grant(role, yuan)])],
  };
};
const changed = (after: Directory) =>
  inOneGo(changedRoutes(process, { units: ['xuhui', 'area'], currency: 'CNY', params: {} }, sampleDirectory(), after));

describe('a change of limits', () => {
  it('tells the amounts for which other people are asked, and where', () => {
    expect(changed(withLimit('ops-manager', 8_000))).toEqual([
      { step: 'approval', plan: 'in', above: cny(5_000), upTo: cny(8_000), units: ['xuhui', 'area'], before: ['zhou'], after: ['sun'] },
    ]);
  });

  it('tells nothing where nobody else is asked', () => {
    expect(changed(sampleDirectory())).toEqual([]);
    // Below the area manager's own 1,000 a store manager's limit is never asked for.
    expect(changed(withLimit('store-manager', 500))).toEqual([]);
  });

  it('tells a limit that was taken away by who is asked instead', () => {
    expect(changed(withLimit('area-manager', null)).map(({ above, upTo, before, after }) => [above, upTo, before, after])).toEqual([
      [null, cny(1_000), ['zhang'], ['sun']],
    ]);
  });
});
