import { DemoStage } from './demo-stage';

/**
 * One stage for all tests of a file: opened before the first, closed after the last. After each test its windows are closed, and none of their pages
 * may have let an error through.
 */
export function onStage(keep: (stage: DemoStage) => void): void {
  let stage: DemoStage | undefined;

  beforeAll(async () => {
    stage = await DemoStage.open();
    keep(stage);
  }, 180_000);

  afterEach(async () => {
    expect(await stage?.clear()).toEqual([]);
  });

  afterAll(async () => {
    await stage?.close();
  });
}
