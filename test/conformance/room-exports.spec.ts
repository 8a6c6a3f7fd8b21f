import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '..', '..');
const FRONT_DOORS: Record<string, string> = {
  '@countersign/domain': 'libs/domain/src/index.ts',
  '@countersign/contracts': 'libs/contracts/src/index.ts',
  '@countersign/database': 'libs/database/src/index.ts',
  '@countersign/platform': 'libs/platform/src/index.ts',
  '@countersign/definitions': 'workflows/definitions/index.ts',
};

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, fs.readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, false);

/** The file that a relative import leads to. */
function leadsTo(from: string, specifier: string): string {
  const at = path.posix.join(path.posix.dirname(from), specifier);
  return [`${at}.ts`, `${at}.tsx`, `${at}/index.ts`, at].find((file) => fs.existsSync(path.join(root, file))) ?? at;
}

/** Names that a file lets out. */
function exportsOf(file: string): string[] {
  return parse(file).statements.flatMap((statement): string[] => {
    if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause && ts.isNamedExports(statement.exportClause))
        return statement.exportClause.elements.map(({ name }) => name.text);
      return statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier)
        ? exportsOf(leadsTo(file, statement.moduleSpecifier.text))
        : [];
    }
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
  });
}

/** Names that a file takes through a front door: “door name”. */
function takenBy(file: string): string[] {
  return parse(file).statements.flatMap((statement): string[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const door = FRONT_DOORS[moduleSpecifier.text] ?? (moduleSpecifier.text.startsWith('.') ? leadsTo(file, moduleSpecifier.text) : '');
    const named = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    if (!named || !('elements' in named)) return [];
    return named.elements.map(({ name, propertyName }) => `${door} ${(propertyName ?? name).text}`);
  });
}

describe('the front doors of the rooms', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter((file) => fs.existsSync(path.join(root, file)));
  const takenByFile = files.map((file) => ({ file, names: takenBy(file) }));
  const roomOf = (door: string): string => door.replace(/(\/src)?\/index\.ts$/, '/');

  it.each(Object.values(FRONT_DOORS))('%s lets out what another room takes, and nothing else', (door) => {
    const taken = new Set(takenByFile.filter(({ file }) => !file.startsWith(roomOf(door))).flatMap(({ names }) => names));
    expect(exportsOf(door).filter((name) => !taken.has(`${door} ${name}`))).toEqual([]);
  });
});
