import type { DefinitionEntity, RuleChangeKind } from '@countersign/database';
import type { Json } from '@countersign/domain';
import type { Actor } from '../auth/actor';
import { changedBy, type RuleChange } from '../people/changes/rule-changes.service';

type Version = Pick<DefinitionEntity, 'version' | 'hash'>;

const told = (version: Version | null): Json => version && { version: version.version, hash: version.hash };

/** Which version of a process stood there, and which stands there since, for the record of changes. Pure. */
export function versionChange(
  actor: Actor,
  kind: RuleChangeKind,
  { key, before, after }: { key: string; before: Version | null; after: Version | null },
): RuleChange {
  return { ...changedBy(actor), kind, rows: [{ section: 'definitions', key, before: told(before), after: told(after) }] };
}
