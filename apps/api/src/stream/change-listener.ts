import { ACCESS_CHANNEL, CHANGES_CHANNEL, type Change, type StreamHint } from '@countersign/contracts';
import { DatabaseListener, type DatabaseClient } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { Settings } from '../settings';
import { RecentChanges } from './recent-changes';

/** A change whose people are all known by name. */
export type NamedChange = Omit<Change, 'people'> & { people: string[] };

const CONCERNED = `
  SELECT requester_id AS id FROM request WHERE id = $1
  UNION SELECT person_id FROM participant WHERE request_id = $1`;

/** One LISTEN for the whole process, opened again whenever it is lost. After a loss everybody is told to look again. */
@Injectable()
export class ChangeListener implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly changes = new Subject<NamedChange>();
  /** Something may have been missed. */
  readonly gaps = new Subject<StreamHint>();
  /** Ids of people some of whose access has ended: a session, a token, the account. */
  readonly accessEnded = new Subject<string>();
  /** Who has to look again when they begin to listen. */
  readonly recent = new RecentChanges();
  private readonly listener: DatabaseListener;

  constructor(
    settings: Settings,
    private readonly log: ProgramLog,
  ) {
    this.listener = new DatabaseListener({
      ...{ url: settings.databaseUrl, name: 'countersign-stream', channels: [CHANGES_CHANNEL, ACCESS_CHANNEL] },
      heard: (channel, payload, client) => {
        if (channel === ACCESS_CHANNEL) this.accessEnded.next(payload);
        else void this.tell(client, payload);
      },
      missed: () => this.missed(),
    });
  }

  onApplicationBootstrap(): void {
    this.listener.open();
  }

  async onApplicationShutdown(): Promise<void> {
    this.changes.complete();
    this.gaps.complete();
    this.accessEnded.complete();
    await this.listener.close();
  }

  get listening(): boolean {
    return this.listener.listens;
  }

  private async tell(client: DatabaseClient, payload: string): Promise<void> {
    try {
      const change = JSON.parse(payload) as Change;
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
