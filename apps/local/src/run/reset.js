'use strict';
/** `--reset`: empties the demo data, after asking. Never touches a database that somebody named. */
const fs = require('node:fs');
const path = require('node:path');
const { createInterface } = require('node:readline/promises');
const { dataBeside, endOrphan: endPostgres } = require('../postgres/postgres-server');
const { endOrphan: endTemporal } = require('../temporal/temporal-server');
const { say, Stop } = require('../say');

/** @returns {Promise<boolean>} */
async function askToDelete() {
  if (!process.stdin.isTTY) {
    throw new Stop('清空演示数据需要确认：请加 --yes。', 'Emptying the demo data needs a yes: add --yes.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const interrupted = new AbortController();
  terminal.on('SIGINT', () => interrupted.abort());
  const text = '清空全部演示数据？此操作无法撤销。Empty all demo data? This cannot be undone. (yes/no) ';
  const answer = await terminal.question(text, { signal: interrupted.signal }).catch(() => '');
  terminal.close();
  return /^(y|yes|是)$/i.test(answer.trim());
}

/** Makes sure that emptying is meant, before anything else is done. @param {{ databaseUrl?: string, yes: boolean }} options */
async function confirmReset({ databaseUrl, yes }) {
  if (databaseUrl) {
    throw new Stop(
      '--reset 只用于内置的演示数据库；已设置 DATABASE_URL，什么也没有改动。',
      '--reset is for the built-in demo database; DATABASE_URL is set, so nothing was touched.',
    );
  }
  if (!yes && !(await askToDelete())) throw new Stop('已取消，什么也没有改动。', 'Cancelled; nothing was touched.');
}

/** @param {{ root: string, data: string }} places */
async function reset({ root, data }) {
  const cluster = dataBeside(root, path.join(data, 'postgres'));
  await endPostgres(cluster);
  await endTemporal(data);
  fs.rmSync(cluster, { recursive: true, force: true });
  for (const name of fs.readdirSync(data)) if (name !== 'run.json') fs.rmSync(path.join(data, name), { recursive: true, force: true });
  say('演示数据已清空', 'the demo data is empty');
}

module.exports = { confirmReset, reset };
