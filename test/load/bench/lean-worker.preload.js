'use strict';
/**
 * For measuring only, never shipped: takes two costs out of the Temporal SDK's worker threads, the stack trace that it builds for every promise and the
 * watchdog around each call into the workflow's context. Both are internals of one SDK version, so their shape is asserted first.
 */
const { isMainThread } = require('node:worker_threads');

if (!isMainThread) {
  const { strict: assert } = require('node:assert');
  const vm = require('node:vm');
  const { version } = require('@temporalio/worker/package.json');
  const { globalHandlers } = require('@temporalio/worker/lib/workflow/vm-shared');
  assert.equal(version, '1.24.0', 'the lean worker knows the internals of SDK 1.24.0 only');
  assert.equal(typeof globalHandlers.setPromiseHook, 'function');
  assert.equal(globalHandlers.promiseHookInstalled ?? false, false, 'the hook must not be installed yet');
  globalHandlers.setPromiseHook = () => {};
  const { runInContext } = vm.Script.prototype;
  vm.Script.prototype.runInContext = function runWithoutWatchdog(context, options = {}) {
    return runInContext.call(this, context, { ...options, timeout: undefined });
  };
}
