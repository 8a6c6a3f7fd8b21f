/** Named rights of people over the whole company; everything else follows from posts and grants. One closed list. */
export const RIGHTS = [
  'definitions.import',
  'definitions.publish',
  'directory.import',
  'tokens.issue-others',
  'accounts.reset',
  'requests.operate',
  'requests.read-all',
  'journal.verify',
] as const;

/** A named right, such as `requests.operate`. */
export type RightName = (typeof RIGHTS)[number];
