/**
 * How large a definition may be. What is larger is refused, with the limit in words; within it, reading, checking, compiling and previewing stay
 * about linear. The same table stands in docs/definitions.md.
 */
export const LIMITS = {
  /** Steps of a definition, those inside branches included. */
  steps: 200,
  /** Branches inside branches, lanes included. */
  branchesDeep: 8,
  /** Cases of one branch. */
  cases: 30,
  /** Lanes of one step. */
  lanes: 20,
  /** Lanes that may be under way at the same time, lanes inside lanes included: each more is looked at beside every other. */
  lanesAtOnce: 40,
  fields: 120,
  /** Columns of a table. */
  columns: 12,
  /** Rows that a table may ask for. */
  rows: 500,
  /** Files of one field. */
  files: 50,
  /** Options of a choice. */
  options: 200,
  /** Comparisons of one condition, all its parts together. */
  comparisons: 60,
  /** Parts inside parts of a condition. */
  conditionDeep: 8,
  /** Comparisons of the whole definition. */
  allComparisons: 2_000,
  /** Values that an `in` may list. */
  inValues: 200,
  parameters: 50,
  /** Hours that a step may wait for another system to answer. */
  callHours: 8_784,
  /** Groups of people who sign one step together. */
  groups: 20,
  /** People who may be asked on one step at once. */
  seats: 50,
  /** What one answer may count for. */
  weight: 100,
  /** Roles that may start, rules, checks, fields and returns of one step. */
  listed: 120,
  /** Items of a checklist, the parts that it has, and how far from its day one may be due. */
  items: 120,
  itemGroups: 20,
  itemDays: 999,
  /** Who signs one item besides its owner, and fields of its evidence. */
  signers: 3,
  evidence: 5,
  /** Requests that one step starts, and requests started by requests that were started by requests. */
  children: 100,
  childrenDeep: 8,
  /** Requests that come of one request, level upon level, whatever has become of them. */
  descendants: 1_000,
  /** Fields that together only one request may have. */
  heldTogether: 6,
  /** Days of a range of which no two may overlap, and days of any range. */
  heldDays: 400,
  rangeDays: 3_660,
  /** Characters of a path at another system. */
  callPath: 200,
  /** Rounds that a loop may make. */
  loopRounds: 20,
  phrases: 8,
  /** Mail templates. */
  mails: 40,
  facts: 8,
  /** Characters of a title or label. */
  title: 120,
  /** Characters of a template. */
  template: 500,
  /** Characters of any text for people. */
  text: 2_000,
  /** Characters of a key, a role, a matter, an option's value. */
  key: 120,
} as const;

/** How large a document may be before it is looked at closely. */
export interface DocumentLimits {
  /** Values of every kind, lists and objects included. */
  values: number;
  /** Lists and objects inside one another. */
  deep: number;
}

/** A definition as a document. */
export const DEFINITION_DOCUMENT: DocumentLimits = { values: 60_000, deep: 60 };
