'use strict';
/**
 * How a test file loads what it imports: packages and the sources of the rooms of the server once a jest worker, by Node itself; specs,
 * fixtures, helpers and the web, which keeps what is on the screen, once a file, as jest does. A file that replaces a module (`jest.mock`) has
 * everything for itself. Loading the API took two to three seconds of a processor for every file.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const root = path.resolve(__dirname, '..', '..', '..');
const SHARED = ['libs', 'apps/api', 'apps/worker', 'workflows', 'node_modules'].map((place) => path.join(root, place) + path.sep);
const OWN = /\.(spec|fixture)\.tsx?$|\/node_modules\/(@jest|jest|expect)/;
const REPLACES = /\bjest\.(mock|doMock|unstable_mockModule)\(/;

const isShared = (file) => !OWN.test(file) && SHARED.some((place) => file.startsWith(place));

/** What a shared module has put beside the built-ins, such as what typeorm knows of all entities: stays as long as the module does. */
const globalsOfShared = new Set();
/** Where the maps of shared sources are: a file that finds them loaded reads its stacks by these. */
const mapsOfShared = new Map();
/** The file that runs: by its jest a shared source is transformed and an alias resolved. */
let running = null;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveAlias(request, parent, ...rest) {
  return request.startsWith('@countersign/') && running
    ? running.resolved(parent.filename, request)
    : resolveFilename.call(this, request, parent, ...rest);
};
Module._extensions['.ts'] = (module, file) => {
  const code = running.transformCache.transform(file);
  mapsOfShared.set(file, running.getSourceMaps().get(file));
  module._compile(code, file);
};

function loadShared(file) {
  if (require.cache[file]) return require.cache[file].exports;
  const before = new Set(Reflect.ownKeys(globalThis));
  const exported = require(file);
  for (const name of Reflect.ownKeys(globalThis)) if (!before.has(name)) globalsOfShared.add(name);
  return exported;
}

class SharedModules extends Runtime {
  constructor(...given) {
    super(...given);
    running = this;
    this.replaces = REPLACES.test(readFileSync(this._testPath, 'utf8'));
    this.executor.compile = (code, filename) => vm.compileFunction(code, this.executor.injectedModuleParameters, { filename });
    for (const [file, map] of mapsOfShared) if (map) this.getSourceMaps().set(file, map);
  }

  resolved(from, name) {
    return this._resolution.resolveCjs(from, name);
  }

  requireModule(from, name, options, isActual) {
    if (this.replaces || options || !name || Module.isBuiltin(name)) return super.requireModule(from, name, options, isActual);
    const file = this.resolved(from, name);
    return isShared(file) ? loadShared(file) : super.requireModule(from, name, options, isActual);
  }
}

module.exports = { __esModule: true, default: SharedModules, globalsOfShared };
