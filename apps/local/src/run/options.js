'use strict';
/** What the person asked for on the command line and in the environment. Pure. */
const { Stop } = require('../say');

const HELP = `npm start [-- options]

  --port <n>   address of the product; without it 8080 or the next free one (also: PORT=<n>)
  --reset      empty the demo data before starting, after asking
  --yes        answer "yes" to the question of --reset

  DATABASE_URL       use this PostgreSQL; none is started, and demo mode is off
  TEMPORAL_ADDRESS   use this Temporal server (host:port); none is started
  TEMPORAL_CLI_PATH  the temporal command line to run (server 1.31 or newer)
  COUNTERSIGN_DATA   the data folder instead of .data`;

/** @typedef {{ port?: number, reset: boolean, yes: boolean, help: boolean, databaseUrl?: string, temporalAddress?: string, host: string, demo: boolean }} Options */

/** @param {string | undefined} text @returns {number | undefined} */
function portOf(text) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`「${text}」不是端口号（1–65535）。`, `“${text}” is not a port (1 to 65535).`);
}

/**
 * @param {readonly string[]} argv
 * @param {NodeJS.ProcessEnv} env
 * @returns {Options}
 */
function readOptions(argv, env) {
  const flags = new Set();
  let port = portOf(env.PORT);
  for (let at = 0; at < argv.length; at += 1) {
    const [name = '', inline] = (argv[at] ?? '').split('=');
    if (name === '--port') port = portOf(inline ?? argv[(at += 1)] ?? 'nothing');
    else if (['--reset', '--yes', '--help'].includes(name)) flags.add(name);
    else throw new Stop(`未知选项 ${name}。可用选项见 npm start -- --help。`, `Unknown option ${name}. See npm start -- --help.`);
  }
  const databaseUrl = env.DATABASE_URL || undefined;
  return {
    port,
    reset: flags.has('--reset'),
    yes: flags.has('--yes'),
    help: flags.has('--help'),
    databaseUrl,
    temporalAddress: env.TEMPORAL_ADDRESS || undefined,
    host: env.HOST || '127.0.0.1',
    demo: databaseUrl === undefined,
  };
}

module.exports = { readOptions, HELP };
