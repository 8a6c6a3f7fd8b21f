'use strict';
/** `npm run types`: every tsconfig of the house with the fast native compiler; the build proves the same with the one that emits. */
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const projects = ['tsconfig.json', 'apps/web/tsconfig.json', 'apps/local/tsconfig.json', 'test/tsconfig.json'].filter((file) =>
  existsSync(path.join(root, file)),
);
const failed = projects.filter((project) => {
  // More checkers look at the same types once more each.
  const args = [path.join(root, 'node_modules', 'typescript7', 'bin', 'tsc'), '--noEmit', '--checkers', '2', '-p', project];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`Types do not hold in ${failed.join(', ')}`);
  process.exit(1);
}
