'use strict';
/** `npm start`: brings everything up in order, and everything that it started down again. */
const fs = require('node:fs');
const path = require('node:path');
const { buildParts } = require('../build/build-parts');
const { builtSettings, scriptOf } = require('../build/built');
const { install } = require('../install');
const { beginStory, isStoryDue } = require('./demo-story');
const { startApp, openLog, lastLines } = require('./node-app');
const { readOptions, HELP } = require('./options');
const { dataFolder, root } = require('../places');
const { anyPort, choosePort } = require('../ports');
const { startPostgres } = require('../postgres/postgres-server');
const { pause, run } = require('../processes');
const { confirmReset, reset } = require('./reset');
const runState = require('./run-state');
const { say, sayPlain, step, Stop } = require('../say');
const { supervise } = require('./supervisor');
const { temporalBinary } = require('../temporal/temporal-binary');
const { endOrphan, startTemporal } = require('../temporal/temporal-server');
const { welcome } = require('./welcome');

/**
 * @typedef {import('./options').Options} Options
 * @typedef {{ options: Options, data: string, parts: import('./supervisor').Supervised[], stopping: boolean }} Session
 */

const logFile = (/** @type {Session} */ session, /** @type {string} */ name) => path.join(session.data, 'logs', `${name}.log`);

/** @param {Session} session @param {string} name @returns {(line: string) => void} */
function writerTo(session, name) {
  const output = openLog(logFile(session, name));
  return (line) => fs.writeSync(output, `${line}\n`);
}

/** @param {Session} session @returns {Promise<string>} the address of the database */
async function bringPostgres(session) {
  if (session.options.databaseUrl) {
    say('使用 DATABASE_URL 指定的数据库', 'using the database of DATABASE_URL');
    return session.options.databaseUrl;
  }
  return step({ zh: '启动 PostgreSQL', en: 'starting PostgreSQL' }, async () => {
    const port = await anyPort();
    const log = writerTo(session, 'postgres');
    const { first, supervised } = await supervise('PostgreSQL', () =>
      startPostgres({ root, folder: path.join(session.data, 'postgres'), port, log }),
    );
    session.parts.push(supervised);
    return first.url;
  });
}

/** @param {Session} session @param {Promise<string> | null} binary @returns {Promise<{ address: string, ui: string | null }>} */
async function bringTemporal(session, binary) {
  if (session.options.temporalAddress) {
    say('使用 TEMPORAL_ADDRESS 指定的 Temporal', 'using the Temporal server of TEMPORAL_ADDRESS');
    return { address: session.options.temporalAddress, ui: null };
  }
  const file = await binary;
  if (!file) throw new Error('Expected a Temporal binary to have been looked for, but none was');
  return step({ zh: '启动 Temporal', en: 'starting Temporal' }, async () => {
    // The orphan of an earlier start would hold the usual port.
    await endOrphan(session.data);
    const port = await choosePort({ usual: 7233 });
    const uiPort = await choosePort({ usual: 8233, taken: [port] });
    const log = writerTo(session, 'temporal');
    const namespace = process.env.TEMPORAL_NAMESPACE || 'default';
    const { first, supervised } = await supervise('Temporal', () =>
      startTemporal({ binary: file, folder: session.data, port, uiPort, namespace, log }),
    );
    session.parts.push(supervised);
    return { address: first.address, ui: first.uiAddress };
  });
}

/** An address at which this machine reaches the product. @param {Options} options @param {number} port */
const addressOf = ({ host }, port) => `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`;

/** What the command line needs to work on the same servers. */
const KEPT = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'PUBLIC_URL', 'DEMO_MODE', 'DATA_DIR'];

/** @param {Session} session @param {{ database: string, temporal: string, port: number, healthPort: string }} at @returns {NodeJS.ProcessEnv} */
function environment({ options, data }, at) {
  return {
    NODE_ENV: 'production',
    ...process.env,
    DATABASE_URL: at.database,
    TEMPORAL_ADDRESS: at.temporal,
    PORT: String(at.port),
    WORKER_HEALTH_PORT: at.healthPort,
    HOST: options.host,
    PUBLIC_URL: process.env.PUBLIC_URL || addressOf(options, at.port),
    DEMO_MODE: options.demo ? '1' : '0',
    DATA_DIR: data,
    ...builtSettings(root),
  };
}

/** @param {NodeJS.ProcessEnv} env @param {string} command @returns {Promise<string>} what the command of the api's command line printed */
const cli = (env, command) => run(process.execPath, [path.join(root, scriptOf('api', 'cli.js')), command], { cwd: root, env });

/** What `cli migrate` ends with where it may not touch the database; it then says why in two lines, one for each language. */
const FOREIGN_DATABASE = 3;

/** @param {NodeJS.ProcessEnv} env */
const migrate = (env) =>
  cli(env, 'migrate').catch((/** @type {Error & { code?: number, output?: string }} */ error) => {
    if (error.code !== FOREIGN_DATABASE) throw error;
    const [zh = '', en = ''] = (error.output ?? '').trim().split('\n');
    throw new Stop(zh, en);
  });

/** @param {Session} session @param {'api' | 'worker'} app @param {NodeJS.ProcessEnv} env */
async function bringApp(session, app, env) {
  const { supervised } = await supervise(app, async () =>
    startApp({ script: path.join(root, scriptOf(app)), env, cwd: root, log: logFile(session, app) }),
  );
  session.parts.push(supervised);
  return supervised;
}

