import { endOfDay } from '@countersign/database';
import { primaryPosts, toMinor, validAt, type Directory, type DirectoryImport, type Grant } from '@countersign/domain';

type Imported<List extends 'units' | 'positions' | 'grants'> = DirectoryImport[List][number];

type Period = { validFrom?: string | undefined; validTo?: string | undefined };

/**
 * The directory of an import as the engine reads it at one moment, every id being its key. As in `directory_slice`: a post that nobody holds on
 * the company's day stays as vacant, so that the line above it is whole; grants of other times are left out.
 */
export function directoryOf(imported: DirectoryImport, now: string): Directory {
  const today = dayIn(imported.company.timeZone, now);
  const days = byDay.get(imported) ?? new Map<string, Directory>();
  byDay.set(imported, days);
  const directory = days.get(today) ?? directoryOn(imported, { now, today });
  days.set(today, directory);
  return { ...directory, now };
}

/** Directories that were asked for before: a table asks for the same one several times a row, and what the engine looks up in it is kept with it. */
const byDay = new WeakMap<DirectoryImport, Map<string, Directory>>();

function directoryOn(imported: DirectoryImport, { now, today }: Pick<Directory, 'now' | 'today'>): Directory {
  const units = new Map(imported.units.map((unit) => [unit.key, unit]));
  const titles = new Map(imported.roles.map((role) => [role.key, role.title]));
  const { timeZone } = imported.company;
  const primary = primaryPosts(imported.positions);
  const isValid = ({ validFrom, validTo }: Period): boolean => validAt({ validFrom: validFrom ?? null, validTo: validTo ?? null }, today);
  return {
    now,
    today,
    people: Object.fromEntries(imported.people.map(({ key, name, active }) => [key, { id: key, key, name, active }])),
    units: Object.fromEntries(
      imported.units.map(({ key, kind, name, parent }) => [key, { id: key, key, kind, name, parentId: parent, path: pathOf(key, units) }]),
    ),
    positions: imported.positions.map((position) => ({
      id: position.key,
      personId: (isValid(position) ? position.person : null) ?? '',
      role: position.role,
      unitId: position.unit,
      title: position.title ?? titles.get(position.role) ?? { zh: position.role, en: position.role },
      grade: position.grade,
      superiorId: position.superior,
      covers: position.covers,
      primary: primary.has(position.key),
      validFrom: position.validFrom ?? null,
      validTo: position.validTo ?? null,
    })),
    grants: imported.grants.filter(isValid).map((grant) => grantOf(grant, timeZone)),
    operators: imported.people.filter((person) => person.rights.includes('requests.operate')).map((person) => person.key),
    timeZone,
  };
}

function pathOf(key: string, units: ReadonlyMap<string, Imported<'units'>>): string[] {
  const parent = units.get(key)?.parent ?? null;
  return parent === null ? [key] : [...pathOf(parent, units), key];
}

function grantOf(grant: Imported<'grants'>, timeZone: string): Grant {
  const { limit } = grant;
  const minor = limit !== null && limit !== 'no-limit' ? toMinor(limit.amount, limit.currency) : null;
  return {
    id: grant.key,
    kind: grant.kind,
    matter: grant.matter,
    role: grant.role ?? null,
    personId: grant.person ?? null,
    scopeUnitId: grant.scope ?? null,
    limit: limit !== null && limit !== 'no-limit' ? { minor: String(minor), currency: limit.currency } : limit,
    plan: grant.plan,
    state: grant.state,
    withheldReason: grant.withheldReason ?? null,
    validFrom: midnight(grant.validFrom, timeZone),
    validTo: midnight(grant.validTo, timeZone),
  };
}

/** Midnights that were asked for before: a company has many grants, and most begin on the same day. */
const known = new Map<string, string>();

/** The moment at which a day begins in a time zone. */
function midnight(day: string | undefined, timeZone: string): string | null {
  if (day === undefined) return null;
  const key = `${day} ${timeZone}`;
  const found = known.get(key) ?? beginning(day, timeZone);
  known.set(key, found);
  return found;
}

function beginning(day: string, timeZone: string): string {
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  return new Date(Date.parse(endOfDay(before, timeZone)) + 1).toISOString();
}

/** The directory with some rows replaced by key, and new ones added. */
export function patched(imported: DirectoryImport, patch: Partial<DirectoryImport>): DirectoryImport {
  const byKey = <Row extends { key: string }>(rows: Row[], changes: Row[] = []): Row[] => [
    ...rows.filter((row) => !changes.some((change) => change.key === row.key)),
    ...changes,
  ];
  return {
    ...imported,
    people: byKey(imported.people, patch.people),
    positions: byKey(imported.positions, patch.positions),
    grants: byKey(imported.grants, patch.grants),
    parameters: [...imported.parameters, ...(patch.parameters ?? [])],
  };
}

/** Formats by time zone: to make one takes longer than all that is done with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, now: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(new Date(now));
}
