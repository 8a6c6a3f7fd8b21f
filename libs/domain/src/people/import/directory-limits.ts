/** How much one import may bring, and how deep a company may be. What is beyond is refused with its place; a larger directory comes in several parts. */
export const DIRECTORY_LIMITS = {
  units: 20_000,
  roles: 2_000,
  people: 50_000,
  positions: 100_000,
  grants: 50_000,
  parameters: 5_000,
  /** Levels of units, the company itself being the first. */
  unitLevels: 32,
  /** Posts one above the other. */
  postLevels: 64,
  /** Units that one post covers. */
  covers: 500,
} as const;

/** The lists of a directory document. */
export const DIRECTORY_LISTS = ['units', 'roles', 'people', 'positions', 'grants', 'parameters'] as const;

/** Problems that are told at once; nobody reads more, and the next trial names the rest. */
export const PROBLEMS_TOLD = 100;
