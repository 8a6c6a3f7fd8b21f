import { compile, type Definition, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lookupQuery, type LookupQuery } from './lookup-query';

/** A compiled definition, with what has to be fetched for it. */
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
    const process = compile(definition);
    const known = this.byHash.get(process.hash) ?? { process, query: lookupQuery(process) };
    this.byHash.set(process.hash, known);
    return known;
  }

  private async load(where: string, value: string): Promise<KnownProcess | null> {
    const [row] = await this.dataSource.query<{ id: string; hash: string; body: Definition }[]>(
      `SELECT id, hash, body FROM definition WHERE ${where} LIMIT 1`,
      [value],
    );
    if (!row) return null;
    const known = this.remember(row.body);
    if (known.process.hash !== row.hash)
      throw new Error(`Expected definition ${row.id} to have the hash ${row.hash}, but it has ${known.process.hash}`);
    this.hashById.set(row.id, row.hash);
    return known;
  }
}
