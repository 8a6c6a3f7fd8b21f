import { walkWithAxe } from './world/axe-walk';
import type { DemoStage } from './world/demo-stage';
import { onStage } from './world/on-stage';

describe('every route on a desk', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it('has no finding of axe, in both languages', () => walkWithAxe(stage, 1440), 240_000);
});
