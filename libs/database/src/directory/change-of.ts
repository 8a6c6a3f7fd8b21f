import { ownValue, type DirectoryCause } from '@countersign/domain';

/** What one table alone tells of a change; several of them are a change of the directory as a whole. */
const CHANGES: Record<string, DirectoryCause['change']> = {
  person: 'account',
  authority_grant: 'grant',
  person_right: 'right',
  away: 'absence',
};

/** What has changed, as far as its tables tell; null: nothing but the day. Pure. */
export function changeOf(tables: string[] | null): DirectoryCause['change'] {
  if (tables === null) return 'day';
  const [only, ...others] = tables;
  return (others.length === 0 && only !== undefined ? ownValue(CHANGES, only) : undefined) ?? 'import';
}
