import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { clock } from '../clock';
import { JournalRepository } from '../repositories/journal.repository';
import { SettingRepository } from '../repositories/setting.repository';

/** Setting that stands while a restored journal has not been compared with the workflows: the api answers 503, workers do not poll. */
export const RESTORED = 'restored';
/** Setting that tells which cluster, database and table the journal was last known in. A backup brings the old one along. */
const STAMP = 'journal-stamp';
const LOOK_MS = 1_000;

/**
 * Finds out that the database was restored: its journal stands in another cluster, timeline, database or table than the one it was stamped in.
 * A copy of PostgreSQL's own files carries the same stamp; whoever restores that way says so with `restored()`.
 */
@Injectable()
export class RestoreWatch implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: SettingRepository,
    private readonly journal: JournalRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    if (await this.isMigrated()) await this.look();
  }

  /** Compares the stamps; shuts the gate where they differ and there is a journal to lose. */
  async look(): Promise<void> {
    const [known, now] = [await this.settings.get(STAMP), await this.stamp()];
    if (known === now) return;
    if ((await this.journal.count()) === 0) await this.settings.set(STAMP, now);
    else await this.restored();
  }

  /** Shuts the gate. */
  async restored(): Promise<void> {
    if ((await this.settings.get(RESTORED)) === undefined) await this.settings.set(RESTORED, { since: clock.now().toISOString() });
  }

  /** Every live request was compared: the gate opens, and the journal is at home here. */
  async passed(): Promise<void> {
    await this.settings.set(STAMP, await this.stamp());
    await this.settings.remove(RESTORED);
  }

  async isShut(): Promise<boolean> {
    return (await this.settings.get(RESTORED)) !== undefined;
  }

  /** Resolves when the gate is open, or when nobody waits any more. */
  async whenOpen(leaving: () => boolean): Promise<void> {
    while (!leaving() && (await this.isShut().catch(() => true))) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  private async stamp(): Promise<string> {
    const [row] = await this.dataSource.query<{ stamp: string }[]>(
      `SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
         (SELECT oid FROM pg_database WHERE datname = current_database()), 'transition'::regclass::oid) AS stamp`,
    );
    return row?.stamp ?? '';
  }

  private async isMigrated(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ there: boolean }[]>(
      `SELECT to_regclass('setting') IS NOT NULL AND to_regclass('transition') IS NOT NULL AS there`,
    );
    return row?.there ?? false;
  }
}
