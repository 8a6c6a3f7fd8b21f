import { readFileSync } from 'node:fs';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { importLaw } from './test/support/law/import-law-plugin.mjs';
import { BANNED_GLOBALS, PURE_ROOMS, ROOMS } from './test/support/law/import-law.mjs';

const SIZES = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
  'import-law/max-params': 'error',
};
/** Names say what a thing is (house law §7); words that say how it is worn, told or stood around are no names. */
const PLAIN_NAMES = {
  selector:
    ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration, ClassDeclaration, FunctionDeclaration)[id.name=/(Dressing|Outfit|Manner|Around|Told)/]',
  message: 'A plain name: what it is.',
};
const NO_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings come from libs/platform/src/config/env.ts.',
};
const CLOCK_AND_CHANCE = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes in with the command.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in with the command.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is not repeatable.' },
];
const ENUMS = { selector: 'TSEnumDeclaration', message: 'A union of string literals instead.' };
const ONE_CLOCK = CLOCK_AND_CHANCE.slice(0, 2).map(({ selector }) => ({
  selector,
  message: 'libs/database/src/clock.ts: one place reads it.',
}));
const pureFiles = PURE_ROOMS.map((room) => `${ROOMS[room].at}/**/*.ts`);
const specs = ['**/*.spec.ts', '**/*.spec.tsx'];
const generated = readFileSync(new URL('.prettierignore', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('.d.ts'));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', 'coverage/**', 'test/conformance/toys/**', ...generated] },
  { files: ['**/*.{ts,tsx,js,mjs}'], plugins: { 'import-law': importLaw }, rules: { 'import-law/arrows': 'error' } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...SIZES,
      'import-law/no-default-export': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', NO_ENVIRONMENT, PLAIN_NAMES, ENUMS],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      eqeqeq: ['error', 'smart'],
    },
  },
  // A pattern that looks at a long text over and over holds everybody up; in some place or other a long text reaches it.
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'workflows/**/*.ts'],
    ignores: specs,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.fixture.ts', ...specs],
    rules: { 'import-law/own-values': 'error' },
  },
  // Nest reads the types of constructor parameters at run time: an import for a type alone would vanish.
  {
    files: ['apps/api/**/*.ts', 'apps/worker/**/*.ts', 'libs/database/**/*.ts', 'libs/platform/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/database/src/database-client.ts', ...specs],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'pg', importNames: ['Client'], message: 'DatabaseClient: a lost connection must not end the program.' }] },
      ],
    },
  },
  {
    files: ['libs/{domain,contracts}/src/**/*.ts'],
    ignores: ['**/*.fixture.ts', ...specs],
    rules: { 'import-law/says-what': 'error' },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['libs/domain/src/machine/**', 'libs/domain/src/**/*.fixture.ts', ...specs],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'xstate', message: 'machine/ alone knows it.' }] }] },
  },
  {
    files: ['apps/{api,worker}/src/**/*.ts', 'libs/{database,platform}/src/**/*.ts'],
    ignores: ['libs/database/src/clock.ts', '**/*.fixture.ts', ...specs],
    rules: { 'no-restricted-syntax': ['error', NO_ENVIRONMENT, PLAIN_NAMES, ENUMS, ...ONE_CLOCK] },
  },
  // A front door says what it lets out.
  {
    files: ['libs/*/src/index.ts', 'workflows/definitions/index.ts'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Named exports.' }] },
  },
  { files: ['apps/local/**/*.js', 'test/**/*.{js,mjs}'], rules: { ...SIZES, 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },
  {
    files: pureFiles,
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        ...BANNED_GLOBALS.map((name) => ({ name, message: 'Not in a pure room or in the workflow sandbox.' })),
      ],
      'no-restricted-syntax': ['error', NO_ENVIRONMENT, PLAIN_NAMES, ENUMS, ...CLOCK_AND_CHANCE],
    },
  },
  { files: ['libs/platform/src/config/env.ts', 'libs/database/src/migrations/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['apps/web/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }] } },
  {
    files: ['apps/web/vite.config.ts'],
    rules: { 'import-law/no-default-export': 'off', 'import-law/arrows': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: [...specs, 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
