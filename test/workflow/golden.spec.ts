import { GOLDEN } from '../conformance/golden';
import { expectedOf, wordRow } from '../conformance/golden/golden';
import { startStack, type Stack } from '../support/stack';
import { openStage } from './golden/stage';
import { WorkflowPlayer } from './golden/workflow-player';

describe('the golden tables through the real workflow', () => {
  let stack: Stack;
  let stage: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    stack = await startStack();
    stage = await openStage(stack);
  }, 300_000);

  afterAll(async () => {
    await stage?.close();
    await stack?.stop();
  });

  it.each(GOLDEN.map((golden) => [golden.name, golden] as const))(
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
