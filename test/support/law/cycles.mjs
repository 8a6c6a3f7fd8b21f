/** `node test/support/law/cycles.mjs`: no file of ours may need itself by way of others. Prints each cycle and ends with 1 when there is one. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALIASES, ROOMS } from './import-law.mjs';

const require = createRequire(import.meta.url);

/** @param {string} folder @returns {string[]} source files below */
function sources(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sources(full);
    return /\.(tsx?|m?js)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [full] : [];
  });
}

/** @param {string} root @param {string} from @param {string} source @returns {string | null} the file that an import means */
function target(root, from, source) {
  const alias = ALIASES[source];
  const room = alias && ROOMS[alias].at;
  const base = alias
    ? path.join(root, room, alias === 'definitions' ? '' : 'src')
    : source.startsWith('.')
      ? path.resolve(path.dirname(from), source)
      : null;
  if (!base) return null;
  const candidates = [base, ...['.ts', '.tsx', '.js', '.mjs', '/index.ts', '/index.tsx', '/index.js'].map((end) => base + end)];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

/** Imports that disappear when types are stripped bring nothing to run, so they close no cycle. */
function importsOf(ts, file) {
  const tree = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  );
  const found = [];
  const visit = (node) => {
    const typeOnly = node.importClause?.isTypeOnly || node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || node.isTypeOnly;
    const bindings = node.importClause?.namedBindings;
    const onlyTypes = bindings?.elements?.length > 0 && !node.importClause.name && bindings.elements.every((element) => element.isTypeOnly);
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && !typeOnly && !onlyTypes)
      found.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) && node.expression.getText() === 'require' && node.arguments[0]?.text) found.push(node.arguments[0].text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** @param {string} root @returns {string[][]} cycles, each as the files on the way */
export function findCycles(root) {
  const ts = require('typescript');
  const graph = new Map();
  for (const file of Object.values(ROOMS).flatMap((room) => sources(path.join(root, room.at)))) {
    graph.set(
      file,
      importsOf(ts, file)
        .map((source) => target(root, file, source))
        .filter(Boolean),
    );
  }
  const [done, cycles] = [new Set(), []];
  const walk = (file, way) => {
    if (way.includes(file)) return void cycles.push([...way.slice(way.indexOf(file)), file].map((name) => path.relative(root, name)));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return cycles;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const cycles = findCycles(path.resolve(import.meta.dirname, '..', '..', '..'));
  for (const cycle of cycles) console.error(`cycle: ${cycle.join(' → ')}`);
  process.exit(cycles.length > 0 ? 1 : 0);
}
