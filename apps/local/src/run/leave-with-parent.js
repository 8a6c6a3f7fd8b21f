'use strict';
/** Loaded before the api and the worker: when the launcher is gone, even by `kill -9`, they end in order instead of staying behind. */
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
