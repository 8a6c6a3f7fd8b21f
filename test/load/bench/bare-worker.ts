import path from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

/** A worker of the bare workflow, alone in its process as ours is. `TEMPORAL_ADDRESS` and `BARE_QUEUE` say where. */
async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS });
  const worker = await Worker.create({
    connection,
    namespace: process.env.TEMPORAL_NAMESPACE,
    taskQueue: process.env.BARE_QUEUE ?? 'bench-bare',
    workflowsPath: path.join(__dirname, 'bare.workflow.ts'),
    activities: { noop: async () => 1 },
  });
  process.once('SIGTERM', () => worker.shutdown());
  process.stdout.write('ready\n');
  await worker.run();
  await connection.close();
}

void main();
