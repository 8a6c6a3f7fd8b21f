import { SEED_DEFINITIONS } from '@countersign/definitions';
import { flatten, type Definition } from '@countersign/domain';
import { placesOf } from '../../libs/domain/src/rehearsal/places.fixture';

/** Places looked at per process: enough for every value that a condition compares with, in a few seconds. */
const LIMIT = 1_600;
/** The same where several sign or a list is worked through: each word is a place of its own. */
const LIMIT_OF_SEVERAL = 1_600;

const several = (definition: Definition): boolean =>
  flatten(definition.flow).some(({ kind }) => kind === 'countersign' || kind === 'checklist');

describe('every process that ships', () => {
  it.each(SEED_DEFINITIONS.map((definition) => [definition.key, definition] as const))(
    '%s comes to every step, open and stuck, and from everywhere to an end',
    (_key, definition) => {
      const { reached, deadEnds } = placesOf(definition, several(definition) ? LIMIT_OF_SEVERAL : LIMIT);
      const human = flatten(definition.flow).filter((step) => 'assignee' in step);
      const places = new Set([...reached].flatMap((place) => place.split(', ')));
      expect(human.flatMap(({ id }) => [`${id} open`, `${id} blocked`]).filter((place) => !places.has(place))).toEqual([]);
      expect(deadEnds).toEqual([]);
      expect([...reached]).toEqual(expect.arrayContaining(['draft', 'returned', 'approved', 'withdrawn', 'closed']));
    },
  );
});
