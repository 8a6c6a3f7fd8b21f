import { ownValue, type Directory } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { LeastRecent } from '../processes/least-recent';
import type { LookupQuery } from '../processes/lookup-query';
import type { FactsRead, RequestHead } from '../repositories/request-head';
import type { RunStatement } from '../statements';
import type { DirectoryNeed } from './directory-need';
import { mergedDirectory, type DirectoryPart } from './directory-part';

/** Which directory: whose, at which of its versions, at what time of which of its days. */
export interface DirectoryMoment {
  companyId: string;
  version: number;
  now: string;
  today: string;
  timeZone: string;
}

/** The moment at which facts of a request were read. Pure. */
export function momentOf(
  { companyId, timeZone }: Pick<RequestHead, 'companyId' | 'timeZone'>,
  { directoryVersion, now, today }: FactsRead,
): DirectoryMoment {
  return { companyId, version: directoryVersion, now, today, timeZone };
}

/** What decides which rows are in a part. */
type PartLookups = Pick<LookupQuery, 'superiors' | 'above' | 'units' | 'nearRoles' | 'companyRoles' | 'persons' | 'matters'>;

/** Parts of one company at one version on one day. */
interface Shelf {
  mark: string;
  parts: LeastRecent<string, DirectoryPart>;
}

/** Which parts, by their names and by what they are made of. */
interface Wanted {
  keys: string[];
  lookups: LookupQuery;
  around: DirectoryNeed;
}

/** What the statement below answers: parts of one moment, and which version that was. */
interface Found {
  version: number;
  common: DirectoryPart;
  people: Record<string, DirectoryPart>;
  units: Record<string, DirectoryPart>;
}

const PARTS = {
  name: 'directory-parts',
  text: `SELECT json_build_object('version', c.directory_version, 'common', directory_slice_1(c.id, $2, '{}', '{}', $5),
      'people', (SELECT coalesce(json_object_agg(id, directory_slice_1(c.id, $2, ARRAY[id], '{}', $6)), '{}') FROM unnest($3::uuid[]) AS id),
      'units', (SELECT coalesce(json_object_agg(id, directory_slice_1(c.id, $2, '{}', ARRAY[id], $6)), '{}') FROM unnest($4::uuid[]) AS id)) AS found
    FROM company c WHERE c.id = $1`,
};

/** Some twenty megabytes for a company with long chains of posts. */
const KEPT_PARTS = 4_000;

/**
 * The directory, kept by this program in parts: one for the lookups of a definition, one around each person and each unit. Who reads facts learns
 * the directory's version; parts of that version are what was read together with it, and a part that is missing comes from a later moment only.
 */
@Injectable()
export class DirectoryParts {
  private readonly shelves = new Map<string, Shelf>();

  /** The directory around these people and units. Asks only where a part of it is not at hand, and then for all of them, so that they are of one version. */
  async directory(ask: RunStatement, moment: DirectoryMoment, lookups: LookupQuery, around: DirectoryNeed): Promise<Directory> {
    const keys = keysOf(lookups, around);
    const [common, ...others] = this.kept(moment, keys) ?? (await this.fetched(ask, moment, { keys, lookups, around }));
    if (!common) throw new Error('Expected a directory to have a part for everybody, but it has none');
    return mergedDirectory(common, others, moment);
  }

  /** Null where one is missing. */
  private kept(moment: DirectoryMoment, keys: string[]): DirectoryPart[] | null {
    const shelf = this.shelves.get(moment.companyId);
    if (shelf?.mark !== markOf(moment)) return null;
    const parts = keys.flatMap((key) => shelf.parts.get(key) ?? []);
    return parts.length < keys.length ? null : parts;
  }

  private async fetched(ask: RunStatement, moment: DirectoryMoment, { keys, lookups, around }: Wanted): Promise<DirectoryPart[]> {
    const { companyId, today } = moment;
    const values = [
      companyId,
      today,
      around.people,
      around.units,
      JSON.stringify(commonLookups(lookups)),
      JSON.stringify(ownLookups(lookups)),
    ];
    const [row] = await ask<{ found: Found }>(PARTS, values);
    if (!row) throw new Error(`Expected company ${companyId} to have a directory, but there is no such company`);
    const { version, common, people, units } = row.found;
    const parts = [
      common,
      ...around.people.flatMap((id) => ownValue(people, id) ?? []),
      ...around.units.flatMap((id) => ownValue(units, id) ?? []),
    ];
    const shelf = this.shelfFor({ ...moment, version });
    parts.forEach((part, index) => shelf.parts.set(keys[index] ?? '', part));
    return parts;
  }

  /** A company has one shelf: what was kept of another version or day goes. */
  private shelfFor(moment: DirectoryMoment): Shelf {
    const mark = markOf(moment);
    const shelf = this.shelves.get(moment.companyId);
    if (shelf?.mark === mark) return shelf;
    const empty = { mark, parts: new LeastRecent<string, DirectoryPart>(KEPT_PARTS) };
    this.shelves.set(moment.companyId, empty);
    return empty;
  }
}

function markOf({ version, today }: DirectoryMoment): string {
  return `${version}/${today}`;
}

/** Names of the parts: for everybody, then around each person, then around each unit. */
function keysOf(lookups: LookupQuery, { people, units }: DirectoryNeed): string[] {
  const own = JSON.stringify(ownLookups(lookups));
  return [JSON.stringify(commonLookups(lookups)), ...people.map((id) => `${own}person${id}`), ...units.map((id) => `${own}unit${id}`)];
}

function commonLookups({ superiors, above, nearRoles, companyRoles, persons, units, matters }: LookupQuery): PartLookups {
  return { superiors, ...(above && { above }), ...(units && { units }), nearRoles, companyRoles, persons, matters };
}

/** Of the lookups, those that find something else around everybody. */
function ownLookups({ superiors, above, nearRoles }: LookupQuery): PartLookups {
  return { superiors, ...(above && { above }), nearRoles, companyRoles: [], persons: [], matters: [] };
}
