import { walkWithAxe } from './world/axe-walk';
import type { DemoStage } from './world/demo-stage';
import { onStage } from './world/on-stage';

describe('every route on a phone', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it('has no finding of axe, in both languages', () => walkWithAxe(stage, 390), 240_000);
});
