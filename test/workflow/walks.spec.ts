import { move } from '../../libs/domain/src/rehearsal/walk-moves.fixture';
import { fc } from '../support/seeded';
import { openRoom, type Room } from './engine/room';
import { recorded, type RecordedWalk } from './walks/recorded-walk';
import { standingOf, WalkPlayer } from './walks/walk-player';

/** Walks of one run of the tests; more by `WALK_RUNS`, others by `WALK_SEED`. */
const WALKS = Number(process.env['WALK_RUNS'] ?? 8);
const AT_ONCE = 4;
const A_WALK_MS = 20_000;

const rolls = fc.array(fc.nat(10_000), { minLength: 97, maxLength: 97 });
const moves = fc.array(move, { minLength: 25, maxLength: 40 });

/** What comes out otherwise than in the domain alone, with the story so far; null where nothing does. */
async function differs(room: Room, walk: RecordedWalk): Promise<string | null> {
  const player = await WalkPlayer.begin(room, walk);
  for (const [index, taped] of walk.tape.entries()) {
    const refused = await player.play(taped);
    const [is, expected] = [
      { refused, ...(await player.standing()) },
      { refused: taped.what === 'asked' ? taped.refused : null, ...standingOf(taped) },
    ];
    const apart = differing(is, expected);
    if (apart.length === 0) continue;
    const told = walk.tape.slice(0, index + 1).map(({ said }) => said);
    return [walk.story.split('What happened:')[0], ...told, ...apart].join('\n');
  }
  const wrong = await player.differences();
  return wrong.length === 0 ? null : `${walk.story}\n${JSON.stringify(wrong)}`;
}

const isNested = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What differs, each at its place. */
function differing(is: unknown, expected: unknown, at = ''): string[] {
  if (isNested(is) && isNested(expected))
    return [...new Set([...Object.keys(is), ...Object.keys(expected)])].flatMap((key) => differing(is[key], expected[key], `${at}/${key}`));
  return is === expected ? [] : [`${at}: really ${JSON.stringify(is)}, in the domain alone ${JSON.stringify(expected)}`];
}

describe('random walks through the real workflow', () => {
  let room: Room;

  beforeAll(async () => {
    room = await openRoom();
    await room.startWorker();
  });

  afterAll(() => room?.stop());

  it(
    'come to the same state and the same tasks as in the domain alone, after every step',
    async () => {
      const drawn = fc.sample(fc.tuple(rolls, moves), WALKS).map(([numbers, all], index) => recorded(numbers, all, index % 2 === 1));
      const wrong: string[] = [];
      const queue = [...drawn];
      const takes = async (): Promise<void> => {
        for (let walk = queue.shift(); walk; walk = queue.shift()) {
          const found = await differs(room, walk);
          if (found !== null) wrong.push(found);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, takes));
      expect(wrong).toEqual([]);
      expect(drawn.reduce((sum, { tape }) => sum + tape.length, 0)).toBeGreaterThan(WALKS * 15);
    },
    60_000 + WALKS * A_WALK_MS,
  );
});
