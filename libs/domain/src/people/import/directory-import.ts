import { isTimeZone } from '../../calendar/time-zone';
import { formatProblemsOf } from '../../definition/document/format-problems';
import { isCurrency } from '../../money/currency';
import { completedDirectory, type DirectoryBefore } from './completed-directory';
import type { DirectoryImport } from './directory-import.schema';
import { isNearDay } from '../../form/day';
import { DIRECTORY_LIMITS, DIRECTORY_LISTS, PROBLEMS_TOLD } from './directory-limits';
import { directoryProblem, type DirectoryProblem } from './directory-problem';
import { grantProblems } from './imported-grants';
import { parameterProblems, type KnownParameters } from './imported-parameters';
import { doublePrimaries } from './primary-posts';
import { oddLetter } from '../../text/canonical-text';
import { rowsRead } from './rows-read';
import { signInName } from './sign-in-name';
import { circlesIn, levelsIn, type Upward } from './tree';

type ImportPosition = DirectoryImport['positions'][number];

/** What the company already has, as far as an import may refer to it. Rows of the import replace rows of the same key. */
export interface ExistingDirectory {
  /** Key of the company; null where it has none yet. */
  company: string | null;
  units: { key: string; kind: string; parent: string | null }[];
  roles: string[];
  people: { key: string; login: string | null }[];
  positions: Pick<ImportPosition, 'key' | 'person' | 'superior' | 'primary' | 'validFrom' | 'validTo'>[];
  /** Its people, posts and grants as a document would bring them. */
  before: DirectoryBefore;
  /** Parameters of its definitions with their defaults, by definition and key. */
  parameters: KnownParameters;
  /** Currencies in which its processes ask for amounts. */
  currencies: string[];
}

const NOTHING: ExistingDirectory = {
  company: null,
  before: { people: [], positions: [], grants: [] },
  parameters: {},
  currencies: [],
  units: [],
  roles: [],
  people: [],
  positions: [],
};

/** A directory as it was read, or what is wrong with it. */
export type ReadDirectory = { ok: true; directory: DirectoryImport } | { ok: false; problems: DirectoryProblem[] };

/**
 * Reads a directory document: the directory with what its rows leave out, or what is wrong with it, the first hundred problems at once. Judged by what
 * the company would be afterwards, whatever the order of the rows. Pure, in pieces: a directory may be large.
 */
export function* parseDirectoryImport(json: unknown, existing: ExistingDirectory = NOTHING): Generator<void, ReadDirectory, void> {
  const many = tooMany(json);
  if (many.length > 0) return { ok: false, problems: many };
  const whole = yield* completedDirectory(json, existing.before);
  const parsed = yield* rowsRead(whole);
  if ('issues' in parsed) {
    const wrong = formatProblemsOf(parsed.issues, whole);
    return { ok: false, problems: wrong.map(({ path, message }) => directoryProblem(path, 'wrong-shape', { ...message })) };
  }
  const { directory } = parsed;
  const problems: DirectoryProblem[] = [];
  for (const check of CHECKS) {
    problems.push(...check(directory, existing));
    yield;
  }
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, PROBLEMS_TOLD) } : { ok: true, directory };
}

/** Everything that may be wrong with a well-formed directory: dangling references, circles, depth, duplicates, two primary posts, unreadable limits. */
const CHECKS: readonly ((directory: DirectoryImport, existing: ExistingDirectory) => DirectoryProblem[])[] = [
  settings,
  (directory, { parameters }) => parameterProblems(directory, parameters),
  duplicates,
  logins,
  references,
  unitTree,
  reportingLines,
  primaries,
  (directory, { currencies }) => grantProblems(directory, currencies),
  periods,
];

/** All of it at once. Pure; none = fine. */
export function checkDirectoryImport(directory: DirectoryImport, existing: ExistingDirectory = NOTHING): DirectoryProblem[] {
  return CHECKS.flatMap((check) => check(directory, existing));
}

