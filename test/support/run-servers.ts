import type { TestPostgres } from './postgres-server';
import type { TestTemporal } from './temporal-server';

/** The servers of this jest run, kept by the process that runs the global set-ups; the tests see only the addresses in the environment. */
export interface RunServers {
  postgres?: TestPostgres;
  temporal?: TestTemporal;
}

export const servers: RunServers = ((globalThis as { countersignServers?: RunServers }).countersignServers ??= {});
