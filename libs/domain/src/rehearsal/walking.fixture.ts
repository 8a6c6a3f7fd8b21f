import { fc, type Walk } from '../../../../test/support/seeded';
import { ALL_DAY, company } from './company.fixture';
import { loadedDice, type Dice } from './loaded-dice.fixture';
import { storyOf } from './story.fixture';
import { move } from './walk-moves.fixture';
import { comesOutTheSame, standsRight } from './walk-right.fixture';
import { Scene } from './walk-scene.fixture';
import { turn } from './walk-turn.fixture';

/** Not made smaller where something fails: what matters then are fewer moves, in the same company. */
const numbers = fc.noShrink(fc.array(fc.nat(10_000), { minLength: 97, maxLength: 97 }));

/** A request in a company whose hours may change. */
const sceneFrom = (dice: Dice, several: boolean): Scene => new Scene(dice, { ...company(dice), hours: ALL_DAY }, several);

/** Walks its requests, each after the other, and says what was met. */
export function walked(walk: Walk, several: boolean): Set<string> {
  const met = new Set<string>();
  const meet = (scene: Scene): void => {
    for (const each of [...scene.past.map(({ what }) => what), ...scene.refusals]) met.add(each);
    for (const { events } of scene.play.journal) for (const { type } of events) met.add(type);
  };
  fc.assert(
    fc.property(numbers, fc.array(move, { minLength: 1, maxLength: 60, size: 'max' }), (rolls, moves) => {
      const dice = loadedDice(rolls);
      let scene = sceneFrom(dice, several);
      try {
        for (const each of moves) {
          // What has ended may be taken back for a moment, or taken up again; then the next request begins.
          if (scene.place === 'finished' && each.who % 3 === 0) {
            comesOutTheSame(scene);
            meet(scene);
            scene = sceneFrom(dice, several);
          }
          turn(scene, each);
          walk.step();
          standsRight(scene);
        }
        comesOutTheSame(scene);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n\n${storyOf(scene)}`, { cause: error });
      }
      meet(scene);
    }),
    {
      endOnFailure: true,
      numRuns: walk.runs,
      reporter({ failed, seed, counterexamplePath, errorInstance }) {
        if (failed) throw new Error(`Seed ${seed}, path ${counterexamplePath}: ${(errorInstance as Error).message}`);
      },
    },
  );
  walk.wentFar();
  return met;
}
