/**
 * The import law of the house: one table, read by the linter (zones, banned globals) and by the search for cycles.
 * `rooms` are ours and are entered through their alias only; `packages` are npm packages (a trailing `*` takes the family); `node` allows Node built-ins.
 */
export const ROOMS = {
  domain: { at: 'libs/domain', rooms: [], packages: ['xstate', 'zod', '@noble/hashes*', 'chinese-days', 'temporal-polyfill'], node: false },
  contracts: { at: 'libs/contracts', rooms: ['domain'], packages: [], typesOnly: ['@temporalio/common*'], node: false },
  database: { at: 'libs/database', rooms: ['domain'], packages: ['typeorm', 'pg', '@nestjs/*', 'reflect-metadata'], node: true },
  platform: {
    at: 'libs/platform',
    // The house says contracts only; the one way of a command (commands/command-sender.ts) needs rows and facts. See its README.
    rooms: ['domain', 'contracts', 'database'],
    packages: [
      '@nestjs/*',
      '@temporalio/client',
      '@temporalio/common*',
      'pino',
      'prom-client',
      'zod',
      'rxjs',
      'reflect-metadata',
      'express',
    ],
    node: true,
  },
  definitions: { at: 'workflows/definitions', rooms: ['domain'], packages: [], node: false },
  runtime: {
    at: 'workflows/runtime',
    rooms: ['domain', 'contracts'],
    packages: ['@temporalio/workflow', '@temporalio/common*'],
    node: false,
  },
  api: {
    at: 'apps/api',
    rooms: ['domain', 'contracts', 'database', 'platform', 'definitions'],
    packages: ['*'],
    never: ['@temporalio/worker', '@temporalio/workflow', '@temporalio/client'],
    node: true,
  },
  worker: {
    at: 'apps/worker',
    rooms: ['domain', 'contracts', 'database', 'platform', 'definitions'],
    packages: ['*'],
    never: ['@temporalio/workflow'],
    node: true,
  },
  local: { at: 'apps/local', rooms: ['platform'], packages: ['@swc/core'], node: true },
  web: { at: 'apps/web', rooms: ['domain'], packages: ['*'], never: ['@nestjs/*', '@temporalio/*', 'typeorm', 'pg'], node: false },
  test: { at: 'test', rooms: ['*'], packages: ['*'], node: true },
};

/**
 * The floors of the domain, lowest first. A folder may import from lower floors and, on its own floor, from the folders that stand before it;
 * types count. `index.ts` stands above all; specs and fixtures play whole requests and may use every floor.
 */
export const DOMAIN_FLOORS = [
  ['text', 'digest', 'money', 'calendar'],
  ['definition', 'request'],
  ['conditions', 'budget', 'form', 'authority', 'people', 'tables', 'leases', 'plans'],
  ['guards'],
  ['operations', 'effects'],
  ['machine'],
  ['engine'],
  ['wording', 'preview', 'verify', 'sentences'],
];

/**
 * The floors of the API, lowest first. A folder imports from lower floors only; folders of one floor may know each other. Who is calling and what they
 * may (`auth`) stands below everything that people do, so that nothing that decides about a caller hangs on what is decided about.
 */
export const API_FLOORS = [
  ['http'],
  ['auth'],
  ['people', 'health'],
  ['definitions', 'files'],
  ['requests', 'commands', 'tasks'],
  [
    'accounts',
    'search',
    'notifications',
    'stream',
    'track',
    'stores',
    'budgets',
    'authority',
    'recurring',
    'audit',
    'organisation',
    'payments',
    'watch',
  ],
  ['exports', 'analytics'],
  ['web', 'cli'],
];

/** Aliases by which one room enters another; nothing else of a room is public. */
export const ALIASES = { '@countersign/domain': 'domain', '@countersign/contracts': 'contracts', '@countersign/database': 'database' };
Object.assign(ALIASES, { '@countersign/platform': 'platform', '@countersign/definitions': 'definitions' });

/** What a pure room or the workflow sandbox must not touch: not there in the sandbox, or different at every replay. */
export const BANNED_GLOBALS = [
  ...['process', 'Buffer', 'crypto', 'performance', 'fetch', 'structuredClone', 'queueMicrotask', 'btoa', 'atob'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'require', '__dirname', '__filename', 'global', 'globalThis', 'WeakRef'],
];

/** Rooms kept free of the clock, of chance and of the machine. */
export const PURE_ROOMS = ['domain', 'runtime'];

/** @param {string} file relative to the checkout, with `/` */
export const roomOf = (file) => Object.keys(ROOMS).find((name) => file === ROOMS[name].at || file.startsWith(`${ROOMS[name].at}/`)) ?? null;

/** @param {string} name @param {readonly string[]} list */
export const isListed = (name, list) =>
  list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry || name.startsWith(`${entry}/`)));
