import { FALLBACK_ZONE, isTimeZone } from '@countersign/domain';
import { Health, Metrics, ProgramLog, RequestClient } from '@countersign/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RestoreGate } from './restore-gate';

/** What this process needs to serve people. Temporal is no part of it: without it commands wait, and everything can still be read. */
@Injectable()
export class HealthService implements OnModuleInit {
  private toldOfSettings = '';

  constructor(
    private readonly health: Health,
    private readonly meters: Metrics,
    private readonly database: DataSource,
    private readonly temporal: RequestClient,
    private readonly gate: RestoreGate,
    private readonly log: ProgramLog,
  ) {}

  async onModuleInit(): Promise<void> {
    this.health.add('database', async () => {
      await this.database.query('SELECT 1');
      return true;
    });
    this.health.add('settings', () => this.settingsHold());
    this.health.add('restore', async () => ((await this.gate.isShut()) ? 'restored from a backup and not checked yet' : true));
    // Said at the start, whoever asks for health later.
    await this.settingsHold().catch(() => undefined);
  }

  async parts(): Promise<Record<string, string>> {
    const [{ checks }, temporal] = await Promise.all([this.health.report(), this.temporalSays()]);
    const parts = Object.entries(checks).map(([name, { ok, detail }]) => [name, ok ? 'up' : (detail ?? 'down')]);
    return { ...Object.fromEntries(parts), temporal };
  }

  metrics(): Promise<string> {
    return this.meters.text();
  }

  /** Stored settings that this program cannot follow: it goes on with others in their place, and says so here, in its log and as a metric. */
  private async settingsHold(): Promise<true | string> {
    const zones = await this.database.query<{ zone: string }[]>('SELECT DISTINCT time_zone AS zone FROM company ORDER BY 1');
    const unknown = zones.filter(({ zone }) => !isTimeZone(zone));
    this.meters.settingsInvalid.set({ setting: 'time-zone' }, unknown.length);
    const said = unknown.map(({ zone }) => `time zone “${zone}” is not known here, ${FALLBACK_ZONE} is used`).join('; ');
    if (said !== this.toldOfSettings && said !== '')
      this.log.lines.error({ zones: unknown.map(({ zone }) => zone) }, 'a stored time zone is not known');
    this.toldOfSettings = said;
    return said === '' || said;
  }

  private async temporalSays(): Promise<string> {
    try {
      return (await this.temporal.probe()) ? 'up' : 'no answer; commands wait';
    } catch {
      return 'no answer; commands wait';
    }
  }
}
