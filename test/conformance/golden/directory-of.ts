import { isPrimaryPosition, toMinor, validAt, type Directory, type DirectoryImport, type Grant } from '@countersign/domain';

type Imported<List extends 'units' | 'positions' | 'grants'> = DirectoryImport[List][number];

/** The directory of an import as the engine reads it at one moment, every id being its key. */
export function directoryOf(imported: DirectoryImport, now: string): Directory {
  const units = new Map(imported.units.map((unit) => [unit.key, unit]));
  const titles = new Map(imported.roles.map((role) => [role.key, role.title]));
  const isValid = (period: { validFrom?: string | undefined; validTo?: string | undefined }): boolean =>
    validAt({ validFrom: period.validFrom ?? null, validTo: period.validTo ?? null }, now);
  return {
    now,
    today: dayIn(imported.company.timeZone, now),
    people: Object.fromEntries(imported.people.map(({ key, name, active }) => [key, { id: key, key, name, active }])),
    units: Object.fromEntries(
      imported.units.map(({ key, kind, name, parent }) => [key, { id: key, key, kind, name, parentId: parent, path: pathOf(key, units) }]),
    ),
    positions: imported.positions.filter(isValid).map((position) => ({
      id: position.key,
      personId: position.person ?? '',
      role: position.role,
      unitId: position.unit,
      title: position.title ?? titles.get(position.role) ?? { zh: position.role, en: position.role },
      grade: position.grade,
      superiorId: position.superior,
      covers: position.covers,
      primary: isPrimaryPosition(imported, position),
      validFrom: position.validFrom ?? null,
      validTo: position.validTo ?? null,
    })),
    grants: imported.grants.filter(isValid).map(grantOf),
    operators: imported.people.filter((person) => person.rights.includes('requests.operate')).map((person) => person.key),
  };
}

function pathOf(key: string, units: ReadonlyMap<string, Imported<'units'>>): string[] {
  const parent = units.get(key)?.parent ?? null;
  return parent === null ? [key] : [...pathOf(parent, units), key];
}

function grantOf(grant: Imported<'grants'>): Grant {
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
    validFrom: grant.validFrom ?? null,
    validTo: grant.validTo ?? null,
  };
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

/** The calendar day of a moment in a time zone, YYYY-MM-DD. */
function dayIn(timeZone: string, now: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(now));
}
