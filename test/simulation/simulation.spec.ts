import { Schedule, type Sabotage, type ScheduleOptions, type ScheduleResult } from './schedule';
import { openWorld, type ProcessName, type World } from './world';

jest.mock('@temporalio/workflow', () => jest.requireActual<object>('./workflow-sandbox'));
jest.mock('../../workflows/runtime/clock', () => jest.requireActual<object>('./workflow-sandbox'));

const SEEDS = Number(process.env.SIMULATE_SEEDS ?? 150);
const FIRST = Number(process.env.SIMULATE_FROM ?? 1);
/** Seeds within which a rule that was taken away has to show. */
const ENOUGH = 120;

jest.setTimeout(3_600_000);

describe('the protocol under orders that dice choose', () => {
  let world: World;
  beforeAll(async () => (world = await openWorld()));
  afterAll(() => world?.close());

  const play = (seed: number, more: Pick<ScheduleOptions, 'sabotage' | 'process'> = {}): Promise<ScheduleResult> =>
    new Schedule({ world, seed, ...more }).play();

  it(`loses nothing, doubles nothing, and comes to rest: ${SEEDS} seeds`, async () => {
    let transitions = 0;
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      const result = await play(seed);
      if (result.violation !== null) throw new Error(`seed ${seed}: ${result.violation}\n${result.story.join('\n')}`);
      transitions += result.transitions;
      if (seed % 1_000 === 0) process.stderr.write(`${seed} seeds, ${transitions} transitions\n`);
    }
    // An order in which nothing ever happens would prove nothing.
    expect(transitions).toBeGreaterThan(SEEDS * 2);
  });

  it('comes to the same by the same seed', async () => {
    const other = await openWorld();
    const stories: (readonly string[])[] = [];
    for (const each of [world, other]) stories.push((await new Schedule({ world: each, seed: FIRST + SEEDS }).play()).story);
    await other.close();
    expect(stories[1]).toEqual(stories[0]);
  });

  it.each<[Sabotage, ProcessName, RegExp]>([
    ['refusals close every row', 'line', /refused/],
    ['confirmed before it is done', 'line', /is confirmed and never became a transition/],
    ['no sweeper', 'line', /is still (open|done)/],
    ['done before it is carried out', 'together', /was never told/],
    ['parents are not told', 'family', /its parent has heard nothing/],
    ['answers are not told', 'asks', /another system has answered, and its request was never told/],
    ['no moment comes', 'late', /a moment \(\w+\) has come, and nothing came of it/],
    ['a change is told once', 'votes', /somebody who has left is still asked/],
    [
      'restored and not rebuilt',
      'line',
      /the run stands at n = \d+, (the journal ends at|and its request has no journal)|the run has .* the journal has|is still done/,
    ],
  ])('finds out when %s', async (sabotage, process, what) => {
    let found: string | null = null;
    for (let seed = 1; seed <= ENOUGH && found === null; seed += 1) found = (await play(seed, { sabotage, process })).violation;
    expect(found).toMatch(what);
  });
});
