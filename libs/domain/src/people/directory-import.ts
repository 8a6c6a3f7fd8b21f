import { isTimeZone } from '../calendar/time-zone';
import { formatProblems } from '../definition/format-problems';
import { toMinor } from '../money/money';
import { directoryImportSchema, type DirectoryImport } from './directory-import.schema';
import { directoryProblem, type DirectoryProblem } from './directory-problem';

type ImportPosition = DirectoryImport['positions'][number];

/** What the company already has, as far as an import may refer to it. Rows of the import replace rows of the same key. */
export interface ExistingDirectory {
  units: { key: string; kind: string; parent: string | null }[];
  roles: string[];
  people: { key: string; login: string | null }[];
  positions: Pick<ImportPosition, 'key' | 'person' | 'superior' | 'primary' | 'validFrom' | 'validTo'>[];
}

const NOTHING: ExistingDirectory = { units: [], roles: [], people: [], positions: [] };

/** Reads a directory document: the directory with its defaults, or everything that is wrong with it, all at once. Pure. */
export function parseDirectoryImport(
  json: unknown,
  existing: ExistingDirectory = NOTHING,
): { ok: true; directory: DirectoryImport } | { ok: false; problems: DirectoryProblem[] } {
  const parsed = directoryImportSchema.safeParse(json);
  if (!parsed.success) {
    const wrong = formatProblems(directoryImportSchema, json);
    return { ok: false, problems: wrong.map(({ path, message }) => directoryProblem(path, 'wrong-shape', { ...message })) };
  }
  const problems = checkDirectoryImport(parsed.data, existing);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, directory: parsed.data };
}

/** Everything wrong with a well-formed directory: dangling references, circles, duplicates, two primary posts, unreadable limits. Pure; none = fine. */
export function checkDirectoryImport(directory: DirectoryImport, existing: ExistingDirectory = NOTHING): DirectoryProblem[] {
  return [
    ...settings(directory),
    ...duplicates(directory),
    ...logins(directory, existing),
    ...references(directory, existing),
    ...unitTree(directory, existing),
    ...reportingLines(directory, existing),
    ...primaries(directory, existing),
    ...grants(directory),
    ...periods(directory),
  ];
}

/**
 * Whether a post is its person's primary one: the one marked so, else the first that the document lists for the person. Pure.
 * Never true of a vacant post.
 */
export function isPrimaryPosition(directory: Pick<DirectoryImport, 'positions'>, position: ImportPosition): boolean {
  if (position.person === null) return false;
  if (position.primary !== undefined) return position.primary;
  const own = directory.positions.filter((other) => other.person === position.person);
  return !own.some((other) => other.primary === true) && own.find((other) => other.primary !== false)?.key === position.key;
}

function settings({ company: { timeZone } }: DirectoryImport): DirectoryProblem[] {
  return isTimeZone(timeZone) ? [] : [directoryProblem('company.timeZone', 'unknown-time-zone', { timeZone })];
}

function duplicates(directory: DirectoryImport): DirectoryProblem[] {
  return (['units', 'roles', 'people', 'positions', 'grants'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return directory[list].flatMap(({ key }, index) => {
      if (seen.has(key)) return [directoryProblem(`${list}.${index}.key`, 'duplicate-key', { key })];
      seen.add(key);
      return [];
    });
  });
}

function logins(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const imported = new Set(directory.people.map((person) => person.key));
  const owners = new Map(
    existing.people
      .filter((person) => person.login && !imported.has(person.key))
      .map((person) => [person.login?.toLowerCase(), person.key]),
  );
  return directory.people.flatMap(({ key, login }, index) => {
    if (!login) return [];
    const owner = owners.get(login.toLowerCase());
    owners.set(login.toLowerCase(), key);
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
  return directory.units.flatMap((unit, index) => {
    if (unit.parent === null && unit.kind !== 'company')
      return [directoryProblem(`units.${index}.parent`, 'unit-without-parent', { key: unit.key })];
    const chain = circleFrom(unit.key, parents);
    return chain ? [directoryProblem(`units.${index}.parent`, 'unit-cycle', { chain: chain.join(' → ') })] : [];
  });
}

function reportingLines(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const superiors = new Map([...existing.positions, ...directory.positions].map((position) => [position.key, position.superior]));
  return directory.positions.flatMap((position, index) => {
    const chain = circleFrom(position.key, superiors);
    return chain ? [directoryProblem(`positions.${index}.superior`, 'reporting-cycle', { chain: chain.join(' → ') })] : [];
  });
}

/** The circle through `start`, if walking up from it comes back to it. */
function circleFrom(start: string, up: ReadonlyMap<string, string | null>): string[] | null {
  const chain = [start];
  for (let key = up.get(start) ?? null; key !== null && chain.length <= up.size; key = up.get(key) ?? null) {
    chain.push(key);
    if (key === start) return chain;
  }
  return null;
}

function primaries(directory: DirectoryImport, existing: ExistingDirectory): DirectoryProblem[] {
  const imported = new Set(directory.positions.map((position) => position.key));
  const marked = [...existing.positions.filter((position) => !imported.has(position.key)), ...directory.positions].filter(
    (position) => position.primary === true,
  );
  return directory.positions.flatMap((position, index) => {
    if (position.primary !== true) return [];
    const path = `positions.${index}.primary`;
    if (position.person === null) return [directoryProblem(path, 'primary-of-vacant', { key: position.key })];
    const other = marked.find(
      (candidate) => candidate.person === position.person && candidate.key !== position.key && overlap(candidate, position),
    );
    return other ? [directoryProblem(path, 'two-primaries', { person: position.person, other: other.key })] : [];
  });
}

type Period = Pick<ImportPosition, 'validFrom' | 'validTo'>;

function overlap(left: Period, right: Period): boolean {
  const before = (end: string | undefined, start: string | undefined): boolean => end !== undefined && start !== undefined && end <= start;
  return !before(left.validTo, right.validFrom) && !before(right.validTo, left.validFrom);
}

function grants(directory: DirectoryImport): DirectoryProblem[] {
  return directory.grants.flatMap((grant, index) => {
    const problems: DirectoryProblem[] = [];
    const path = `grants.${index}`;
    if ((grant.role === undefined) === (grant.person === undefined))
      problems.push(directoryProblem(path, 'grant-holder', { key: grant.key }));
    if (grant.state === 'withheld' && !grant.withheldReason)
      problems.push(directoryProblem(path, 'withheld-without-reason', { key: grant.key }));
    if (grant.limit !== null && grant.limit !== 'no-limit' && !isLimitAmount(grant.limit))
      problems.push(directoryProblem(`${path}.limit`, 'grant-amount', grant.limit));
    return problems;
  });
}

function isLimitAmount({ amount, currency }: { amount: string; currency: string }): boolean {
  const minor = toMinor(amount, currency);
  return typeof minor === 'bigint' && minor >= 0n;
}

function periods(directory: DirectoryImport): DirectoryProblem[] {
  return (['positions', 'grants'] as const).flatMap((list) =>
    directory[list].flatMap(({ validFrom: from, validTo: to }, index) =>
      from !== undefined && to !== undefined && from >= to
        ? [directoryProblem(`${list}.${index}.validTo`, 'period-reversed', { from, to })]
        : [],
    ),
  );
}
