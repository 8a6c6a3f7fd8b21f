import { existsSync } from 'node:fs';
import { TASK_QUEUE } from '@countersign/contracts';
import { RestoreWatch } from '@countersign/database';
import { Health, ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { RecordFailures } from '../activities/record-failures';
import { Activities } from './activities';
import { WorkerSettings } from '../worker-settings';
import { buildWorkflowBundle } from '../workflow-bundle';

const PROBE_MS = 1_000;
const GRACE = '5s';

/** The SDK cuts a decision off after 5 s, and Node goes down with it, again and again. Its options know how long; their type does not say so. */
type UncutOptions = WorkerOptions & { isolateExecutionTimeout: string };

/**
 * Hosts Temporal's worker. After too many failed records it stops polling, so that others get the work, and begins again when the database answers.
 */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: Worker | null = null;
  private connection: NativeConnection | null = null;
  private running: Promise<void> = Promise.resolve();
  private leaving = false;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly activities: Activities,
    private readonly failures: RecordFailures,
    private readonly restore: RestoreWatch,
    private readonly health: Health,
    private readonly log: ProgramLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.health.add('worker', () => (this.worker?.getState() === 'RUNNING' ? true : (this.failures.last ?? 'not polling')));
    this.health.add('records', () => (this.failures.tooMany ? `record failed again and again: ${this.failures.last}` : true));
    this.failures.whenTooMany(() => this.pause());
    const workflows = await this.workflows();
    this.running = this.run(workflows);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    this.stop();
    await this.running;
    await this.connection?.close();
  }

  private async run(workflows: Pick<WorkerOptions, 'workflowBundle'>): Promise<void> {
    // A restored journal is compared with the workflows before anything may move.
    await this.restore.whenOpen(() => this.leaving);
    while (!this.leaving) {
      try {
        this.connection ??= await this.connect();
        this.worker = await Worker.create(this.options(workflows));
        await this.worker.run();
      } catch (error) {
        this.log.lines.error({ err: error }, 'the Temporal worker stopped');
      }
      this.worker = null;
      if (!this.leaving) await this.recovered();
    }
  }

  /** Server and worker are neighbours: packing what is said (the SDK's default) costs both more than sending it. */
  private connect(): Promise<NativeConnection> {
    return NativeConnection.connect({ address: this.settings.env.TEMPORAL_ADDRESS, grpcCompression: { codec: 'none' } });
  }

  /** Waits until the database answers again, at least one probe long. */
  private async recovered(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    while (!this.leaving && !(await this.activities.probe()));
    this.failures.succeeded();
  }

  private pause(): void {
    this.log.lines.error({ error: this.failures.last }, 'record failed five times in a row: no more polling until the database answers');
    this.stop();
  }

  private stop(): void {
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
  }

  private options(workflows: Pick<WorkerOptions, 'workflowBundle'>): UncutOptions {
    if (!this.connection) throw new Error('Expected a connection to Temporal, but there is none');
    const { env } = this.settings;
    return {
      ...workflows,
      connection: this.connection,
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue: TASK_QUEUE,
      activities: this.activities.all(),
      maxCachedWorkflows: env.WORKER_CACHE,
      maxConcurrentLocalActivityExecutions: env.WORKER_RECORDS,
      // A worker that was killed is given up by the server after this long; its updates then go to another one.
      stickyQueueScheduleToStartTimeout: '2s',
      isolateExecutionTimeout: '1m',
      shutdownGraceTime: GRACE,
      shutdownForceTime: '10s',
    };
  }

  /** The prebuilt bundle where there is one; else it is built now. */
  private async workflows(): Promise<Pick<WorkerOptions, 'workflowBundle'>> {
    const file = this.settings.env.WORKFLOW_BUNDLE;
    if (file && existsSync(file)) return { workflowBundle: { codePath: file } };
    return { workflowBundle: await buildWorkflowBundle() };
  }
}