/** Asked before anything else is read: a list that is too long costs nothing. */
function tooMany(json: unknown): DirectoryProblem[] {
  return DIRECTORY_LISTS.flatMap((list) => {
    const rows = (json as Record<string, unknown> | null)?.[list];
    const most = DIRECTORY_LIMITS[list];
    return Array.isArray(rows) && rows.length > most
      ? [directoryProblem(list, 'too-many-rows', { rows: String(rows.length), most: String(most) })]
      : [];
  });
}

function settings({ company: { key, timeZone, currency } }: DirectoryImport, { company }: ExistingDirectory): DirectoryProblem[] {
  return [
    ...(company === null || company === key ? [] : [directoryProblem('company.key', 'other-company', { key, company })]),
    ...(isTimeZone(timeZone) ? [] : [directoryProblem('company.timeZone', 'unknown-time-zone', { timeZone })]),
    ...(isCurrency(currency) ? [] : [directoryProblem('company.currency', 'unknown-currency', { currency })]),
  ];
}

function duplicates(directory: DirectoryImport): DirectoryProblem[] {
  const byKey = (['units', 'roles', 'people', 'positions', 'grants'] as const).flatMap((list) =>
    repeated(directory[list].map(({ key }) => key)).map((index) =>
      directoryProblem(`${list}.${index}.key`, 'duplicate-key', { key: directory[list][index]!.key }),
    ),
  );
  const names = directory.parameters.map(({ definition, key }) => `${definition}/${key}`);
  return [
    ...byKey,
    ...repeated(names).map((index) => directoryProblem(`parameters.${index}.key`, 'duplicate-key', { key: names[index]! })),
  ];
}

/** Places of the texts that were there before. */
function repeated(texts: readonly string[]): number[] {
  const seen = new Set<string>();
  return texts.flatMap((text, index) => (seen.size === seen.add(text).size ? [index] : []));
}

/** Those whom the document gives a sign-in name give up the one they had; everybody else keeps theirs. */
function logins(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const renamed = new Set(directory.people.flatMap(({ key, login }) => (login === undefined ? [] : [key])));
  const owners = new Map<string, string>();
  for (const { key, login } of existing.people) if (login && !renamed.has(key)) owners.set(signInName(login), key);
  return directory.people.flatMap(({ key, login }, index) => {
    if (login === undefined) return [];
    const name = signInName(login);
    if (name === '') return [directoryProblem(`people.${index}.login`, 'unseen-login', { key })];
    const letter = oddLetter(login);
    if (letter !== null) return [directoryProblem(`people.${index}.login`, 'odd-login', { login, letter })];
    const owner = owners.get(name);
    owners.set(name, key);
    return owner !== undefined && owner !== key ? [directoryProblem(`people.${index}.login`, 'duplicate-login', { login })] : [];
  });
}

function references(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const units = new Set([...existing.units, ...directory.units].map((unit) => unit.key));
  const roles = new Set([...existing.roles, ...directory.roles.map((role) => role.key)]);
  const people = new Set([...existing.people, ...directory.people].map((person) => person.key));
  const positions = new Set([...existing.positions, ...directory.positions].map((position) => position.key));
  const known = { 'unknown-unit': units, 'unknown-role': roles, 'unknown-person': people, 'unknown-position': positions };
  const dangling = (path: string, code: keyof typeof known, key: string | null | undefined): DirectoryProblem[] =>
    key === null || key === undefined || known[code].has(key) ? [] : [directoryProblem(path, code, { key })];
  return [
    ...directory.units.flatMap((unit, index) => dangling(`units.${index}.parent`, 'unknown-unit', unit.parent)),
    ...directory.positions.flatMap((position, index) => [
      ...dangling(`positions.${index}.person`, 'unknown-person', position.person),
      ...dangling(`positions.${index}.substitute.person`, 'unknown-person', position.substitute?.person),
      ...dangling(`positions.${index}.role`, 'unknown-role', position.role),
      ...dangling(`positions.${index}.unit`, 'unknown-unit', position.unit),
      ...dangling(`positions.${index}.superior`, 'unknown-position', position.superior),
      ...position.covers.flatMap((key, cover) => dangling(`positions.${index}.covers.${cover}`, 'unknown-unit', key)),
    ]),
    ...directory.grants.flatMap((grant, index) => [
      ...dangling(`grants.${index}.role`, 'unknown-role', grant.role),
      ...dangling(`grants.${index}.person`, 'unknown-person', grant.person),
      ...dangling(`grants.${index}.scope`, 'unknown-unit', grant.scope),
    ]),
  ];
}

