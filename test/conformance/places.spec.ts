import { SEED_DEFINITIONS } from '@countersign/definitions';
import { flatten, isHuman } from '@countersign/domain';
import { placesOf } from '../../libs/domain/src/rehearsal/places.fixture';

/** Places looked at per process: enough for every value that a condition compares with, in a few seconds. */
const LIMIT = 800;

describe('every process that ships', () => {
  it.each(SEED_DEFINITIONS.map((definition) => [definition.key, definition] as const))(
    '%s comes to every step, open and stuck, and from everywhere to an end',
    (_key, definition) => {
      const { reached, deadEnds } = placesOf(definition, LIMIT);
      const human = flatten(definition.flow).filter(isHuman);
      expect(human.flatMap(({ id }) => [`${id} open`, `${id} blocked`]).filter((place) => !reached.has(place))).toEqual([]);
      expect(deadEnds).toEqual([]);
      expect([...reached]).toEqual(expect.arrayContaining(['draft', 'returned', 'approved', 'withdrawn', 'closed']));
    },
  );
});
