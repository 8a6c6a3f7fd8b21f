import { walkWithAxe } from './world/axe-walk';
import type { DemoStage } from './world/demo-stage';
import { onSharedStage } from './world/on-stage';

describe('every route in English', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it('has no finding of axe on a phone, in the dark', () => walkWithAxe(stage, 'en'));
});
