import { DatabaseClient } from './database-client';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** On which channels of NOTIFY somebody listens, and what becomes of what is said there. */
export interface Listening {
  url: string;
  /** What PostgreSQL calls the connection. */
  name: string;
  channels: readonly string[];
  heard: (channel: string, payload: string, client: DatabaseClient) => void;
  /** It listens now; whatever was said before may have been missed. */
  missed: () => void;
}

/** One connection that listens, opened again whenever it is lost. */
export class DatabaseListener {
  private client: DatabaseClient | null = null;
  private stopped = false;
  private pause = FIRST_PAUSE_MS;

  constructor(private readonly listening: Listening) {}

  get listens(): boolean {
    return this.client !== null;
  }

  open(): void {
    void this.connect();
  }

  async close(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const { url, name, channels, heard, missed } = this.listening;
    const client = new DatabaseClient({ connectionString: url, application_name: name, keepAlive: true });
    client.on('notification', ({ channel, payload }) => heard(channel, payload ?? '', client));
    let lost = false;
    const again = (): void => {
      if (lost) return;
      lost = true;
      if (this.client === client) this.client = null;
      client.end().catch(() => undefined);
      if (!this.stopped) setTimeout(() => this.open(), (this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS))).unref();
    };
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
      if (this.stopped) return again();
      this.client = client;
      this.pause = FIRST_PAUSE_MS;
      missed();
    } catch {
      again();
    }
  }
}
