import { createHash } from 'node:crypto';
import { FileContentEntity, FileEntity, ProcessCache, readingSteps } from '@countersign/database';
import { hiddenFrom, withoutTurns, type Reader } from '@countersign/domain';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { usedToken, type Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import type { FileReferenceView } from '../http/schema/values.view';
import { oneAtATime } from '../http/one-at-a-time';
import { concerns, ReadersService } from '../auth/readers.service';
import { acceptedType, isEmpty } from './file-content';
import { FILE_LIMITS, FILE_TYPES } from './file-types';

/** What the upload parser hands over. */
export interface UploadedContent {
  originalname: string;
  buffer: Buffer;
  size: number;
}

/** Files that a person may have uploaded without any draft or request holding them: a form full of them, before it is saved. */
export const MOST_UNUSED = { files: 500, megabytes: 500 } as const;
const UNUSED = `
  SELECT count(*)::int AS files, coalesce(sum(f.size), 0)::float8 AS bytes FROM file f
  WHERE f.owner_id = $1 AND NOT EXISTS (SELECT 1 FROM request_file h WHERE h.file_id = f.id)`;

/** Files of forms. Until a submitted request cites it a file is its owner's; then everybody may read it who may read one such request and a field of it that holds the file. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: DataSource,
    private readonly readers: ReadersService,
    private readonly processes: ProcessCache,
  ) {}

  async store(actor: Actor, upload: UploadedContent | undefined, requestId: string | null): Promise<FileReferenceView> {
    if (!upload)
      throw new Problem('invalid-body', {}, [
        { field: 'file', code: 'required', params: {}, message: { zh: '请选择文件', en: 'Choose a file' } },
      ]);
    if (requestId !== null) await this.readers.requireReader(actor, requestId, 'request');
    if (isEmpty(upload.buffer)) throw new Problem('empty-file');
    const name = nameOf(upload.originalname);
    const type = await acceptedType(name, upload.buffer);
    if (!type) throw new Problem('file-type', { allowed: Object.keys(FILE_TYPES).join(', ') });
    const file = {
      id: uuidv7(),
      companyId: actor.companyId,
      ownerId: actor.personId,
      name,
      type,
      size: upload.buffer.length,
      sha256: digestOf(upload.buffer),
      token: usedToken(actor),
    };
    await this.database.transaction(async (manager) => {
      await this.requireRoom(manager, actor, upload.size);
      await manager.insert(FileEntity, file);
      await manager.insert(FileContentEntity, { fileId: file.id, companyId: actor.companyId, bytes: upload.buffer });
    });
    return { id: file.id, name, size: file.size, type, sha256: file.sha256 };
  }

  /** One upload of a person after the other, so that many at once are not counted as one. */
  private async requireRoom(manager: EntityManager, { personId }: Actor, size: number): Promise<void> {
    await oneAtATime(manager, 'files', personId);
    const [unused] = await manager.query<{ files: number; bytes: number }[]>(UNUSED, [personId]);
    if (!unused || (unused.files < MOST_UNUSED.files && unused.bytes + size <= MOST_UNUSED.megabytes * 2 ** 20)) return;
    throw new Problem('too-many-files', { most: MOST_UNUSED.files, megabytes: MOST_UNUSED.megabytes });
  }

  /** Whether some request that the caller may read cites the file in a field that they see. */
  private async mayRead(actor: Actor, id: string): Promise<boolean> {
    const readsAll = actor.rights.includes('requests.read-all');
    const requests = await this.database.query<CitedBy[]>(CITED, [id, actor.companyId, actor.personId, readsAll]);
    for (const request of requests) {
      const known = await this.processes.byDefinitionId(request.definitionId);
      const hidden = known && hiddenFrom(known.process, { ...request, readsAll, through: !request.concerned });
      if (!hidden || request.fields.every((field) => hidden.has(field))) continue;
      if (request.concerned || (await this.readers.mayRead(actor, request.id))) return true;
    }
    return false;
  }

  async read(actor: Actor, id: string, response: Response): Promise<StreamableFile> {
    const file = await this.database.manager.findOneBy(FileEntity, { id, companyId: actor.companyId });
    if (!file) throw new Problem('not-found', { what: 'file' });
    if (file.ownerId !== actor.personId && !(await this.mayRead(actor, id))) throw new Problem('not-found', { what: 'file' });
    const content = await this.database.manager.findOneByOrFail(FileContentEntity, { fileId: id });
    // What was changed behind the back of the product is no evidence any more.
    if (digestOf(content.bytes) !== file.sha256) throw new Problem('file-damaged');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // The PDF viewer of browsers does not open under a stricter policy; nothing that could run is among the accepted types.
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'");
    return new StreamableFile(content.bytes, { type: file.type, disposition: dispositionOf(file), length: file.size });
  }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Stands for the discussion among the fields that hold a file; none is called so. */
const BESIDE = '@discussion';
/** Where a request cites a file: in its form, in that of an earlier round, in what a decision wrote, beside a comment (which nothing hides). A refused decision has cited nothing. */
const CITING = `(SELECT field.key FROM (
      SELECT r.form AS held UNION ALL SELECT o.form FROM request_round o WHERE o.request_id = r.id
      UNION ALL SELECT t.fields FROM transition t WHERE t.request_id = r.id AND t.fields IS NOT NULL
      UNION ALL SELECT jsonb_build_object('${BESIDE}', c.files) FROM comment c WHERE c.request_id = r.id AND c.files <> '[]') AS forms
    CROSS JOIN LATERAL jsonb_each(forms.held) AS field WHERE strpos(field.value::text, $1::text) > 0)`;
/** Requests that cite the file, each with the fields that hold it and how they come to read it. */
const CITED = `
  SELECT r.id, r.definition_id AS "definitionId", r.requester_id = $3 AS requester, ($4 OR ${concerns('$3')}) AS concerned,
    ARRAY(SELECT DISTINCT key FROM ${CITING} AS cited) AS fields,
    ${readingSteps('r.id', '$3')} AS steps
  FROM request_file h JOIN request r ON r.id = h.request_id
  WHERE h.file_id = $1::uuid AND r.company_id = $2
    AND (r.requester_id = $3 OR (h.cited_at IS NOT NULL AND r.n > 0))
  ORDER BY concerned DESC, r.id DESC LIMIT 50`;

interface CitedBy extends Omit<Reader, 'readsAll' | 'through'> {
  id: string;
  concerned: boolean;
  definitionId: string;
  fields: string[];
}

/** Browsers send names as UTF-8 that the parser reads as Latin-1; folders and control signs have no place in a name. */
function nameOf(original: string): string {
  const decoded = /[^\u0000-\u00ff]/.test(original) ? original : Buffer.from(original, 'latin1').toString('utf8');
  const base = (decoded.includes('\ufffd') ? original : decoded).split(/[\\/]/).at(-1) ?? '';
  const clean = withoutTurns(base)
    .replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '')
    .trim();
  return clean.length <= FILE_LIMITS.nameLength ? clean || 'file' : clean.slice(-FILE_LIMITS.nameLength).replace(/^[\udc00-\udfff]/, '');
}

/** Pictures and PDF open in the browser, everything else is saved. */
function dispositionOf(file: Pick<FileEntity, 'name' | 'type'>): string {
  const kind = file.type === 'application/pdf' || /^image\/(png|jpeg|webp)$/.test(file.type) ? 'inline' : 'attachment';
  return `${kind}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
