import { runMigrations } from '@countersign/database';
import { readEnv } from '@countersign/platform';
import { printed, type CliCommand } from './command';

export const migrateCommand: CliCommand = {
  usage: '',
  about: 'brings the database to the newest schema',
  run: async () => {
    const ran = await runMigrations(readEnv().DATABASE_URL);
    return printed(ran.length > 0 ? ran.join('\n') : 'nothing to do');
  },
};
