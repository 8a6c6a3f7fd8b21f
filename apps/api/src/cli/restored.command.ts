import { JournalRepository, RestoreWatch, SettingRepository } from '@countersign/database';
import { printed, withDatabase, type CliCommand } from './command';

export const restoredCommand: CliCommand = {
  usage: '',
  about: 'says that this database was restored: it stays shut until verify-journal has passed',
  run: () =>
    withDatabase(async (database) => {
      await new RestoreWatch(database, new SettingRepository(database), new JournalRepository(database)).restored();
      return printed('shut until verify-journal has passed');
    }),
};
