import type { Absence, Directory, Position } from '@countersign/domain';

/** What `directory_slice` gives: a directory without its moment. Posts are in order of their keys, byte by byte. */
export interface DirectoryPart extends Pick<Directory, 'people' | 'units' | 'grants' | 'operators' | 'absences'> {
  positions: { key: string; position: Position }[];
}

/** One directory of the part that is there for everybody and those around single people and units, each row once. Pure. */
export function mergedDirectory(
  common: DirectoryPart,
  around: DirectoryPart[],
  { now, today, timeZone }: Pick<Directory, 'now' | 'today'> & { timeZone: string },
): Directory {
  const parts = [common, ...around];
  const absences = absencesIn(parts);
  return {
    now,
    today,
    timeZone,
    people: Object.assign({}, ...parts.map((part) => part.people)) as Directory['people'],
    units: Object.assign({}, ...parts.map((part) => part.units)) as Directory['units'],
    positions: merged(parts.map((part) => part.positions)),
    grants: common.grants,
    operators: common.operators,
    ...(absences.length > 0 && { absences }),
  };
}

/** Who is away, each once, in whatever part they were found. */
function absencesIn(parts: DirectoryPart[]): Absence[] {
  const found = parts.flatMap((part) => part.absences ?? []);
  return [...new Map(found.map((absence) => [`${absence.person} ${absence.until} ${absence.standIn}`, absence])).values()];
}

function merged(lists: DirectoryPart['positions'][]): Position[] {
  const byKey = new Map(lists.flat().map(({ key, position }) => [key, position]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, position]) => position);
}
