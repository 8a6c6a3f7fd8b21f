import { walkWithAxe } from './world/axe-walk';
import type { DemoStage } from './world/demo-stage';
import { onStage } from './world/on-stage';

describe('every route in Chinese', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it('has no finding of axe, on a desk and on a phone', () => walkWithAxe(stage, 'zh-CN'), 240_000);
});
