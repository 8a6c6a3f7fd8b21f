import {
  CompanyEntity,
  DefinitionRepository,
  DirectoryParts,
  DirectoryReviewRepository,
  ProcessCache,
  SettingRepository,
} from '@countersign/database';
import { DEMO_DIRECTORY } from '@countersign/definitions';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DraftVersions } from '../definitions/draft-versions.service';
import { SeedsService } from '../definitions/seeds.service';
import { DirectoryImportService } from '../people/directory-import.service';
import type { DirectoryImportView } from '../people/dto/people.view';
import { DEMO_MARKER } from '../settings';
import { seedBudgets } from '../budgets/demo-budgets';
import { seedLeases } from '../stores/demo-leases';
import { printed, withDatabase, type CliCommand } from './command';
import { holdForStory, isStoryDue } from './play-demo.command';

export const seedDemoCommand: CliCommand = {
  usage: '',
  about: 'loads the demo company; twice is the same as once',
  run: () =>
    withDatabase(async (database, env) => {
      if (!env.DEMO_MODE) throw new Error('Expected DEMO_MODE=1: demo data belongs into no other database');
      const loaded = await seedDemo(database);
      const storyDue = await isStoryDue(database);
      await holdForStory(database, storyDue);
      return printed(JSON.stringify({ ...loaded, storyDue }));
    }),
};

/** The demo company with its processes, and the mark that one-click sign-in asks for. */
export async function seedDemo(database: DataSource): Promise<DirectoryImportView> {
  const companyId = await ensureDemoCompany(database);
  const review = new DirectoryReviewRepository(database, new ProcessCache(database), new DirectoryParts());
  const counts = await new DirectoryImportService(database, review, { isOn: () => Promise.resolve(true) }).import(
    { companyId, personId: null },
    DEMO_DIRECTORY,
  );
  await new SeedsService(database, new DefinitionRepository(), new DraftVersions()).publish();
  await seedLeases(database.manager, companyId);
  await seedBudgets(database.manager, companyId);
  await new SettingRepository(database).set(DEMO_MARKER, { company: DEMO_DIRECTORY.company.key });
  return counts;
}

async function ensureDemoCompany(database: DataSource): Promise<string> {
  const { company } = DEMO_DIRECTORY;
  const existing = await database.manager.findOneBy(CompanyEntity, { key: company.key });
  if (existing) return existing.id;
  // A company of somebody's own is never mixed with the demo.
  if (await database.manager.existsBy(CompanyEntity, {}))
    throw new Error('Expected an empty database or the demo company, but another company is here');
  const id = uuidv7();
  await database.manager.insert(CompanyEntity, { id, ...company });
  return id;
}
