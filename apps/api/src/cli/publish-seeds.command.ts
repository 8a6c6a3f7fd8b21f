import { DefinitionRepository } from '@countersign/database';
import { DraftVersions } from '../definitions/draft-versions.service';
import { SeedsService } from '../definitions/seeds.service';
import { printed, withDatabase, type CliCommand } from './command';

export const publishSeedsCommand: CliCommand = {
  usage: '',
  about: 'publishes the processes that ship with this version, for every company',
  run: () =>
    withDatabase(async (database) => {
      const published = await new SeedsService(database, new DefinitionRepository(), new DraftVersions()).publish();
      return printed(published.length > 0 ? published.join('\n') : 'nothing new');
    }),
};
