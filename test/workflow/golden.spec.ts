import { GOLDEN } from '../conformance/golden';
import { EXPENSE_RETURN } from '../conformance/golden/expense-return.golden';
import { expectedOf, wordRow, type Golden, type Played } from '../conformance/golden/golden';
import { startStack, type Stack } from '../support/stack';
import { openStage } from './golden/stage';
import { WorkflowPlayer } from './golden/workflow-player';
import { otherSystem, type OtherSystem } from './engine/listener';

/** So many tables at once: each waits for its own requests only, unless it changes who works where. */
const AT_ONCE = 4;
const changes = ({ rows }: Golden): boolean => rows.some((row) => 'change' in row);

let other: OtherSystem;
let stack: Stack;
let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  other = await otherSystem();
  stack = await startStack({ env: { CALL_TARGETS: other.targets, WORKER_CACHE: '1' } });
  stage = await openStage(
    stack,
    other,
    GOLDEN.flatMap(({ plan = [] }) => plan),
  );
}, 300_000);

afterAll(async () => {
  await stage?.close();
  await stack?.stop();
  await other?.close();
});

type Line = { at: string } & Played;
const lineOf = (golden: Golden, index: number, played: Played): Line => {
  const row = golden.rows[index] as Golden['rows'][number];
  return { at: `row ${index + 1}: ${wordRow(row)}`, ...played };
};

/** Every row up to the first that comes out otherwise. */
async function played(golden: Golden): Promise<Line[]> {
  const player = new WorkflowPlayer(golden, stage);
  const lines: Line[] = [];
  try {
    for (const [index, row] of golden.rows.entries()) {
      const came = await player.play(row);
      lines.push(lineOf(golden, index, came));
      if ('refused' in came !== 'refused' in expectedOf(row)) break;
    }
  } finally {
    await player.end();
  }
  return lines;
}

/**
 * The first worker forgets every run at once, so each of its decisions replays the whole history: one after another, and before there are others to
 * remember. The second takes over what it has begun.
 */
const WORKERS: [string, readonly Golden[], Record<string, string>, number][] = [
  ['a worker with a cache of one', EXPENSE_RETURN, {}, 1],
  ['a worker as it ships', GOLDEN, { WORKER_CACHE: '' }, AT_ONCE],
];

describe.each(WORKERS)('the golden tables through the real workflow on %s', (_worker, tables, settings, atOnce) => {
  const alone = tables.filter(changes);
  const beside = tables.filter((golden) => !changes(golden));
  const results = new Map<Golden, Promise<Line[]>>();

  beforeAll(async () => {
    if (Object.keys(settings).length > 0) {
      await stack.worker.stop();
      await stack.worker.start(settings);
    }
    const queue = [...beside];
    const takes = async (): Promise<void> => {
      for (let golden = queue.shift(); golden; golden = queue.shift()) {
        const result = played(golden);
        results.set(golden, result);
        await result.catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, takes));
  }, 300_000);

  it.each([...beside, ...alone].map((golden) => [golden.name, golden] as const))('%s', async (_, golden) => {
    const lines = await (results.get(golden) ?? played(golden));
    expect(lines).toEqual(golden.rows.map((row, index) => lineOf(golden, index, expectedOf(row))));
  });
});
