import { compile } from '../../machine/compile';
import { removalText } from '../../sentences/people/removal-text';
import { resolve } from './resolve';
import { grant, sampleDefinition, sampleDirectory, stateBefore } from '../sample-company.fixture';

const titled = (en: string) => ({ zh: `${en}（中）`, en });
const approval = (id: string, matter: string) => ({
  id,
  kind: 'approve' as const,
  title: titled(id),
  assignee: { by: 'climb' as const },
  authority: { kind: 'approve' as const, matter },
});
const definition = sampleDefinition({
  flow: [
    {
      id: 'way',
      kind: 'branch',
      title: titled('By length'),
      cases: [
        { title: titled('Up to a day'), when: { filled: { field: 'never' } }, steps: [approval('day', 'leave-day')] },
        { title: titled('A few days'), when: { filled: { field: 'never' } }, steps: [approval('few', 'leave-few')] },
      ],
      otherwise: [approval('long', 'leave-long')],
    },
  ],
} as never);
const CONTEXT = { definition, names: { people: {}, units: {}, requests: {}, roles: {} } } as never;

/** How those are passed over who are looked at for a step, the way up. */
function passedOver(step: string, matters: Record<string, string[]>): (string | undefined)[] {
  const directory = sampleDirectory();
  directory.grants = Object.entries(matters).flatMap(([role, each]) =>
    each.map((matter) => grant(role, null, 'any', { id: `${role} ${matter}`, kind: 'approve', matter })),
  );
  const { derivation } = resolve(compile(definition), stateBefore(), step, directory);
  return derivation.ladder.flatMap((candidate) => (candidate.removed ? [removalText(candidate, CONTEXT)?.en] : []));
}

describe('whoever may decide another way of a branch', () => {
  const matters = { 'area-manager': ['leave-day'], 'ops-manager': ['leave-day', 'leave-few'], gm: ['leave-long'] };

  it('is not said to have no authority: the farthest way that is theirs is named', () => {
    expect(passedOver('long', matters).slice(0, 2)).toEqual([
      'has authority for “Up to a day” only',
      'has authority for “A few days” only',
    ]);
    expect(passedOver('few', matters)[0]).toBe('has authority for “Up to a day” only');
  });

  it('and who may decide none of them has none', () => {
    expect(passedOver('long', { gm: ['leave-long'] })[0]).toBe('has no authority for this');
  });
});
