import type { Env } from '@countersign/platform';

/** The settings as a provider. */
export class WorkerSettings {
  constructor(readonly env: Env) {}
}
