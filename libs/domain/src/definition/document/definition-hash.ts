import { hashOf } from '../../digest/sha256';
import type { Definition } from '../definition.schema';

/** SHA-256 (hex) of a definition's canonical JSON, defaults filled in. Pure. Tells two definitions under one version apart. */
export function definitionHash(definition: Definition): string {
  return hashOf(definition);
}
