import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm run openapi`: writes `openapi.json` from the source of the api, and the client types of the web from it. Both are committed and never
 * edited; the check run fails when this changes them. No compiler plugin takes part: views and bodies name their types themselves, and a plugin
 * that reads return types would add a 201 to every command.
 */
const root = path.resolve(__dirname, '..', '..');
const document = path.join(root, 'openapi.json');
const types = path.join(root, 'apps', 'web', 'src', 'shared', 'api', 'schema.d.ts');
const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });

const printed = node(path.join('test', 'support', 'run-ts.js'), path.join('apps', 'api', 'src', 'cli.ts'), 'openapi');
if (!printed.startsWith('{')) throw new Error(`Expected the command openapi to print a document, but it printed ${printed.slice(0, 200)}`);
writeFileSync(document, `${JSON.stringify(JSON.parse(printed), null, 2)}\n`);
node(path.join('node_modules', 'openapi-typescript', 'bin', 'cli.js'), document, '--output', types);
