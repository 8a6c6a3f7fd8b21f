import { builtinModules } from 'node:module';
import path from 'node:path';
import { ownValuesRule } from './own-values-rule.mjs';
import { ALIASES, API_FLOORS, DOMAIN_FLOORS, ROOMS, isListed, roomOf } from './import-law.mjs';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const relative = (file) => path.relative(root, file).split(path.sep).join('/');
const isBuiltin = (name) => name.startsWith('node:') || builtinModules.includes(name);

/** Why a relative import breaks the law, or null. */
function refuseRelative(file, room, source) {
  const target = relative(path.resolve(path.dirname(file), source));
  const other = roomOf(target);
  if (other !== room) return `leaves its room: enter ${other ?? target} through its alias`;
  if (room !== 'test' && source.startsWith('../'.repeat(room === 'web' ? 4 : 3))) return 'goes up too many folders';
  if (room === 'web') return refuseFeature(relative(file), target);
  if (room === 'api') return refuseApiClimb(relative(file), target);
  return room === 'domain' ? refuseClimb(relative(file), target) : null;
}

const SOURCES = `${ROOMS.domain.at}/src/`;
const ORDER = DOMAIN_FLOORS.flat();

/** A folder of the domain imports from lower floors only; fixtures are for specs. */
function refuseClimb(from, to) {
  const folder = (name) =>
    name.startsWith(SOURCES) && name.slice(SOURCES.length).includes('/') ? name.slice(SOURCES.length).split('/')[0] : null;
  if (isSpec(from) || isFixture(from)) return null;
  if (isFixture(`${to}.ts`)) return 'fixtures are for specs';
  const [own, other] = [folder(from), folder(to) ?? folder(`${to}/`)];
  if (own === null || own === other) return null;
  const unknown = [own, other].find((each) => !ORDER.includes(each));
  if (unknown !== undefined) return `${unknown ?? to} stands on no floor of the domain`;
  return ORDER.indexOf(other) < ORDER.indexOf(own) ? null : `${own} climbs to ${other}`;
}

const API = `${ROOMS.api.at}/src/`;

/** A folder of the API imports from its own and from lower floors; files beside the folders put the whole together. */
function refuseApiClimb(from, to) {
  const folder = (name) => (name.startsWith(API) && name.slice(API.length).includes('/') ? name.slice(API.length).split('/')[0] : null);
  const floor = (name) => API_FLOORS.findIndex((folders) => folders.includes(name));
  const [own, other] = [folder(from), folder(to)];
  if (isSpec(from) || own === null || own === 'cli' || own === other) return null;
  if (other === null) return to === `${API}settings` ? null : `${own} imports what puts the API together`;
  const unknown = [own, other].find((each) => floor(each) < 0);
  if (unknown !== undefined) return `${unknown} stands on no floor of the API`;
  return floor(other) <= floor(own) ? null : `${own} climbs to ${other}`;
}

/** A feature of the web never imports another feature; shared never imports a feature. */
function refuseFeature(from, to) {
  const feature = (name) => /^apps\/web\/src\/features\/([^/]+)/.exec(name)?.[1] ?? null;
  if (feature(to) === null || from.startsWith('apps/web/src/app/') || from.startsWith('apps/web/src/main')) return null;
  return feature(from) === feature(to) ? null : `feature ${feature(from) ?? 'shared'} imports feature ${feature(to)}`;
}

/** Why an import of a package or of another room breaks the law, or null. */
function refuseNamed(room, source, typeOnly) {
  const law = ROOMS[room];
  const alias = Object.keys(ALIASES).find((name) => source === name || source.startsWith(`${name}/`));
  if (alias && source !== alias) return `reaches behind ${alias}: only its index is public`;
  if (alias) return law.rooms.includes('*') || law.rooms.includes(ALIASES[alias]) ? null : `${room} may not import ${ALIASES[alias]}`;
  if (isBuiltin(source)) return law.node ? null : `${room} may not use Node built-ins`;
  if (isListed(source, law.never ?? [])) return `${room} may not use ${source}`;
  if (isListed(source, law.packages)) return null;
  if (isListed(source, law.typesOnly ?? [])) return typeOnly ? null : `${room} may import only types of ${source}`;
  return `${room} may not use ${source}`;
}

const isSpec = (file) => /\.spec\.tsx?$/.test(file);
const isFixture = (file) => /\.fixture\.tsx?$/.test(file);

/** Specs and their fixtures may use Node, test tools and the support of the tests; the law of rooms holds for them all the same. */
function refuseInSpec(room, source, refusal) {
  if (isBuiltin(source) || ['fast-check', 'pg', 'typescript'].includes(source) || source.startsWith('@nestjs/testing')) return null;
  return /^(\.\.\/)+test\/support\//.test(source) ? null : refusal;
}

const importRule = {
  meta: { type: 'problem', schema: [], messages: { law: 'Import law: {{why}} ({{source}}).' } },
  create(context) {
    const file = context.filename;
    const room = roomOf(relative(file));
    if (!room) return {};
    const check = (node, typeOnly) => {
      const source = node?.source?.value ?? node?.value;
      if (typeof source !== 'string') return;
      const found = source.startsWith('.') ? refuseRelative(file, room, source) : refuseNamed(room, source, typeOnly);
      const why = found && (isSpec(file) || isFixture(file)) ? refuseInSpec(room, source, found) : found;
      if (why && room !== 'test') context.report({ node, messageId: 'law', data: { why, source } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => node.source && check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0], false),
    };
  },
};

const exportRule = {
  meta: { type: 'problem', schema: [], messages: { named: 'Named exports only.' } },
  create: (context) => ({ ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'named' }) }),
};

/** Four parameters; six where a framework fills them in (dependencies of a class, parts of an HTTP request). */
const paramsRule = {
  meta: { type: 'suggestion', schema: [], messages: { many: 'Takes {{count}} parameters, at most {{max}}.' } },
  create(context) {
    const check = (node) => {
      const filledIn = node.parent?.kind === 'constructor' || node.params.some((param) => param.decorators?.length > 0);
      const max = filledIn ? 6 : 4;
      if (node.params.length > max) context.report({ node, messageId: 'many', data: { count: node.params.length, max } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

const DECLARED = ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'FunctionDeclaration', 'ClassDeclaration', 'VariableDeclaration'];

/** What a room lets out says what it means. One comment speaks for the lines that stand together below it. */
const saysRule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { says: 'Say what it means: a comment of its own, or one over the lines that it stands with.' },
  },
  create(context) {
    const code = context.sourceCode;
    const hasComment = (statement) =>
      code.getCommentsBefore(statement).some(({ type, value }) => type === 'Block' && value.startsWith('*'));
    return {
      Program: ({ body }) => {
        let said = false;
        for (const [index, statement] of body.entries()) {
          const standsWith = body[index - 1]?.loc.end.line === statement.loc.start.line - 1;
          said = hasComment(statement) || (said && standsWith);
          const isLetOut = statement.type === 'ExportNamedDeclaration' && DECLARED.includes(statement.declaration?.type);
          if (isLetOut && !said) context.report({ node: statement, messageId: 'says' });
        }
      },
    };
  },
};

export const importLaw = {
  meta: { name: 'import-law' },
  rules: {
    arrows: importRule,
    'no-default-export': exportRule,
    'max-params': paramsRule,
    'says-what': saysRule,
    'own-values': ownValuesRule,
  },
};
