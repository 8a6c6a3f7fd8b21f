import { compileStored, definitionHash, poisonedProcess, type Definition, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lookupQuery, type LookupQuery } from './lookup-query';

/** A compiled definition, with what has to be fetched for it. One that does not compile is there as a poisoned process. */
export interface KnownProcess {
  process: Process;
  query: LookupQuery;
}

/** Compiled definitions by hash, for this program. Published definitions never change, so nothing here grows stale. */
@Injectable()
export class ProcessCache {
  private readonly byHash = new Map<string, KnownProcess>();
  private readonly hashById = new Map<string, string>();

  constructor(private readonly dataSource: DataSource) {}

  async byDefinitionHash(hash: string): Promise<KnownProcess | null> {
    return this.byHash.get(hash) ?? this.load('hash = $1', hash);
  }

  async byDefinitionId(id: string): Promise<KnownProcess | null> {
    const hash = this.hashById.get(id);
    return hash ? this.byDefinitionHash(hash) : this.load('id = $1', id);
  }

  /** Compiles without the database, for a definition at hand. */
  remember(definition: Definition): KnownProcess {
    const process = compileStored(definition);
    const known = this.byHash.get(process.hash) ?? { process, query: lookupQuery(process) };
    this.byHash.set(process.hash, known);
    return known;
  }

  private async load(where: string, value: string): Promise<KnownProcess | null> {
    const rows = await this.dataSource.query<DefinitionRow[]>(`SELECT id, hash, body FROM definition WHERE ${where} ORDER BY id`, [value]);
    const sound = rows.find(({ hash, body }) => definitionHash(body) === hash);
    if (!sound) return rows[0] ? forged(rows[0]) : null;
    this.hashById.set(sound.id, sound.hash);
    return this.remember(sound.body);
  }
}

interface DefinitionRow {
  id: string;
  hash: string;
  body: Definition;
}

/** A definition whose content is not what was published decides nothing, and is never kept under the hash of what was. */
function forged({ id, hash, body }: DefinitionRow): KnownProcess {
  const reason = `Expected definition ${id} to have the hash ${hash}, but it has ${definitionHash(body)}`;
  const process = poisonedProcess(body, hash, reason);
  return { process, query: lookupQuery(process) };
}
