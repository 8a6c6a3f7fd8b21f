import { moneyOf } from '../../money/money';
import type { DirectoryImport } from './directory-import.schema';
import { directoryProblem, type DirectoryProblem } from './directory-problem';

type ImportedGrant = DirectoryImport['grants'][number];
type ImportedPost = DirectoryImport['positions'][number];
type ImportedLimit = ImportedGrant['limit'];

/** What is looked at of a grant. */
export type WidenedGrant = Pick<ImportedGrant, 'validFrom' | 'validTo'> & { state?: ImportedGrant['state']; limit?: ImportedLimit };

/** Whether a grant lets its holder do more than it did, earlier or for longer. Pure. */
export function widens(old: WidenedGrant, next: WidenedGrant): boolean {
  if ((next.state ?? 'granted') !== 'granted') return false;
  return (old.state ?? 'granted') !== 'granted' || isLonger(old, next) || raises(old.limit ?? null, next.limit ?? null);
}

function isLonger(old: Pick<WidenedGrant, 'validFrom' | 'validTo'>, next: Pick<WidenedGrant, 'validFrom' | 'validTo'>): boolean {
  const later = old.validTo !== undefined && (next.validTo === undefined || next.validTo > old.validTo);
  return later || (old.validFrom !== undefined && (next.validFrom === undefined || next.validFrom < old.validFrom));
}

/** Whether one limit lets its holder go further than another. */
function raises(old: ImportedLimit, next: ImportedLimit): boolean {
  if (next === null || old === 'no-limit') return false;
  if (old === null || next === 'no-limit') return true;
  return (
    old.currency !== next.currency || BigInt(moneyOf(next.amount, next.currency).minor) > BigInt(moneyOf(old.amount, old.currency).minor)
  );
}

/** A directory before an import and after it, the document that was imported, and whoever imports it. */
export interface OwnImport {
  before: DirectoryImport;
  after: DirectoryImport;
  document: DirectoryImport;
  person: string;
}

/** Where an import gives whoever imports it more to sign or more rights: that is for somebody else to import. Pure. */
export function ownWidenings({ before, after, document, person }: OwnImport): DirectoryProblem[] {
  const [was, is] = [before, after].map((directory) => authorityOf(directory, person)) as [Authority, Authority];
  const own = (path: string): DirectoryProblem[] => [directoryProblem(path, 'own-authority', {})];
  const rights = document.people.flatMap(({ key }, at) =>
    key === person && is.rights.some((right) => !was.rights.includes(right)) ? own(`people.${at}.rights`) : [],
  );
  const posts = document.positions.flatMap(({ key }, at) => {
    const next = is.posts.get(key);
    return next && signs(after, next) && ![...was.posts.values()].some((old) => isWithin(next, old)) ? own(`positions.${at}`) : [];
  });
  const grants = document.grants.flatMap(({ key }, at) => {
    const next = is.grants.get(key);
    const gained = next?.state === 'granted' && ![...was.grants.values()].some((old) => !isOther(old, next) && !widens(old, next));
    return gained ? own(`grants.${at}`) : [];
  });
  return [...rights, ...posts, ...grants];
}

/** What somebody has of the directory that lets them sign. */
interface Authority {
  rights: readonly string[];
  posts: ReadonlyMap<string, ImportedPost>;
  grants: ReadonlyMap<string, ImportedGrant>;
}

function authorityOf({ people, positions, grants }: DirectoryImport, person: string): Authority {
  const posts = positions.filter((post) => post.person === person);
  const roles = posts.map(({ role }) => role);
  const held = grants.filter((grant) => grant.person === person || (grant.role !== undefined && roles.includes(grant.role)));
  return {
    rights: people.find(({ key }) => key === person)?.rights ?? [],
    posts: new Map(posts.map((post) => [post.key, post])),
    grants: new Map(held.map((grant) => [grant.key, grant])),
  };
}

const signs = ({ grants }: DirectoryImport, { role }: ImportedPost): boolean =>
  grants.some((grant) => grant.role === role && grant.state === 'granted');

/** Whether a post serves no more than it did, and no longer. */
function isWithin(next: ImportedPost, old: ImportedPost): boolean {
  const reach = ({ covers, unit }: ImportedPost): string[] => (covers.length > 0 ? covers : [unit]);
  return next.role === old.role && reach(next).every((unit) => reach(old).includes(unit)) && !isLonger(old, next);
}

/** Whether a grant is about something else than it was. */
const isOther = (old: ImportedGrant, next: ImportedGrant): boolean =>
  old.kind !== next.kind || old.matter !== next.matter || old.scope !== next.scope || (old.plan !== 'any' && old.plan !== next.plan);
