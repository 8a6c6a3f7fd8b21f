'use strict';
/** Brings node_modules to what package-lock.json says, and only when it is not there already. */
const { existsSync, lstatSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { run } = require('./processes');
const { say, step, Stop } = require('./say');

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/** @param {string} file @returns {Lock | null} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * What is missing or of another version. npm writes node_modules/.package-lock.json last, so a half-finished installation counts as none.
 * @param {string} root
 * @returns {string[]} paths of packages; empty when the tree is complete
 */
function missingPackages(root) {
  const wanted = readLock(path.join(root, 'package-lock.json'))?.packages ?? {};
  const present = readLock(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!present) return ['node_modules'];
  return Object.entries(wanted)
    .filter(([name, entry]) => name.includes('node_modules/') && !entry.optional)
    .filter(([name, entry]) => present[name]?.version !== entry.version || !existsSync(path.join(root, name)))
    .map(([name]) => name);
}

/** What npm empties is what a link leads to, which belongs to another checkout. @param {string} root */
const isLinked = (root) => lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * Scripts of packages are not run: the one that matters (links of PostgreSQL's libraries) is done by `postgres-files.js` itself.
 * @param {string} root
 */
async function install(root) {
  const missing = missingPackages(root);
  if (missing.length === 0) return say('依赖已齐全', 'packages are complete');
  if (isLinked(root))
    throw new Stop(
      `node_modules 是一个链接，它指向的依赖与 package-lock.json 不符（${missing[0]} 等 ${missing.length} 项）。安装会清空链接所指的目录，因此没有动它：请删除链接后再试，或在它所属的目录里安装。`,
      `node_modules is a link, and what it leads to is not what package-lock.json says (${missing[0]}, ${missing.length} in all). Installing would empty the folder behind it, so nothing was touched: remove the link and try again, or install where it belongs.`,
    );
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [file, before] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  await step({ zh: '安装依赖（首次约一至三分钟）', en: 'installing packages (the first time takes one to three minutes)' }, () =>
    run(file, [...before, ...args], { cwd: root, shell: process.platform === 'win32' && file === 'npm' }),
  );
}

module.exports = { install, missingPackages };
