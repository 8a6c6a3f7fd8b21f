'use strict';
/**
 * Where a test file runs: in the realm of its jest worker, not in a context of its own. A context answers every look at a global through a
 * proxy, and what is loaded once a worker (`shared-modules.js`) would be of another realm than the test.
 */
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { globalsOfShared } = require('./shared-modules');

/** What a test file may change of its worker; answers what gives it back to the next file as it was. */
function remember() {
  const env = { ...process.env };
  const { exit } = process;
  const globals = Object.getOwnPropertyDescriptors(globalThis);
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    process.exit = exit;
    for (const name of Reflect.ownKeys(globalThis))
      if (!(name in globals) && !globalsOfShared.has(name)) Reflect.deleteProperty(globalThis, name);
    for (const name of Reflect.ownKeys(globals)) if (globals[name].configurable) Object.defineProperty(globalThis, name, globals[name]);
  };
}

class OneRealm {
  constructor({ projectConfig: config }) {
    this.global = globalThis;
    this.giveBack = remember();
    this.moduleMocker = new ModuleMocker(globalThis);
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    this.fakeTimers = new LegacyFakeTimers({ config, global: globalThis, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    this.giveBack();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks whether there is one; `shared-modules.js` compiles for this realm. */
  getVmContext() {
    return globalThis;
  }
}

module.exports = OneRealm;
