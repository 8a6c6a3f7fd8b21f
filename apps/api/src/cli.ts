import 'reflect-metadata';
import { SchemaHistoryError } from '@countersign/database';
import { EnvError } from '@countersign/platform';
import type { CliCommand } from './cli/command';
import { deliverAgainCommand } from './cli/deliver-again.command';
import { firstAdminLinkCommand } from './cli/first-admin-link.command';
import { migrateCommand } from './cli/migrate.command';
import { openapiCommand } from './cli/openapi.command';
import { publishSeedsCommand } from './cli/publish-seeds.command';
import { resetPasswordCommand } from './cli/reset-password.command';
import { restoredCommand } from './cli/restored.command';
import { seedDemoCommand } from './cli/seed-demo.command';
import { verifyJournalCommand } from './cli/verify-journal.command';

/** Every command of the command line; a new one adds its line here. */
const COMMANDS: CliCommand[] = [
  migrateCommand,
  seedDemoCommand,
  publishSeedsCommand,
  firstAdminLinkCommand,
  resetPasswordCommand,
  openapiCommand,
  restoredCommand,
  deliverAgainCommand,
  verifyJournalCommand,
];

async function main([name, ...args]: string[]): Promise<void> {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    console.error(COMMANDS.map(({ name: known, usage, about }) => `${`${known} ${usage}`.trim().padEnd(26)} ${about}`).join('\n'));
    process.exit(name === undefined ? 0 : 2);
  }
  const { text, exitCode } = await command.run(args);
  // Piped output is written late: leaving at once would cut it off.
  process.stdout.write(text === '' ? '' : `${text}\n`, () => process.exit(exitCode));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof EnvError || error instanceof Error ? error.message : error);
  // The launcher knows this one by its number.
  process.exit(error instanceof SchemaHistoryError ? 3 : 1);
});
