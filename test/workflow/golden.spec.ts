import { GOLDEN } from '../conformance/golden';
import { EXPENSE_RETURN } from '../conformance/golden/expense-return.golden';
import { expectedOf, wordRow, type Golden } from '../conformance/golden/golden';
import { startStack, type Stack } from '../support/stack';
import { openStage } from './golden/stage';
import { WorkflowPlayer } from './golden/workflow-player';

/** The second worker forgets every run at once, so each of its decisions replays the whole history. */
const WORKERS: [string, readonly Golden[], Record<string, string>][] = [
  ['a worker as it ships', GOLDEN, {}],
  ['a worker with a cache of one', EXPENSE_RETURN, { WORKER_CACHE: '1' }],
];

describe.each(WORKERS)('the golden tables through the real workflow on %s', (_worker, tables, env) => {
  let stack: Stack;
  let stage: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    stack = await startStack({ env });
    stage = await openStage(stack);
  }, 300_000);

  afterAll(async () => {
    await stage?.close();
    await stack?.stop();
  });

  it.each(tables.map((golden) => [golden.name, golden] as const))(
    '%s',
    async (_, golden) => {
      const player = new WorkflowPlayer(golden, stage);
      try {
        for (const [index, row] of golden.rows.entries()) {
          const at = `row ${index + 1}: ${wordRow(row)}`;
          expect({ at, ...(await player.play(row)) }).toEqual({ at, ...expectedOf(row) });
        }
      } finally {
        await player.end();
      }
    },
    60_000,
  );
});
