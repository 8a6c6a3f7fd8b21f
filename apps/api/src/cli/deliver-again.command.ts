import { MailRepository, OutboxRepository } from '@countersign/database';
import { printed, withDatabase, type CliCommand } from './command';

export const deliverAgainCommand: CliCommand = {
  usage: '',
  about: 'puts effects that were given up (notices, mails) back on their way, and says how many',
  run: () =>
    withDatabase(async (database) => {
      const [effects, mails] = [await new OutboxRepository(database).replay(), await new MailRepository(database).replay()];
      return printed(`${effects} back on their way, and ${mails} by mail`);
    }),
};
