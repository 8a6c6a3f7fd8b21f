import { OutboxRepository } from '@countersign/database';
import { printed, withDatabase, type CliCommand } from './command';

export const deliverAgainCommand: CliCommand = {
  name: 'deliver-again',
  usage: '',
  about: 'puts effects that were given up (notices, say) back on their way, and says how many',
  run: () => withDatabase(async (database) => printed(`${await new OutboxRepository(database).replay()} back on their way`)),
};
