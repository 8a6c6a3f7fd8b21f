import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { temporalBinary } from '../../apps/local/src/temporal/temporal-binary';
import { startTemporal } from '../../apps/local/src/temporal/temporal-server';

/** A Temporal server of this run alone, on loopback, with a database file of its own. */
export interface TestTemporal {
  readonly address: string;
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '..', '..');

export async function startTestTemporal(): Promise<TestTemporal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-temporal-'));
  const server = await startTemporal({ binary: await temporalBinary({ root }), folder, ui: false });
  return {
    address: server.address,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
