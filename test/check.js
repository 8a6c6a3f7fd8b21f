'use strict';
/** `npm run check`: what must hold before anything runs. Every part is run, then the answer is given. */
const { spawnSync } = require('node:child_process');
const { readFileSync, existsSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const GENERATED = ['openapi.json', 'apps/web/src/shared/api/schema.d.ts'];

const node = (label, ...args) => ({ label, args });
const PARTS = [
  node('format', bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'),
  node('lint', bin('eslint', 'bin', 'eslint.js'), '.'),
  node('cycles', 'test/support/law/cycles.mjs'),
  node('types', 'test/support/types-check.js'),
  node('build and workflow bundle', 'apps/local/build.js'),
  node('definitions', 'test/support/run-ts.js', 'test/conformance/verify-definitions.ts'),
  node('generated files', 'test/support/run-ts.js', 'test/support/generate-api.ts'),
];

const contents = () => GENERATED.map((file) => (existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : null));

function runPart({ label, args }) {
  const begun = Date.now();
  const before = label === 'generated files' ? contents() : [];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const changed = GENERATED.filter((_, index) => before.length > 0 && before[index] !== contents()[index]);
  if (changed.length > 0)
    console.error(`Regenerating changed ${changed.join(', ')}: commit the new ${changed.length > 1 ? 'files' : 'file'}.`);
  const good = status === 0 && changed.length === 0;
  console.log(`${good ? 'ok    ' : 'FAILED'}  ${label}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return good;
}

const failed = PARTS.filter((part) => !runPart(part)).map((part) => part.label);
console.log(failed.length > 0 ? `check failed: ${failed.join(', ')}` : 'check passed');
process.exit(failed.length > 0 ? 1 : 0);