/** Whether the api keeps its door shut until a restored journal was checked. @param {Response | null} answer @returns {Promise<boolean>} */
async function isShut(answer) {
  if (answer?.status !== 503) return false;
  const { parts } = /** @type {{ parts?: Record<string, string> }} */ (await answer.json().catch(() => ({})));
  return parts?.['restore']?.startsWith('restored') ?? false;
}

/**
 * @param {Session} session
 * @param {{ app: string, address: string, supervised: import('./supervisor').Supervised }} what
 * @returns {Promise<'ready' | 'shut'>}
 */
async function untilReady(session, { app, address, supervised }) {
  for (const until = Date.now() + 120_000; Date.now() < until && supervised.crashes() < 3 && !session.stopping; await pause(100)) {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    if (answer?.ok) return 'ready';
    if (await isShut(answer)) return 'shut';
  }
  if (session.stopping) return 'ready';
  throw new Stop(
    `${app} 没有就绪，日志末尾：\n${lastLines(logFile(session, app))}`,
    `${app} did not become ready; the end of its log is above (${logFile(session, app)}).`,
  );
}

/** @param {Session} session @param {{ database: string, temporal: { address: string, ui: string | null } }} servers */
async function bringProduct(session, { database, temporal }) {
  const port = await choosePort({ asked: session.options.port, usual: 8080, host: session.options.host });
  const healthPort = process.env.WORKER_HEALTH_PORT || String(await anyPort());
  const env = environment(session, { database, temporal: temporal.address, port, healthPort });
  await step({ zh: '更新数据库结构', en: 'migrating the database' }, () => migrate(env));
  const [command, zh, en] = session.options.demo
    ? ['seed-demo', '载入演示公司', 'loading the demo company']
    : ['publish-seeds', '发布流程', 'publishing processes'];
  const loaded = await step({ zh, en }, () => cli(env, command));
  const address = addressOf(session.options, port);
  const state = await step({ zh: '启动服务', en: 'starting api and worker' }, async () => {
    const [api, worker] = [await bringApp(session, 'api', env), await bringApp(session, 'worker', env)];
    const door = await untilReady(session, { app: 'api', address, supervised: api });
    // Behind a shut door the worker does nothing, and says so.
    if (door === 'ready') await untilReady(session, { app: 'worker', address: `http://127.0.0.1:${healthPort}`, supervised: worker });
    return door;
  });
  const kept = Object.fromEntries(KEPT.flatMap((name) => (env[name] ? [[name, String(env[name])]] : [])));
  runState.write(session.data, { address: String(env.PUBLIC_URL), env: kept });
  const link = session.options.demo ? '' : await cli(env, 'first-admin-link');
  await welcome({
    address,
    publicUrl: String(env.PUBLIC_URL),
    demo: session.options.demo,
    temporalUi: temporal.ui,
    link,
    shut: state === 'shut',
  });
  if (session.options.demo && state === 'ready' && !session.stopping && isStoryDue(loaded))
    session.parts.push(
      beginStory({ script: path.join(root, scriptOf('api', 'cli.js')), env, cwd: root, log: logFile(session, 'demo'), address }),
    );
}

/** Stops what this session started, last started first. @param {Session} session */
async function stopAll(session) {
  session.stopping = true;
  for (const part of [...session.parts].reverse()) await part.stop();
  session.parts.length = 0;
}

/** A stop between two stages ends the way up there. @param {Session} session */
function goOn(session) {
  if (session.stopping) throw new Stop('已停止', 'Stopped');
}

/** @param {Session} session */
async function bringUp(session) {
  const { options } = session;
  if (options.reset) await confirmReset(options);
  if (options.port !== undefined) await choosePort({ asked: options.port, usual: options.port, host: options.host });
  const binary = options.temporalAddress ? null : temporalBinary({ root });
  binary?.catch(() => undefined);
  await install(root);
  if (options.reset) await reset({ root, data: session.data });
  goOn(session);
  await buildParts(root);
  goOn(session);
  const database = await bringPostgres(session);
  goOn(session);
  const temporal = await bringTemporal(session, binary);
  goOn(session);
  await bringProduct(session, { database, temporal });
}

/** Ends the launcher and what it started; a part that is just coming up is waited for, so that it does not stay behind. @param {Session} session @param {Promise<void>} up @param {number} code */
async function leave(session, up, code) {
  await stopAll(session);
  await Promise.race([up.catch(() => undefined), pause(5_000)]);
  await stopAll(session);
  runState.release(session.data);
  process.exit(code);
}

/**
 * @param {readonly string[]} argv
 * @param {NodeJS.ProcessEnv} env
 */
async function launch(argv, env) {
  const options = readOptions(argv, env);
  if (options.help) return sayPlain(HELP);
  /** @type {Session} */
  const session = { options, data: dataFolder(env), parts: [], stopping: false };
  runState.claim(session.data);
  const up = bringUp(session);
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (session.stopping) return;
      say('正在停止，数据保留', 'stopping; the data stays');
      void leave(session, up, 0);
    });
  }
  await up.catch(async (error) => {
    if (session.stopping) return;
    console.error(`\n${error instanceof Stop ? error.message : error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    await leave(session, up, 1);
  });
}

module.exports = { launch };
