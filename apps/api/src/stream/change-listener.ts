import { ACCESS_CHANNEL, CHANGES_CHANNEL, type Change, type StreamHint } from '@countersign/contracts';
import { DatabaseClient } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { Settings } from '../settings';
import { RecentChanges } from './recent-changes';

/** A change whose people are all known by name. */
export type ToldChange = Omit<Change, 'people'> & { people: string[] };

const CONCERNED = `
  SELECT requester_id AS id FROM request WHERE id = $1
  UNION SELECT person_id FROM participant WHERE request_id = $1`;

const LONGEST_PAUSE_MS = 10_000;

/** One LISTEN for the whole process, opened again whenever it is lost. After a loss everybody is told to look again. */
@Injectable()
export class ChangeListener implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly changes = new Subject<ToldChange>();
  /** Something may have been missed. */
  readonly gaps = new Subject<StreamHint>();
  /** Ids of people some of whose access has ended: a session, a token, the account. */
  readonly accessEnded = new Subject<string>();
  /** Who has to look again when they begin to listen. */
  readonly recent = new RecentChanges();
  private client: DatabaseClient | null = null;
  private stopped = false;
  private pause = 250;

  constructor(
    private readonly settings: Settings,
    private readonly log: ProgramLog,
  ) {}

  onApplicationBootstrap(): void {
    void this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.changes.complete();
    this.gaps.complete();
    this.accessEnded.complete();
    await this.client?.end().catch(() => undefined);
  }

  get listening(): boolean {
    return this.client !== null;
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new DatabaseClient({
      connectionString: this.settings.databaseUrl,
      application_name: 'countersign-stream',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === ACCESS_CHANNEL) this.accessEnded.next(payload ?? '');
      else void this.tell(client, payload);
    });
    let lost = false;
    const again = (): void => {
      if (lost) return;
      lost = true;
      if (this.client === client) this.client = null;
      client.end().catch(() => undefined);
      if (!this.stopped) setTimeout(() => void this.connect(), (this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS))).unref();
    };
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGES_CHANNEL}; LISTEN ${ACCESS_CHANNEL}`);
      this.client = client;
      this.pause = 250;
      this.missed();
    } catch {
      again();
    }
  }

  private async tell(client: DatabaseClient, payload: string | undefined): Promise<void> {
    try {
      const change = JSON.parse(payload ?? '') as Change;
      // Nobody has a page open: there is nobody to look up either. Whoever opens one now looks again.
      if (!this.changes.observed) return this.recent.concernEverybody();
      const others = change.people === null || change.more ? await this.concerned(client, change) : [];
      const people = [...new Set([...(change.people ?? []), ...others])];
      this.recent.concern(people);
      this.changes.next({ ...change, people });
    } catch (error) {
      this.log.lines.warn({ err: error }, 'a change could not be told to those whom it concerns: everybody looks again');
      // What cannot be told exactly is told to everybody: look again.
      this.missed();
    }
  }

  private missed(): void {
    this.recent.concernEverybody();
    this.gaps.next({ type: 'inbox', id: '' });
  }

  private async concerned(client: DatabaseClient, { request }: Change): Promise<string[]> {
    return (await client.query<{ id: string }>(CONCERNED, [request])).rows.map((row) => row.id);
  }
}
