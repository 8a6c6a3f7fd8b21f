import type { FileReference, FormValues, Json } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../auth/actor';
import { Problem, type FieldError } from '../http/problem';

interface FileRow extends FileReference {
  requestId: string | null;
  ownerId: string;
}

interface Held {
  path: string;
  reference: { id: string };
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** File references in form values, cells of tables included. */
export function filesIn(values: FormValues): Held[] {
  return Object.entries(values).flatMap(([key, value]) => found(value, key));
}

function found(value: Json, path: string): Held[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => found(item, `${path}.${index}`));
  if (!isObject(value)) return [];
  const { id, sha256 } = value;
  if (typeof id === 'string' && typeof sha256 === 'string') return [{ path, reference: value as { id: string } & { [key: string]: Json } }];
  return Object.entries(value).flatMap(([key, inner]) => found(inner, `${path}.${key}`));
}

/**
 * Ties the files that a form names to its request, so that they are readable with it from now on. A file must be the caller's own or the
 * request's already, and the reference must say what is stored: the digest is what decisions are bound to.
 */
export async function holdFiles(manager: EntityManager, actor: Actor, requestId: string, values: FormValues): Promise<void> {
  const held = filesIn(values);
  if (held.length === 0) return;
  const ids = [...new Set(held.map(({ reference }) => reference.id))].filter((id) => isUuid(id));
  const rows = await manager.query<FileRow[]>(
    `SELECT id, name, type, size, sha256, owner_id AS "ownerId", request_id AS "requestId" FROM file WHERE id = ANY ($1::uuid[]) AND company_id = $2`,
    [ids, actor.companyId],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wrong = held.filter(({ reference }) => !mayHold(byId.get(reference.id), reference, { actor, requestId }));
  if (wrong.length > 0) throw new Problem('invalid-field', { fields: wrong.map(({ path }) => path) }, wrong.map(fileError));
  await manager.query('UPDATE file SET request_id = $1 WHERE id = ANY ($2::uuid[]) AND request_id IS NULL', [requestId, ids]);
}

function mayHold(row: FileRow | undefined, reference: object, by: { actor: Actor; requestId: string }): boolean {
  if (!row) return false;
  const own = row.requestId === by.requestId || row.ownerId === by.actor.personId;
  const { name, size, type, sha256 } = reference as Partial<FileReference>;
  return own && row.sha256 === sha256 && row.size === size && row.type === type && row.name === name;
}

function fileError({ path }: Held): FieldError {
  return {
    field: path,
    code: 'file',
    params: {},
    message: { zh: '文件不存在或不是您上传的', en: 'There is no such file, or it is not yours' },
  };
}
