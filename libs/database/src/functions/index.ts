import type { QueryRunner } from 'typeorm';
import { ACCESS_ENDED } from './access-ended.sql';
import { CLAIMED_ELSEWHERE } from './claimed-elsewhere.sql';
import { COMMAND_OPEN } from './command-open.sql';
import { COMPANY_DAY } from './company-day.sql';
import { DESKS_OF } from './desks-of.sql';
import { DIRECTORY_CHANGED } from './directory-changed.sql';
import { DIRECTORY_RECORDED, KNOWN_AWAY, KNOWN_PERSON, KNOWN_ROWS, RECORD_STAYS, RECORDED_PART } from './directory-record.sql';
import { DIRECTORY_SLICE, DIRECTORY_SLICE_KNOWN } from './directory-slice.sql';
import { EFFECTS_TAKEN } from './effects-taken.sql';
import { FUNDS_FACTS, FUNDS_NEAR } from './funds-facts.sql';
import { IDENTIFIER_TEXT } from './identifier-text.sql';
import { ISO_TIME } from './iso-time.sql';
import { IS_TIME_ZONE } from './is-time-zone.sql';
import { EARLIER_REQUESTS } from './earlier-requests.sql';
import { LINKED_REQUESTS } from './linked-requests.sql';
import { NEXT_NUMBER } from './next-number.sql';
import { OPERATORS_OF } from './operators-of.sql';
import { PERSON_LEFT } from './person-left.sql';
import { POST_MOVEMENTS } from './post-movements.sql';
import { ROW_STAYS } from './row-stays.sql';
import { RECORD_READ } from './record-read.sql';
import { RECORD_WRITE } from './record-write.sql';
import { RENEWAL_CHANGED } from './renewal-changed.sql';
import { REQUEST_FACTS } from './request-facts.sql';
import { REQUEST_HEAD } from './request-head.sql';
import { REQUEST_TAKEN_UP } from './request-taken-up.sql';
import { SCHEDULES_CHANGED } from './schedules-changed.sql';
import { SEARCH_GRAMS } from './search-grams.sql';
import { STANDING_OF } from './standing-of.sql';
import { TAKE_BACK_READERS } from './take-back-readers.sql';
import { UUID_OR_NULL } from './uuid-or-null.sql';
import { WRITE_CLAIMS } from './write-claims.sql';
import { WRITE_DESKS } from './write-desks.sql';
import { WRITE_STANDING } from './write-standing.sql';
import { WRITE_TASKS } from './write-tasks.sql';
import { PERSON_RENAMED, WRITE_TEXT } from './write-text.sql';

export { SEARCHED } from './write-text.sql';

/**
 * Today's body of every function in the database, callees before callers.
 *
 * A function that programs call (`record_read_1`) carries a version: old and new programs run side by side during an upgrade. Its body may change as
 * long as an old program is served as before; else the new body gets the next version, here and in the statement that calls it, and the old one
 * stays in this list for one release. Parameters and result never change under one name: PostgreSQL does not replace those.
 *
 * DANGER: helpers (`write_tasks`, `write_desks`, `request_head`, `claimed_elsewhere` …) have no version of their own: a new body changes what the
 * `record_write_1` of an old worker does from that moment on. Where an old worker would then write something wrong, the changed helper needs a new name,
 * and `record_write_2` calls it. And whichever program migrates last installs *its* bodies: an old `cli migrate` (a forgotten container) puts the old ones back.
 */
export const FUNCTIONS: readonly string[] = [
  ISO_TIME,
  IS_TIME_ZONE,
  COMPANY_DAY,
  UUID_OR_NULL,
  REQUEST_HEAD,
  NEXT_NUMBER,
  WRITE_TASKS,
  WRITE_CLAIMS,
  POST_MOVEMENTS,
  ROW_STAYS,
  TAKE_BACK_READERS,
  STANDING_OF,
  WRITE_STANDING,
  DESKS_OF,
  WRITE_DESKS,
  SEARCH_GRAMS,
  WRITE_TEXT,
  PERSON_RENAMED,
  RECORD_WRITE,
  OPERATORS_OF,
  DIRECTORY_SLICE,
  RECORDED_PART,
  DIRECTORY_RECORDED,
  RECORD_STAYS,
  ...KNOWN_ROWS,
  KNOWN_PERSON,
  KNOWN_AWAY,
  DIRECTORY_SLICE_KNOWN,
  IDENTIFIER_TEXT,
  CLAIMED_ELSEWHERE,
  LINKED_REQUESTS,
  FUNDS_NEAR,
  EARLIER_REQUESTS,
  FUNDS_FACTS,
  REQUEST_FACTS,
  EFFECTS_TAKEN,
  RECORD_READ,
  COMMAND_OPEN,
  DIRECTORY_CHANGED,
  ACCESS_ENDED,
  PERSON_LEFT,
  REQUEST_TAKEN_UP,
  RENEWAL_CHANGED,
  SCHEDULES_CHANGED,
];

/** Names of the functions of this room, as PostgreSQL knows them. */
export function functionNames(): string[] {
  return FUNCTIONS.map((statement) => /FUNCTION (\w+)\(/.exec(statement)?.[1] ?? statement);
}

/** Puts today's bodies in place, in one transaction. Bodies are not checked yet: a migration may install what a later one makes the tables for. */
export async function installFunctions(runner: QueryRunner): Promise<void> {
  const own = !runner.isTransactionActive;
  if (own) await runner.startTransaction();
  try {
    await runner.query('SET LOCAL check_function_bodies = off');
    for (const statement of FUNCTIONS) await runner.query(statement);
    await runner.query('SET LOCAL check_function_bodies = on');
    if (own) await runner.commitTransaction();
  } catch (error) {
    if (own) await runner.rollbackTransaction();
    throw error;
  }
}
