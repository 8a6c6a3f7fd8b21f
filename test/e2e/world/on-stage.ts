import type { Stack } from '../../support/stack';
import { DemoStage } from './demo-stage';

/** A stage with a product of its own for all tests of a file: for those that count what stands there, stop a part or change who works where. */
export function onStage(keep: (stage: DemoStage<Stack>) => void): void {
  during(() => DemoStage.open(), keep);
}

/** The same on a product that other files use before and after this one: for tests that look for their own requests only, and leave everybody where they were. */
export function onSharedStage(keep: (stage: DemoStage) => void): void {
  during(() => DemoStage.openShared(), keep);
}

/**
 * Opened before the first test, closed after the last. After each test its windows are closed, and none of their pages may have let an error
 * through.
 */
function during<S extends DemoStage>(open: () => Promise<S>, keep: (stage: S) => void): void {
  let stage: S | undefined;

  beforeAll(async () => {
    stage = await open();
    keep(stage);
  });

  afterEach(async () => {
    expect(await stage?.clear()).toEqual([]);
  });

  afterAll(async () => {
    await stage?.close();
  });
}
