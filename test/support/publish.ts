import { definitionHash, definitionSchema } from '../../libs/domain/src';
import type { Answer, Caller } from './caller';

/** Publishes a version as it was imported: by the hash of what the definition says. */
export function publish(admin: Caller, definition: unknown): Promise<Answer> {
  const parsed = definitionSchema.parse(definition);
  return admin.with({ 'If-Match': `"${definitionHash(parsed)}"` }).post(`/definitions/${parsed.key}/versions/${parsed.version}/publish`);
}
