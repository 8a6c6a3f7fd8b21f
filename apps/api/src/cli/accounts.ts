import { DefinitionRepository } from '@countersign/database';
import type { Env } from '@countersign/platform';
import type { DataSource } from 'typeorm';
import { AccountsService } from '../accounts/accounts.service';
import { LoginBackOff } from '../accounts/login-back-off';
import { SessionsService } from '../auth/sessions.service';
import { DraftVersions } from '../definitions/draft-versions.service';
import { SeedsService } from '../definitions/seeds.service';
import { Settings } from '../settings';

/** The accounts as the API has them, for commands that make links. */
export const accountsOf = (database: DataSource, env: Env): AccountsService =>
  new AccountsService(
    database,
    new SessionsService(database),
    Settings.from(env),
    new SeedsService(database, new DefinitionRepository(), new DraftVersions()),
    new LoginBackOff(database),
  );
