import { fittedForm, offeredChoices, type Definition, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

interface DraftRow {
  id: string;
  form: FormValues;
  choices: Record<string, string>;
  body: Definition;
}

/** Drafts of other versions that nothing is being submitted from: a submit under way keeps the version that its run was started with. */
const BEHIND = `
  SELECT r.id, r.form, r.choices, d.body FROM request r JOIN definition d ON d.id = r.definition_id
  WHERE d.company_id = $1 AND d.key = $2 AND d.id <> $3 AND r.n = 0 AND ($4::uuid IS NULL OR r.id = $4)
    AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status IN ('open', 'done'))
  ORDER BY r.id FOR UPDATE OF r`;
const FOLLOW = `
  UPDATE request r SET definition_id = $1, begun_with = coalesce(r.begun_with, r.definition_id), form = x.form, choices = x.choices
  FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, form jsonb, choices jsonb) WHERE r.id = x.id`;
const AT_ONCE = 200;

export interface NewestVersion {
  companyId: string;
  id: string;
  body: Definition;
}

/**
 * Keeps drafts on the version that new requests are started with, so that form, preview and submit are of one version. What of a form fits goes
 * along; the draft remembers the version that its requester has seen last, and so can say what is different.
 */
@Injectable()
export class DraftVersions {
  /** Every draft of the process, or the one. Inside the caller's transaction. */
  async follow(manager: EntityManager, { companyId, id, body }: NewestVersion, requestId: string | null = null): Promise<void> {
    const rows = await manager.query<DraftRow[]>(BEHIND, [companyId, body.key, id, requestId]);
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const fitted = rows.slice(start, start + AT_ONCE).map((row) => ({
        id: row.id,
        form: fittedForm(row.body, body, row.form),
        choices: offeredChoices(body, row.choices),
      }));
      await manager.query(FOLLOW, [id, JSON.stringify(fitted)]);
    }
  }
}
