import { ProcessCache, readingSteps, type RunStatement } from '@countersign/database';
import { hiddenFrom, lineTells, type Bilingual, type Reader } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from './actor';
import { concerns } from './readers.service';

interface LineRow extends Omit<Reader, 'readsAll' | 'through'> {
  id: string;
  definitionId: string;
  title: Bilingual | null;
  process: Bilingual;
  concerned: boolean;
}

const LINES = {
  name: 'request-lines',
  text: `SELECT r.id, r.definition_id AS "definitionId", r.row_title AS title, d.body->'title' AS process, r.requester_id = $2 AS requester,
      ${concerns('$2')} AS concerned, ${readingSteps('r.id', '$2')} AS steps
    FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = ANY ($1) AND r.company_id = $3`,
};

/** What requests are called to somebody: by their line in lists, or by their process alone where they may not read it, or the line tells what is hidden from them. */
@Injectable()
export class RequestLines {
  constructor(private readonly processes: ProcessCache) {}

  async of({ personId, companyId, rights }: Actor, ids: readonly string[], ask: RunStatement): Promise<Map<string, Bilingual>> {
    if (ids.length === 0) return new Map();
    const readsAll = rights.includes('requests.read-all');
    const lines = new Map<string, Bilingual>();
    for (const row of await ask<LineRow>(LINES, [[...new Set(ids)], personId, companyId])) {
      const known = row.concerned || readsAll ? await this.processes.byDefinitionId(row.definitionId, ask) : null;
      const told = known !== null && !lineTells(known.process.definition, hiddenFrom(known.process, { ...row, readsAll }));
      lines.set(row.id, (told ? row.title : null) ?? row.process);
    }
    return lines;
  }
}
