import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { noop } = proxyLocalActivities<{ noop(): Promise<number> }>({ startToCloseTimeout: '10s' });

export const touch = defineUpdate<number>('touch');
export const finish = defineSignal('finish');

/** The least that a durable answer costs: one update, one local activity that does nothing. What everything of ours is measured against. */
export async function bareWorkflow(): Promise<void> {
  let done = false;
  setHandler(touch, async () => noop());
  setHandler(finish, () => {
    done = true;
  });
  await condition(() => done);
}
