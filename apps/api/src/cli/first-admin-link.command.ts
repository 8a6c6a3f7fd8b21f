import type { DataSource } from 'typeorm';
import { accountsOf } from './accounts';
import { printed, withDatabase, type CliCommand } from './command';

export const firstAdminLinkCommand: CliCommand = {
  usage: '',
  about: 'prints a single-use link that creates the first administrator, where there is none yet',
  run: () =>
    withDatabase(async (database, env) => {
      if (await hasAdministrator(database)) return printed('');
      const { url } = await accountsOf(database, env).issueLink({ purpose: 'first-admin', personId: null, companyId: null });
      return printed(url);
    }),
};

async function hasAdministrator(database: DataSource): Promise<boolean> {
  const rows = await database.query<unknown[]>(
    `SELECT 1 FROM person_right h JOIN person p ON p.id = h.person_id JOIN account a ON a.person_id = p.id
       WHERE h.right_name = 'accounts.reset' AND p.active AND a.password_hash IS NOT NULL LIMIT 1`,
  );
  return rows.length > 0;
}
