import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { buildParts } from '../../apps/local/src/build/build-parts';
import { WORKFLOW_BUNDLE } from '../../apps/local/src/build/built';

const root = path.resolve(__dirname, '..', '..');
/** What a worker runs. */
const workflowBundle = { codePath: path.join(root, WORKFLOW_BUNDLE) };
const folder = path.join(__dirname, 'histories');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const load = (file: string): { events: Record<string, unknown>[] } => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

const OTHER = { activityId: '1', activityType: { name: 'other' }, taskQueue: { name: 'q' } };

/** The start event with a definition whose guard no release knows. */
function withoutGuard(event: Record<string, unknown>): Record<string, unknown> {
  const started = event.workflowExecutionStartedEventAttributes as { input: { payloads: { data: string }[] } } | undefined;
  if (!started) return event;
  const payloads = started.input.payloads.map((payload) => {
    const text = Buffer.from(payload.data, 'base64').toString('utf8');
    const changed = text.replaceAll('"value-taken"', '"long-gone"');
    if (changed === text) throw new Error('Expected the stored definition to name a guard, but it does not');
    return { ...payload, data: Buffer.from(changed).toString('base64') };
  });
  return { ...event, workflowExecutionStartedEventAttributes: { ...started, input: { ...started.input, payloads } } };
}

describe('a history that was written once', () => {
  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { forward: {}, filter: 'off' } } });
    await buildParts(root, ['worker', 'workflows']);
  }, 120_000);

  afterAll(() => Runtime.instance().shutdown());

  it.each(files)(
    'replays for ever: %s',
    async (file) => {
      await Worker.runReplayHistory({ workflowBundle }, historyFromJSON(load(file)), `request/${file}`);
    },
    60_000,
  );

  it('replays with a definition that cannot be compiled any more: the run follows the journal by number', async () => {
    const { events } = load(files.find((file) => file.includes('continued-as-new')) ?? '');
    await Worker.runReplayHistory({ workflowBundle }, historyFromJSON({ events: events.map(withoutGuard) }), 'request/poisoned');
  }, 60_000);

  it('fails the replay when the runtime does something else', async () => {
    const history = load(files.find((file) => file.includes('to-the-end')) ?? '');
    const events = history.events.map(({ timerStartedEventAttributes, ...event }) =>
      timerStartedEventAttributes
        ? { ...event, eventType: 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED', activityTaskScheduledEventAttributes: OTHER }
        : event,
    );
    await expect(Worker.runReplayHistory({ workflowBundle }, historyFromJSON({ events }), 'request/changed')).rejects.toThrow();
  }, 60_000);
});
