import { existsSync } from 'node:fs';
import path from 'node:path';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import { definitionHash, parseDefinition, type Definition } from '@countersign/domain';
import { type Api, problemText } from './api';
import type { ChildKind } from './case-replay';
import { readJson, readMapping, requireTellable } from './mapping/mapping';
import type { Mapping } from './mapping/mapping.schema';

const SAMPLES = path.resolve(__dirname, '..', '..', '..', 'workflows', 'definitions', 'samples');

/** The definition that `--definition` names: a file, a sample, or a process that ships as code. */
export function findDefinition(keyOrFile: string): Definition {
  const sample = path.join(SAMPLES, `${keyOrFile}.definition.json`);
  const file = keyOrFile.endsWith('.json') ? keyOrFile : existsSync(sample) ? sample : null;
  const seed = SEED_DEFINITIONS.find((definition) => definition.key === keyOrFile);
  if (!file && !seed) throw new Error(`Expected --definition to be a JSON file or a known key, but there is no “${keyOrFile}”`);
  const parsed = file ? parseDefinition(readJson(file)) : { ok: true as const, definition: seed as Definition };
  if (parsed.ok) return parsed.definition;
  const lines = parsed.findings.map((finding) => `  - ${finding.path}: ${finding.message.en}`);
  throw new Error([`Expected ${file} to be a definition (docs/definitions.md), but`, ...lines].join('\n'));
}

/** Looks for the log before anything is started. */
export function requireLog(file: string): void {
  if (!existsSync(file)) throw new Error(`Expected ${path.resolve(file)} to be an event log, but there is no such file`);
}

/** The mapping that belongs to a sample, for a `--mapping` that was left out. */
export function findMapping(definition: Definition): string {
  const sample = path.join(SAMPLES, `${definition.key}.mapping.json`);
  if (existsSync(sample)) return sample;
  throw new Error(`Expected --mapping <file.json>, but it was left out and there is no sample mapping for ${definition.key}`);
}

/** What a mapping says of the requests that are started from those of its cases; its files lie beside it. */
export function childrenOf(mapping: Mapping, file: string): ChildKind[] {
  const beside = (name: string): string => path.resolve(path.dirname(file), name);
  const kinds = mapping.children.map(({ attribute = null, alone, definition: named, mapping: told }): ChildKind => {
    const definition = findDefinition(named.endsWith('.json') ? beside(named) : named);
    return { attribute, alone, definition, mapping: readMapping(beside(told), definition) };
  });
  requireTellable(mapping, kinds);
  return kinds;
}

/** Imports the mapping's directory; doing it again changes nothing. */
export async function importDirectory(api: Api, token: string, at: { mapping: Mapping; file: string }): Promise<void> {
  if (!at.mapping.directory) return;
  const directory = readJson(path.resolve(path.dirname(at.file), at.mapping.directory)) as Record<string, unknown>;
  // A product that is somebody's already stays theirs: the people of the log come into the company that is there.
  const { body: own } = await api.must('GET', '/directory/export', { token });
  const taken = (own.positions as unknown[] | undefined)?.length ? { company: own.company } : {};
  await api.must('POST', '/directory/import', { token, body: { ...directory, ...taken } });
}

/** Publishes the definition, unless just this one is published already. */
export async function publishDefinition(api: Api, token: string, definition: Definition): Promise<'published' | 'already there'> {
  const existing = await api.get(`/definitions/${definition.key}`, token);
  if (existing.status === 200 && existing.body.hash === definitionHash(definition)) return 'already there';
  if (existing.status !== 200 && existing.status !== 404)
    throw new Error(`Expected to read the definition ${definition.key}, but the API answered ${existing.status} ${problemText(existing)}`);
  const { body: draft } = await api.must('POST', '/definitions', { token, body: definition });
  await api.must('POST', `/definitions/${definition.key}/versions/${definition.version}/publish`, {
    token,
    headers: { 'If-Match': `"${String(draft.hash)}"` },
  });
  return 'published';
}
