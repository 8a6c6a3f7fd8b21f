import { flatten, isHuman } from '../definition/flow';
import { expense } from './expense.fixture';
import { placesOf } from './places.fixture';
import { loadedDice } from './loaded-dice.fixture';
import { randomDefinition } from './random-definition.fixture';

const ENDS = ['approved', 'rejected', 'withdrawn', 'closed'];

describe('every way through a process', () => {
  it('comes to every step, open and stuck, and from everywhere to an end', () => {
    const { reached, deadEnds } = placesOf(expense(), 1_000);
    const steps = flatten(expense().flow).filter(isHuman);
    expect([...reached].sort()).toEqual(
      [...steps.flatMap(({ id }) => [`${id} open`, `${id} blocked`]), 'draft', 'returned', ...ENDS].sort(),
    );
    expect(deadEnds).toEqual([]);
  });

  it('of definitions as the dice fall ends nowhere but at an end', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const numbers = Array.from({ length: 97 }, (_, index) => (seed * 7_919 + index * index * 104_729 + index * seed) % 10_007);
      const definition = randomDefinition(loadedDice(numbers));
      const { reached, deadEnds } = placesOf(definition, 150);
      expect(deadEnds).toEqual([]);
      expect(reached).toContain('closed');
    }
  });
});
