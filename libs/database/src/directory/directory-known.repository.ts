import type { Directory } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LookupQuery } from '../processes/lookup-query';
import { run } from '../statements';
import { mergedDirectory, type DirectoryPart } from './directory-part';
import { idsIn } from './directory-need';

/** Which directory: of a day of the company, as it was known when another one ended. */
export interface KnownQuestion {
  companyId: string;
  /** YYYY-MM-DD; null: today. Within a day it is noon. */
  day: string | null;
  /** YYYY-MM-DD; null: as it is known by now. */
  known: string | null;
  people: string[];
  units: string[];
}

/** A directory of the past, and what it was read by. */
export interface KnownDirectory {
  directory: Directory;
  /** The moment at which it was known; never before anything was recorded. */
  knownAt: string;
  /** When the record of the company begins. */
  recordedSince: string;
}

interface Found {
  now: string;
  today: string;
  timeZone: string;
  knownAt: string;
  recordedSince: string;
  part: DirectoryPart;
}

/** The moment at which the record of a company begins. */
const began = (company: string): string =>
  `coalesce((SELECT min(recorded_at) FROM directory_record WHERE company_id = ${company}), clock_timestamp())`;
const SINCE = { name: 'directory-recorded-since', text: `SELECT iso_time(${began('$1')}) AS since` };
const KNOWN = {
  name: 'directory-known',
  text: `SELECT json_build_object('now', iso_time(at), 'today', day, 'timeZone', c.time_zone, 'knownAt', iso_time(known), 'recordedSince', iso_time(since),
      'part', directory_slice_known_1(c.id, day, at, known, $4, $5, $6)) AS found
    FROM company c
    CROSS JOIN LATERAL (SELECT coalesce($2::date, company_day(c.time_zone)) AS day,
      ${began('c.id')} AS since) AS d
    CROSS JOIN LATERAL (SELECT CASE WHEN $2::date IS NULL THEN clock_timestamp() ELSE (day + time '12:00') AT TIME ZONE c.time_zone END AS at,
      greatest(since, least(clock_timestamp(), ($3::date + 1)::timestamp AT TIME ZONE c.time_zone)) AS known) AS m
    WHERE c.id = $1`,
};

/** The directory as it was, from what was recorded of it. */
@Injectable()
export class DirectoryKnownRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** When the record of a company begins; now, where nothing is recorded. */
  async recordedSince(companyId: string): Promise<string> {
    const [row] = await run<{ since: string }>(this.dataSource, SINCE, [companyId]);
    return row?.since ?? '';
  }

  /** As it was on a day, as far as it was known when another one ended. */
  async directory(lookups: LookupQuery, { companyId, day, known, people, units }: KnownQuestion): Promise<KnownDirectory> {
    const values = [companyId, day, known, idsIn(people), idsIn(units), JSON.stringify(lookups)];
    const [row] = await run<{ found: Found }>(this.dataSource, KNOWN, values);
    if (!row) throw new Error(`Expected company ${companyId} to have a directory, but there is no such company`);
    const { part, knownAt, recordedSince, ...moment } = row.found;
    return { directory: mergedDirectory(part, [], moment), knownAt, recordedSince };
  }
}
