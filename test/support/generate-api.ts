import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm run openapi`: writes `openapi.json` from the api as the Nest command line builds it (its Swagger plugin reads types and comments), and the
 * client types of the web from it. Both are committed and never edited; the check run fails when this changes them.
 */
const root = path.resolve(__dirname, '..', '..');
const document = path.join(root, 'openapi.json');
const types = path.join(root, 'apps', 'web', 'src', 'shared', 'api', 'schema.d.ts');
const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });

node(path.join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build', 'api');
const printed = node(path.join('dist', 'nest', 'api', 'apps', 'api', 'src', 'cli.js'), 'openapi');
if (!printed.startsWith('{')) throw new Error(`Expected the command openapi to print a document, but it printed ${printed.slice(0, 200)}`);
writeFileSync(document, `${JSON.stringify(JSON.parse(printed), null, 2)}\n`);
node(path.join('node_modules', 'openapi-typescript', 'bin', 'cli.js'), document, '--output', types);
