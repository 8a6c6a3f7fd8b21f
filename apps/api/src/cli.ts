import 'reflect-metadata';
import { SchemaHistoryError } from '@countersign/database';
import { EnvError } from '@countersign/platform';
import type { CliCommand } from './cli/command';

/** Every command of the command line; a new one adds its line here. What a command needs is loaded with it alone. */
const COMMANDS: ReadonlyMap<string, () => Promise<CliCommand>> = new Map([
  ['migrate', async () => (await import('./cli/migrate.command.js')).migrateCommand],
  ['seed-demo', async () => (await import('./cli/seed-demo.command.js')).seedDemoCommand],
  ['play-demo', async () => (await import('./cli/play-demo.command.js')).playDemoCommand],
  ['publish-seeds', async () => (await import('./cli/publish-seeds.command.js')).publishSeedsCommand],
  ['first-admin-link', async () => (await import('./cli/first-admin-link.command.js')).firstAdminLinkCommand],
  ['reset-password', async () => (await import('./cli/reset-password.command.js')).resetPasswordCommand],
  ['openapi', async () => (await import('./cli/openapi.command.js')).openapiCommand],
  ['restored', async () => (await import('./cli/restored.command.js')).restoredCommand],
  ['deliver-again', async () => (await import('./cli/deliver-again.command.js')).deliverAgainCommand],
  ['verify-journal', async () => (await import('./cli/verify-journal.command.js')).verifyJournalCommand],
]);

async function usage(): Promise<string> {
  const lines = [...COMMANDS].map(async ([name, load]) => {
    const { usage: words, about } = await load();
    return `${`${name} ${words}`.trim().padEnd(26)} ${about}`;
  });
  return (await Promise.all(lines)).join('\n');
}

async function main([name, ...args]: string[]): Promise<void> {
  const load = COMMANDS.get(name ?? '');
  if (!load) {
    console.error(await usage());
    process.exit(name === undefined || name === '--help' ? 0 : 2);
  }
  const command = await load();
  const { text, exitCode } = await command.run(args);
  // Piped output is written late: leaving at once would cut it off.
  process.stdout.write(text === '' ? '' : `${text}\n`, () => process.exit(exitCode));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof EnvError || error instanceof Error ? error.message : error);
  // The launcher knows this one by its number.
  process.exit(error instanceof SchemaHistoryError ? 3 : 1);
});
