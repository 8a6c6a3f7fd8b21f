import type { Calendar } from '../calendar/calendar.schema';
import type { Grant } from '../request/grant';
import type { Bilingual } from '../text/bilingual';

/** A unit of the company tree. `path` lists ids from the root down to the unit itself. */
export interface Unit {
  id: string;
  key: string;
  kind: 'company' | 'region' | 'store' | 'department';
  name: Bilingual;
  parentId: string | null;
  path: string[];
  /** What it says of its own time; absent: that of the unit above. */
  calendar?: Calendar;
}

/** A post: who holds it, role, unit, and the post it reports to. */
export interface Position {
  id: string;
  /** null: the post is vacant; whoever climbs passes over it and goes on upward. */
  personId: string | null;
  role: string;
  unitId: string;
  title: Bilingual;
  grade: Grade;
  /** Position this one reports to; null at the top. */
  superiorId: string | null;
  /** Units (with their subtrees) that the post serves; empty = its own unit's subtree. */
  covers: string[];
  /** The one whose reporting line counts for the person. */
  primary: boolean;
  validFrom: string | null;
  validTo: string | null;
  /** Who takes the place of the post at that moment: nobody active holds it, and somebody has been named until it is filled. Absent or null = nobody. */
  substitute?: PostSubstitute | null;
}

/** Somebody who takes the place of a vacant post for a time. They decide by their own authority and within that of the post's role. */
export interface PostSubstitute {
  person: string;
  /** First day, YYYY-MM-DD, on which they no longer do. */
  until: string;
}

/** Grades of posts, lowest first (domain §2.3). */
export const GRADES = ['staff', 'supervisor', 'manager', 'director', 'gm', 'group'] as const;
/** A post's grade. */
export type Grade = (typeof GRADES)[number];

/** A person of the company; who left is kept, inactive. */
export interface Person {
  id: string;
  key: string;
  name: Bilingual;
  active: boolean;
}

/** Somebody is away, and somebody else has accepted to stand in for them: for all processes, or those named. */
export interface Absence {
  person: string;
  standIn: string;
  /** Keys of definitions; null = all. */
  processes: string[] | null;
  /** ISO, when it is over. */
  until: string;
}

/**
 * The slice of the directory that a definition's lookups ask for, as it stood at `now`.
 * A post that nobody holds at `now` is in it as vacant, so that whoever climbs passes over it and goes on above; of grants only those valid at
 * `now`, in every state, so that a withheld one can be told from none.
 */
export interface Directory {
  now: string;
  /** The company's calendar day at `now`, YYYY-MM-DD. */
  today: string;
  people: Record<string, Person>;
  positions: Position[];
  units: Record<string, Unit>;
  grants: Grant[];
  /** People holding the right `requests.operate`: owners of requests without an approver. */
  operators: string[];
  /** Who is away at `now`, with a stand-in who has accepted. Absent = nobody. */
  absences?: Absence[];
  /** The company's time zone (IANA); absent in what was kept from before it was told. */
  timeZone?: string;
}
