import { compileStored, definitionHash, poisonedProcess, type Definition, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { run, type RunStatement, type Statement } from '../statements';
import { LeastRecent } from './least-recent';
import { lookupQuery, type LookupQuery } from './lookup-query';

/** A compiled definition, with what has to be fetched for it. One that does not compile is there as a poisoned process. */
export interface KnownProcess {
  process: Process;
  query: LookupQuery;
}

const BY_ID = { name: 'definition-by-id', text: 'SELECT id, hash, body FROM definition WHERE id = $1' };
const BY_HASH = { name: 'definitions-by-hash', text: 'SELECT id, hash, body FROM definition WHERE hash = $1 ORDER BY id' };

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

  private readonly askPool: RunStatement = (statement, values) => run(this.dataSource, statement, values);

  constructor(private readonly dataSource: DataSource) {}

  async byDefinitionHash(hash: string): Promise<KnownProcess | null> {
    return this.byHash.get(hash) ?? this.load(BY_HASH, hash, this.askPool);
  }

  /** Whoever is in a transaction asks by its connection. */
  async byDefinitionId(id: string, ask: RunStatement = this.askPool): Promise<KnownProcess | null> {
    const known = this.byHash.get(this.hashById.get(id) ?? '');
    return known ?? this.load(BY_ID, id, ask);
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

  private async load(statement: Statement, value: string, ask: RunStatement): Promise<KnownProcess | null> {
    const rows = await ask<DefinitionRow>(statement, [value]);
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
