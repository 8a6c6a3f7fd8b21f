import { flatten } from '../../../libs/domain/src/definition/flow';
import { APT, rules } from '../../../libs/domain/src/rehearsal/company-moves.fixture';
import { company, type Company } from '../../../libs/domain/src/rehearsal/company.fixture';
import { loadedDice } from '../../../libs/domain/src/rehearsal/loaded-dice.fixture';
import { randomDefinition } from '../../../libs/domain/src/rehearsal/random-definition.fixture';
import { APT_OF_SEVERAL, type SeveralAct } from '../../../libs/domain/src/rehearsal/several-moves.fixture';
import { storyOf } from '../../../libs/domain/src/rehearsal/story.fixture';
import type { Move } from '../../../libs/domain/src/rehearsal/walk-moves.fixture';
import { standsRight } from '../../../libs/domain/src/rehearsal/walk-right.fixture';
import { Scene } from '../../../libs/domain/src/rehearsal/walk-scene.fixture';
import { review, turn } from '../../../libs/domain/src/rehearsal/walk-turn.fixture';
import type { CommandBody } from '../../../libs/domain/src/request/command';
import type { EngineRequest } from '../../../libs/domain/src/request/transition';
import type { Definition } from '../../../libs/domain/src/definition/definition.schema';

/** One thing that happened, and the request after it. */
export type Taped = { at: EngineRequest; said: string } & (
  | { what: 'asked'; body: CommandBody; refused: string | null }
  /** Somebody leaves, comes, gets another post or limit, is away: the house has looked whom that concerns. */
  | { what: 'company'; company: Company }
);

/** A random walk as the domain alone has walked it. */
export interface RecordedWalk {
  definition: Definition;
  /** As it was when the walk began. */
  company: Company;
  tape: Taped[];
  story: string;
}

/** What the real house would do by itself, at a moment of its own, and what only a fault does. */
const ELSEWHERE = new Set<SeveralAct>(['outside', 'stop', 'start-child', 'review']);
const without = (all: typeof APT_OF_SEVERAL): typeof APT_OF_SEVERAL =>
  Object.fromEntries(
    Object.entries(all).map(([place, acts]) => [place, acts.filter((act) => !ELSEWHERE.has(act))]),
  ) as typeof APT_OF_SEVERAL;

/** An hour in which a decision may be taken back: in the walk no time passes, on the real servers some does. */
const GRACE_SECONDS = 3_600;

const MORE = { rules, waits: true, takenUp: true, clocks: true, claims: true, watched: true } as const;

/** A definition whose requests start no others. The dice fall otherwise each time: the same ones over and over may never bring one. */
function definitionOf(rolls: readonly number[], several: boolean): Definition {
  for (let tries = 0; ; tries += 1) {
    const definition = randomDefinition(loadedDice(rolls.map((roll) => roll + tries)), { ...MORE, several });
    if (flatten(definition.flow).every(({ kind }) => kind !== 'subprocess')) return { ...definition, graceSeconds: GRACE_SECONDS };
  }
}

function rightly(scene: Scene): void {
  try {
    standsRight(scene);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${storyOf(scene)}`, { cause: error });
  }
}

/** Walks, and keeps what was asked of the engine and what came of it. */
export function recorded(rolls: readonly number[], moves: readonly Move[], several: boolean): RecordedWalk {
  const dice = loadedDice(rolls);
  const began = company(dice);
  const scene = new Scene(dice, began, several, definitionOf(rolls, several), without(several ? APT_OF_SEVERAL : APT));
  const tape: Taped[] = [];
  for (const each of moves) {
    const [{ asked }, before] = [scene, scene.company];
    // Nobody else's request has started it.
    turn(scene, scene.place === 'draft' ? { ...each, to: 1 } : each);
    if (scene.company !== before) {
      if (scene.stale) review(scene);
      tape.push({ what: 'company', company: scene.company, at: scene.play.request, said: scene.told.at(-2) ?? '' });
    } else if (scene.asked !== null && scene.asked !== asked) {
      const { body, refused } = scene.asked;
      tape.push({ what: 'asked', body, refused: refused?.code ?? null, at: scene.play.request, said: scene.told.at(-1) ?? '' });
    }
    rightly(scene);
  }
  return { definition: scene.play.process.definition, company: began, tape, story: storyOf(scene) };
}
