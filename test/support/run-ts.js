'use strict';
/**
 * Runs a TypeScript file of this repository without building it first: `node test/support/run-ts.js <file.ts> [arguments]`.
 * Types are not checked here (`npm run types` does that); decorators and the `@countersign/*` aliases work as in the build.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { OPTIONS } = require('../../apps/local/src/build/compile-app');

const root = path.resolve(__dirname, '..', '..');
const { paths } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
/** As the product is compiled, with the map inside. */
const options = { ...OPTIONS, sourceMaps: 'inline' };

function install() {
  const { transformSync } = require('@swc/core');
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function resolveAlias(request, ...rest) {
    const target = paths[request]?.[0];
    const named = target ? path.join(root, target, 'index.ts') : request;
    const written = /^\.{1,2}\/.*\.js$/.test(named) && rest[0]?.filename?.endsWith('.ts');
    try {
      return resolve.call(this, named, ...rest);
    } catch (error) {
      // What is loaded later is named as the build writes it.
      if (!written) throw error;
      return resolve.call(this, named.replace(/js$/, 'ts'), ...rest);
    }
  };
  require.extensions['.ts'] = (module, filename) => {
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
  };
}

module.exports = { install };

if (require.main === module) {
  const file = path.resolve(process.argv[2] ?? '');
  if (!process.argv[2] || !existsSync(file)) {
    console.error('Expected a TypeScript file to run, but got', process.argv[2] ?? 'nothing');
    process.exit(2);
  }
  install();
  process.setSourceMapsEnabled(true);
  process.argv.splice(1, 2, file);
  require(file);
}
