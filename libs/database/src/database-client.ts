import { Client, type ClientConfig } from 'pg';

/**
 * Every connection to PostgreSQL. One that is ended from outside tells so as an event, which without a listener would end the program; whoever asks
 * on it next hears of it as an error of their own, and pools replace it. Pools listen to idle clients only, hence the listener of each client.
 */
export class DatabaseClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
