import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('the lock of the packages', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockEntry> };

  it('has an entry for every optional dependency, so that npm ci works on every system', () => {
    const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').at(-1)));
    const missing = Object.entries(packages).flatMap(([key, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !names.has(name))
        .map((name) => `${key} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('has one protobufjs, as the reader of histories needs', () => {
    const versions = Object.entries(packages).filter(([key]) => /node_modules\/protobufjs$/.test(key));
    const ofTemporal = versions.filter(([key]) => key === 'node_modules/protobufjs' || key.includes('@temporalio'));
    expect(ofTemporal.map(([key]) => key)).toEqual(['node_modules/protobufjs']);
  });

  it('names only the public registry, or none', () => {
    const hosts = Object.values(packages).flatMap(({ resolved, link }) => (resolved && !link ? [new URL(resolved).host] : []));
    expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});

describe('the plan of the house', () => {
  const cycles = (at: string): string[][] => {
    const program = `import(${JSON.stringify(path.join(root, 'test/support/law/cycles.mjs'))}).then(({ findCycles }) => process.stdout.write(JSON.stringify(findCycles(${JSON.stringify(at)}))))`;
    return JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' })) as string[][];
  };

  it('has no file that needs itself by way of others', () => {
    expect(cycles(root)).toEqual([]);
  });

  it('would notice a cycle', () => {
    const place = mkdtempSync(path.join(tmpdir(), 'countersign-cycle-'));
    const folder = path.join(place, 'libs', 'domain', 'src');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'one.ts'), "import { two } from './two';\nexport const one = (): number => two;\n");
    writeFileSync(path.join(folder, 'two.ts'), "import { one } from './one';\nexport const two: number = one();\n");
    expect(cycles(place)).toEqual([['libs/domain/src/one.ts', 'libs/domain/src/two.ts', 'libs/domain/src/one.ts']]);
    rmSync(place, { recursive: true });
  });

  const wrongFolders = (files: readonly string[]): string[] => {
    const program = `import(${JSON.stringify(path.join(root, 'test/support/law/folders.mjs'))}).then(({ wrongFolders }) => process.stdout.write(JSON.stringify(wrongFolders(JSON.parse(process.argv[1])))))`;
    return JSON.parse(execFileSync(process.execPath, ['-e', program, JSON.stringify(files)], { encoding: 'utf8' })) as string[];
  };

  it('splits a folder that grows wide by what its files mean', () => {
    const files = ['apps', 'libs', 'workflows', 'test'].flatMap((room) => sourcesBelow(path.join(root, room)));
    expect(wrongFolders(files.map((file) => path.relative(root, file).split(path.sep).join('/')))).toEqual([]);
  });

  it('would notice a wide folder', () => {
    const files = Array.from({ length: 16 }, (_, at) => `libs/domain/src/words/word-${at}.ts`);
    expect(wrongFolders([...files, 'libs/domain/src/words/word.spec.ts'])).toContain('libs/domain/src/words holds 16 sources, at most 15');
  });

  it('has a README of at most thirty lines in every room', () => {
    const rooms = ['libs/domain', 'libs/contracts', 'libs/database', 'libs/platform', 'workflows/definitions', 'workflows/runtime'];
    const all = [...rooms, 'apps/api', 'apps/worker', 'apps/web', 'apps/local', 'test'].map((room) => path.join(root, room, 'README.md'));
    expect(all.filter((file) => !existsSync(file)).map((file) => path.relative(root, file))).toEqual([]);
    expect(all.filter((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length > 30)).toEqual([]);
  });
});

describe('what the documents name', () => {
  const documents = ['README.md', ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
    name.endsWith('.md'),
  );

  it('is there', () => {
    const named = documents.flatMap(
      (name) => readFileSync(path.join(root, name), 'utf8').match(/(?<=`)(?:apps|libs|workflows|test|docs)\/[\w./-]+(?=`)/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});

describe('what the domain makes public', () => {
  const index = readFileSync(path.join(root, 'libs/domain/src/index.ts'), 'utf8');
  const exported = [...index.matchAll(/^export (?:type )?\{([^}]+)\}/gm)].flatMap(([, names = '']) => namesIn(names));
  const files = ['apps', 'libs', 'workflows', 'test'].flatMap((room) => sourcesBelow(path.join(root, room)));
  const imported = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\{([^{}]*)\} from '@countersign\/domain'/g)].flatMap(([, names = '']) => namesIn(names)),
    ),
  );

  it('is used by another room', () => {
    expect(exported.length).toBeGreaterThan(100);
    expect(exported.filter((name) => !imported.has(name))).toEqual([]);
  });
});

/** Names in the braces of an import or export, as they are called at their source. */
function namesIn(braces: string): string[] {
  return braces.split(',').flatMap((each) => /^\s*(?:type )?(\w+)/.exec(each)?.[1] ?? []);
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourcesBelow(path.join(folder, entry.name));
    return /\.tsx?$/.test(entry.name) ? [path.join(folder, entry.name)] : [];
  });
}

describe('the import law', () => {
  const REFUSED: [at: string, text: string, message: RegExp][] = [
    ['libs/domain/src/a.ts', "import { readFileSync } from 'node:fs';", /domain may not use Node built-ins/],
    ['libs/domain/src/a.ts', "import { Entity } from 'typeorm';", /domain may not use typeorm/],
    ['libs/contracts/src/a.ts', "import { ApplicationFailure } from '@temporalio/common';", /only types/],
    ['apps/api/src/tasks/a.ts', "import { requestWorkflow } from '../../../../workflows/runtime/request.workflow';", /leaves its room/],
    ['apps/api/src/tasks/a.ts', "import { Worker } from '@temporalio/worker';", /api may not use @temporalio\/worker/],
    ['workflows/runtime/a.ts', "import { dataSource } from '@countersign/database';", /runtime may not import database/],
    ['workflows/runtime/a.ts', "import { fold } from '@countersign/domain/src/engine/advance';", /only its index is public/],
    ['libs/domain/src/guards/a.guard.ts', "import type { RoutePreview } from '../preview/preview';", /guards climbs to preview/],
    ['libs/domain/src/form/a.ts', "import type { Candidate } from '../people/derivation';", /form climbs to people/],
    ['libs/domain/src/definition/steps/a.ts', "export { buildMachine } from '../../machine/build';", /definition climbs to machine/],
    ['libs/domain/src/definition/a.ts', "import { guardNamed } from '../guards';", /definition climbs to guards/],
    ['apps/api/src/auth/a.ts', "import { PeopleService } from '../people/people.service';", /auth climbs to people/],
    ['apps/api/src/http/a.ts', "import type { Actor } from '../auth/actor';", /http climbs to auth/],
    ['apps/api/src/tasks/a.ts', "import { AccountsService } from '../accounts/accounts.service';", /tasks climbs to accounts/],
    ['apps/api/src/habits/a.ts', "import type { Actor } from '../auth/actor';", /habits stands on no floor/],
    ['libs/domain/src/habits/a.ts', "import { hashOf } from '../digest/sha256';", /habits stands on no floor/],
    ['libs/domain/src/people/a.ts', "import { company } from './sample-company.fixture';", /fixtures are for specs/],
    ['apps/web/src/features/inbox/a.ts', "import { Sheet } from '../request/sheet';", /feature inbox imports feature request/],
    ['apps/web/src/shared/a.ts', "import { Sheet } from '../features/request/sheet';", /feature shared imports feature request/],
  ];
  const ALLOWED: [at: string, text: string][] = [
    ['libs/domain/src/people/a.ts', "import { coverage } from '../authority/coverage';\nimport type { Facts } from '../request/facts';"],
    ['libs/domain/src/form/a.spec.ts', "import { decide } from '../engine/decide';"],
    ['apps/api/src/tasks/a.ts', "import { refuse } from '@countersign/domain';\nimport { createHash } from 'node:crypto';"],
    ['libs/contracts/src/a.ts', "import type { Duration } from '@temporalio/common';"],
    ['apps/web/src/app/a.ts', "import { Inbox } from '../features/inbox';"],
  ];

  /** What the linter says of files that would lie there; one process for all, since it takes a second to begin. */
  const lint = (files: { at: string; text: string }[]): string[][] => {
    const program = `
      const { ESLint } = await import('eslint');
      const { importLaw } = await import(${JSON.stringify(path.join(root, 'test/support/law/import-law-plugin.mjs'))});
      const { parser } = (await import('typescript-eslint')).default;
      const config = [{ files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser }, plugins: { 'import-law': importLaw }, rules: { 'import-law/arrows': 'error' } }];
      const eslint = new ESLint({ cwd: ${JSON.stringify(root)}, overrideConfigFile: true, overrideConfig: config });
      const all = [];
      for (const { at, text } of ${JSON.stringify(files)}) all.push((await eslint.lintText(text, { filePath: at }))[0].messages.map(({ message }) => message));
      process.stdout.write(JSON.stringify(all));`;
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' }),
    ) as string[][];
  };
  let said: string[][];
  beforeAll(() => {
    said = lint([...REFUSED, ...ALLOWED].map(([at, text]) => ({ at: path.join(root, at), text })));
  });

  it.each(REFUSED.map(([at, text, message], index) => ({ at, text, message, index })))('refuses in $at: $text', ({ message, index }) => {
    expect(said[index]).toEqual([expect.stringMatching(message)]);
  });

  it('allows what the table allows', () => {
    expect(said.slice(REFUSED.length)).toEqual(ALLOWED.map(() => []));
  });
});
