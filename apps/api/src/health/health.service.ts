import { Health, Metrics, RequestClient } from '@countersign/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RestoreGate } from './restore-gate';

/** What this process needs to serve people. Temporal is no part of it: without it commands wait, and everything can still be read. */
@Injectable()
export class HealthService implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly meters: Metrics,
    private readonly database: DataSource,
    private readonly temporal: RequestClient,
    private readonly gate: RestoreGate,
  ) {}

  onModuleInit(): void {
    this.health.add('database', async () => {
      await this.database.query('SELECT 1');
      return true;
    });
    this.health.add('restore', async () => ((await this.gate.isShut()) ? 'restored from a backup and not checked yet' : true));
  }

  async parts(): Promise<Record<string, string>> {
    const [{ checks }, temporal] = await Promise.all([this.health.report(), this.temporalSays()]);
    const parts = Object.entries(checks).map(([name, { ok, detail }]) => [name, ok ? 'up' : (detail ?? 'down')]);
    return { ...Object.fromEntries(parts), temporal };
  }

  metrics(): Promise<string> {
    return this.meters.text();
  }

  private async temporalSays(): Promise<string> {
    try {
      return (await this.temporal.probe()) ? 'up' : 'no answer; commands wait';
    } catch {
      return 'no answer; commands wait';
    }
  }
}