function unitTree(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const parents = new Map([...existing.units, ...directory.units].map((unit) => [unit.key, unit.parent]));
  const lone = directory.units.flatMap((unit, index) =>
    unit.parent === null && unit.kind !== 'company'
      ? [directoryProblem(`units.${index}.parent`, 'unit-without-parent', { key: unit.key })]
      : [],
  );
  const circles = circlesIn(parents);
  const round = directory.units.flatMap(({ key }, index) => {
    const chain = circles.get(key);
    return chain ? [directoryProblem(`units.${index}.parent`, 'unit-cycle', { chain })] : [];
  });
  return [...lone, ...round, ...tooDeep(directory, parents, { list: 'units', field: 'parent', most: DIRECTORY_LIMITS.unitLevels })];
}

function reportingLines(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const superiors = new Map([...existing.positions, ...directory.positions].map((position) => [position.key, position.superior]));
  const circles = circlesIn(superiors);
  const round = directory.positions.flatMap(({ key }, index) => {
    const chain = circles.get(key);
    return chain ? [directoryProblem(`positions.${index}.superior`, 'reporting-cycle', { chain })] : [];
  });
  return [...round, ...tooDeep(directory, superiors, { list: 'positions', field: 'superior', most: DIRECTORY_LIMITS.postLevels })];
}

/** One problem for each branch: at the row that stands first below what is allowed, or, where that is no row of the document, at the row that moved it there. */
function tooDeep(
  directory: DirectoryImport,
  up: Upward,
  { list, field, most }: { list: 'units' | 'positions'; field: string; most: number },
): DirectoryProblem[] {
  const rows = new Map(directory[list].map(({ key }, index) => [key, index]));
  const blamed = new Set<number>();
  for (const [key, level] of levelsIn(up)) {
    if (level !== most + 1) continue;
    let at: string | null = key;
    while (at !== null && !rows.has(at)) at = up.get(at) ?? null;
    if (at !== null) blamed.add(rows.get(at)!);
  }
  return [...blamed].map((index) =>
    directoryProblem(`${list}.${index}.${field}`, 'too-deep', { key: directory[list][index]!.key, most: String(most) }),
  );
}

function primaries(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const imported = new Set(directory.positions.map((position) => position.key));
  const kept = existing.positions.filter((position) => !imported.has(position.key));
  const double = doublePrimaries([...kept, ...directory.positions]);
  return directory.positions.flatMap((position, index) => {
    if (position.primary !== true) return [];
    const path = `positions.${index}.primary`;
    if (position.person === null) return [directoryProblem(path, 'primary-of-vacant', { key: position.key })];
    const other = double.get(position.key);
    return other ? [directoryProblem(path, 'two-primaries', { person: position.person, other })] : [];
  });
}

function periods(directory: DirectoryImport): DirectoryProblem[] {
  const far = (path: string, day: string | undefined): DirectoryProblem[] =>
    day !== undefined && !isNearDay(day) ? [directoryProblem(path, 'day-out-of-range', { day })] : [];
  const period = (path: string, { validFrom: from, validTo: to }: { validFrom?: string | undefined; validTo?: string | undefined }) => [
    ...far(`${path}.validFrom`, from),
    ...far(`${path}.validTo`, to),
    ...(from !== undefined && to !== undefined && from >= to ? [directoryProblem(`${path}.validTo`, 'period-reversed', { from, to })] : []),
  ];
  return [
    ...directory.positions.flatMap((post, index) => [
      ...period(`positions.${index}`, post),
      ...(post.substitute ? period(`positions.${index}.substitute`, post.substitute) : []),
    ]),
    ...directory.grants.flatMap((grant, index) => period(`grants.${index}`, grant)),
  ];
}
