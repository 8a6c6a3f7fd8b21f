import {
  assigneeSchema,
  authorityKindSchema,
  bilingualSchema,
  calendarSchema,
  conditionSchema,
  definitionFormat,
  directoryImportSchema,
  fieldSchema,
  operandSchema,
  stepSchema,
} from '@countersign/domain';
import { z } from 'zod';
import type { JsonNode } from './openapi-nulls';

const shared: Record<string, z.ZodType> = {
  Assignee: assigneeSchema,
  AuthorityKind: authorityKindSchema,
  Bilingual: bilingualSchema,
  Calendar: calendarSchema,
  Condition: conditionSchema,
  Definition: definitionFormat,
  Field: fieldSchema,
  Operand: operandSchema,
  Step: stepSchema,
};

/** The domain's own zod schemas as components of the document, so that definitions and imports are described exactly once. */
export function domainSchemas(): Record<string, JsonNode> {
  return { ...schemasOf(shared, '', 'output'), ...schemasOf({ ...shared, DirectoryImport: directoryImportSchema }, 'Input', 'input') };
}

function schemasOf(schemas: Record<string, z.ZodType>, suffix: string, io: 'input' | 'output'): Record<string, JsonNode> {
  const registry = z.registry<{ id: string }>();
  const registered = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${name}${suffix}`, schema]));
  for (const [id, schema] of Object.entries(registered)) registry.add(schema, { id });
  const { schemas: found } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(found).map(([name, schema]) => [name, plain(schema as JsonNode)]));
}

/** Any JSON stays any JSON: its recursive form would need a definition of its own that document readers cannot follow. */
function plain(node: JsonNode): JsonNode {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const { $schema: _schema, $id: _id, ...rest } = node;
  if (typeof rest['$ref'] === 'string' && rest['$ref'].includes('__shared')) return {};
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]));
}
