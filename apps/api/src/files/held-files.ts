import { fieldProblem, isRecord, type FieldProblem, type FileReference, type FormValues, type Json } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { formErrors } from '../http/problem/form-errors';

interface FileRow extends FileReference {
  ownerId: string;
  held: boolean;
}

/** A file reference and where in the form it stands. */
interface Held {
  path: string;
  reference: FileReference;
}

/** Files that one form may name. */
export const MOST_FILES = 500;

/** File references in form values, cells of tables included. */
export function filesIn(values: FormValues): Held[] {
  return Object.entries(values).flatMap(([key, value]) => found(value, key));
}

function found(value: Json, path: string): Held[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => found(item, `${path}.${index}`));
  if (!isRecord(value)) return [];
  const { id, sha256 } = value;
  if (typeof id === 'string' && typeof sha256 === 'string') return [{ path, reference: value as unknown as FileReference }];
  return Object.entries(value).flatMap(([key, inner]) => found(inner, `${path}.${key}`));
}

interface Holder {
  actor: Actor;
  requestId: string;
  /** Files of the request that the caller sees in it; absent: all that it holds. */
  seen?: ReadonlySet<string>;
}

/** `FOR KEY SHARE`: whoever throws files away waits for those who are just about to hold them, and then leaves them alone. */
const FOUND = `
  SELECT id, name, type, size, sha256, owner_id AS "ownerId",
    EXISTS (SELECT 1 FROM request_file h WHERE h.file_id = file.id AND h.request_id = $3) AS held
  FROM file WHERE id = ANY ($1::uuid[]) AND company_id = $2 ORDER BY id FOR KEY SHARE`;
const HOLD = `
  INSERT INTO request_file (request_id, file_id, company_id, cited_at)
    SELECT $1, id, $3, CASE WHEN $4 THEN clock_timestamp() END FROM unnest($2::uuid[]) AS id
  ON CONFLICT (request_id, file_id) DO UPDATE SET cited_at = coalesce(request_file.cited_at, excluded.cited_at)
    WHERE request_file.cited_at IS NULL AND excluded.cited_at IS NOT NULL`;
/** Whether a field for requests holds it, whoever reads it later asks the form. */
const NAME = `
  INSERT INTO request_citation (request_id, cited_id, company_id)
    SELECT $1, r.id, $3 FROM request r WHERE r.id = ANY ($2::uuid[]) AND r.company_id = $3 AND r.id <> $1 AND r.n > 0
  ON CONFLICT DO NOTHING`;
const LET_GO = 'DELETE FROM request_file WHERE request_id = $1 AND cited_at IS NULL AND NOT file_id = ANY ($2::uuid[])';

/**
 * What is wrong with the files that a form names: each must be the caller's own or the request's already, and seen by the caller there; and the
 * reference must say what is stored, for the digest is what decisions are bound to.
 */
export async function fileProblems(manager: EntityManager, holder: Holder, values: FormValues): Promise<FieldProblem[]> {
  const held = filesIn(values);
  if (held.length === 0) return [];
  if (held.length > MOST_FILES) return [fieldProblem(held[MOST_FILES]?.path ?? '', 'too-many-files', { max: MOST_FILES })];
  const { actor, requestId, seen } = holder;
  const rows = await manager.query<FileRow[]>(FOUND, [idsOf(held), actor.companyId, requestId]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wrong = held.filter(({ reference }) => !mayHold(byId.get(reference.id), reference, { actor, seen }));
  return wrong.map(({ path }) => fieldProblem(path, 'not-found', { what: 'file' }));
}

/** Ties the files that a draft names to it, and lets go of those that it no longer names. */
export async function holdForDraft(manager: EntityManager, holder: Holder, values: FormValues): Promise<void> {
  const ids = await sound(manager, holder, values);
  await manager.query(LET_GO, [holder.requestId, ids]);
  await hold(manager, holder, { ids, cited: false });
}

/** Ties files and other requests that something submitted or decided names to its request: who may read that may read them, for good. */
export async function cite(manager: EntityManager, holder: Holder, values: FormValues): Promise<void> {
  await hold(manager, holder, { ids: await sound(manager, holder, values), cited: true });
  const named = Object.values(values).filter((value): value is string => typeof value === 'string' && isUuid(value));
  if (named.length > 0) await manager.query(NAME, [holder.requestId, named, holder.actor.companyId]);
}

const OWN = `SELECT id, name, type, size, sha256 FROM file WHERE id = ANY ($1::uuid[]) AND company_id = $2 AND owner_id = $3 ORDER BY id FOR KEY SHARE`;

/** Ties files that the caller has uploaded to a request beside its form; null where one of them is none of theirs. In the order in which they are named. */
export async function citeOwn(manager: EntityManager, holder: Holder, ids: readonly string[]): Promise<FileReference[] | null> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return [];
  const rows = await manager.query<FileReference[]>(OWN, [wanted, holder.actor.companyId, holder.actor.personId]);
  const found = wanted.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (found.length < wanted.length) return null;
  await hold(manager, holder, { ids: wanted, cited: true });
  return found;
}

async function sound(manager: EntityManager, holder: Holder, values: FormValues): Promise<string[]> {
  const problems = await fileProblems(manager, holder, values);
  if (problems.length > 0) throw new Problem('invalid-field', { fields: problems.map(({ field }) => field) }, formErrors(problems));
  return idsOf(filesIn(values));
}

async function hold(
  manager: EntityManager,
  { actor, requestId }: Holder,
  { ids, cited }: { ids: string[]; cited: boolean },
): Promise<void> {
  if (ids.length > 0) await manager.query(HOLD, [requestId, ids, actor.companyId, cited]);
}

const idsOf = (held: Held[]): string[] => [...new Set(held.map(({ reference }) => reference.id))].filter((id) => isUuid(id));

function mayHold(
  row: FileRow | undefined,
  { name, size, type, sha256 }: FileReference,
  { actor, seen }: Pick<Holder, 'actor' | 'seen'>,
): boolean {
  if (!row || !(row.ownerId === actor.personId || (row.held && (seen?.has(row.id) ?? true)))) return false;
  return row.sha256 === sha256 && row.size === size && row.type === type && row.name === name;
}
