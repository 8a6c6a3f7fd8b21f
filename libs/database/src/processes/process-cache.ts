import { compileStored, definitionHash, poisonedProcess, type Definition, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LeastRecent } from './least-recent';
import { lookupQuery, type LookupQuery } from './lookup-query';

/** A compiled definition, with what has to be fetched for it. One that does not compile is there as a poisoned process. */
export interface KnownProcess {
  process: Process;
  query: LookupQuery;
}

/** Some times as many as a company has processes: old versions live on in the requests that were started with them. */
const KEPT_PROCESSES = 1_000;
const KEPT_IDS = 20_000;

/** A stored definition with the hash that its row gives it. */
export interface StoredDefinition {
  hash: string;
  body: Definition;
}

/** Compiled definitions by hash, for this program. Published definitions never change, so nothing here grows stale. */
@Injectable()
export class ProcessCache {
  private readonly byHash = new LeastRecent<string, KnownProcess>(KEPT_PROCESSES);
  private readonly hashById = new LeastRecent<string, string>(KEPT_IDS);

  constructor(private readonly dataSource: DataSource) {}

  async byDefinitionHash(hash: string): Promise<KnownProcess | null> {
    return this.byHash.get(hash) ?? this.load('hash = $1', hash);
  }

  async byDefinitionId(id: string): Promise<KnownProcess | null> {
    const hash = this.hashById.get(id);
    return hash ? this.byDefinitionHash(hash) : this.load('id = $1', id);
  }

  /** Of a definition at hand: looks before it compiles, and asks the database nothing. */
  ofStored({ hash, body }: StoredDefinition): KnownProcess {
    const known = this.byHash.get(hash);
    if (known) return known;
    if (definitionHash(body) !== hash) return forged({ hash, body });
    const process = compileStored(body);
    const fresh = { process, query: lookupQuery(process) };
    this.byHash.set(hash, fresh);
    return fresh;
  }

  private async load(where: string, value: string): Promise<KnownProcess | null> {
    const rows = await this.dataSource.query<DefinitionRow[]>(`SELECT id, hash, body FROM definition WHERE ${where} ORDER BY id`, [value]);
    const sound = rows.find(({ hash, body }) => definitionHash(body) === hash);
    if (!sound) return rows[0] ? forged(rows[0]) : null;
    this.hashById.set(sound.id, sound.hash);
    return this.ofStored(sound);
  }
}

interface DefinitionRow extends StoredDefinition {
  id: string;
}

/** A definition whose content is not what was published decides nothing, and is never kept under the hash of what was. */
function forged({ hash, body }: StoredDefinition): KnownProcess {
  const reason = `Expected ${body.key} version ${body.version} to have the hash ${hash}, but it has ${definitionHash(body)}`;
  const process = poisonedProcess(body, hash, reason);
  return { process, query: lookupQuery(process) };
}
