export type JsonNode = string | number | boolean | null | JsonNode[] | { [key: string]: JsonNode };

const isObject = (node: JsonNode): node is { [key: string]: JsonNode } => typeof node === 'object' && node !== null && !Array.isArray(node);

/** Rewrites `nullable`, which OpenAPI 3.1 no longer knows and generated clients would silently drop, as a type of null. Pure. */
export function nullsOf31(node: JsonNode): JsonNode {
  if (Array.isArray(node)) return node.map(nullsOf31);
  if (!isObject(node)) return node;
  const { nullable, ...rest } = node;
  const copy: { [key: string]: JsonNode } = {};
  for (const [key, value] of Object.entries(rest)) copy[key] = nullsOf31(value);
  return nullable === true ? withNull(copy) : typeof nullable === 'object' ? { ...copy, nullable: nullsOf31(nullable) } : copy;
}

function withNull(schema: { [key: string]: JsonNode }): JsonNode {
  if (typeof schema['type'] === 'string' && schema['$ref'] === undefined && schema['allOf'] === undefined) {
    const values = schema['enum'];
    return { ...schema, type: [schema['type'], 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) };
  }
  const { description, type: _type, allOf, ...reference } = schema;
  const target = Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as JsonNode) : allOf ? { allOf } : reference;
  return { anyOf: [target, { type: 'null' }], ...(description === undefined ? {} : { description }) };
}
