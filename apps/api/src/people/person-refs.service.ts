import { heldToday, run } from '@countersign/database';
import type { Bilingual } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonRef } from '../http/schema/values.view';

interface RefRow {
  id: string;
  name: Bilingual;
  title: Bilingual | null;
  unit: Bilingual | null;
}

/** A person with the title and unit of the primary post that they hold today. */
export const PERSON_REF_SQL = `
  SELECT p.id, p.name, post.title, post.unit FROM person p JOIN company c ON c.id = p.company_id
    LEFT JOIN LATERAL (
      SELECT o.title, u.name AS unit FROM position o JOIN unit u ON u.id = o.unit_id
        WHERE o.person_id = p.id AND ${heldToday('o')}
        ORDER BY o.is_primary DESC, o.key LIMIT 1) post ON true`;

const BY_IDS = { name: 'person-refs', text: `${PERSON_REF_SQL} WHERE p.id = ANY ($1::uuid[])` };

const NOBODY: Bilingual = { zh: '未知人员', en: 'Unknown person' };

/** Dresses person ids for the screen. */
@Injectable()
export class PersonRefsService {
  constructor(private readonly database: DataSource) {}

  async byIds(ids: Iterable<string | null | undefined>): Promise<Map<string, PersonRef>> {
    const wanted = [...new Set(ids)].filter((id): id is string => typeof id === 'string' && id.length === 36);
    if (wanted.length === 0) return new Map();
    const rows = await run<RefRow>(this.database, BY_IDS, [wanted]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async one(id: string): Promise<PersonRef> {
    return this.in(await this.byIds([id]), id);
  }

  /** The person of that id among those that were read. */
  in(refs: Map<string, PersonRef>, id: string): PersonRef {
    return refs.get(id) ?? { id, name: NOBODY, title: null, unit: null };
  }
}
