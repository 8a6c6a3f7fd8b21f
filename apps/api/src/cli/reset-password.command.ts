import { AccountEntity } from '@countersign/database';
import { signInName } from '@countersign/domain';
import { accountsOf } from './accounts';
import { printed, withDatabase, type CliCommand } from './command';

export const resetPasswordCommand: CliCommand = {
  usage: '<login>',
  about: 'prints a single-use link with which that account gets a new password',
  run: ([login]) =>
    withDatabase(async (database, env) => {
      const account = login ? await database.manager.findOneBy(AccountEntity, { login: signInName(login) }) : null;
      if (!account) throw new Error(`Expected the sign-in name of an account, but there is no “${login ?? ''}”`);
      const { personId, companyId } = account;
      const { url, expiresAt } = await accountsOf(database, env).issueLink({ purpose: 'password', personId, companyId });
      return printed(`${url}\nvalid until ${expiresAt}`);
    }),
};
