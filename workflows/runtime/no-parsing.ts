/**
 * Stands in for zod inside the workflow bundle only. Modules of the domain build schemas when they are loaded, which every cold run would pay for
 * (8 of 11 ms); the workflow itself parses nothing: definitions and commands were read long before they came here.
 * Building works and gives nothing; parsing throws, so that nothing unread can ever pass for read, and so does asking what a schema has: it has
 * nothing here, and whoever decided by that would decide otherwise than the database.
 */
const PARSING = ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode', 'safeDecode', 'safeEncode'];

type Anything = (...values: unknown[]) => unknown;

const schema: unknown = new Proxy((() => undefined) as Anything, {
  get: (_target, name) => (PARSING.includes(String(name)) ? refuse : schema),
  apply: () => schema,
  // A shape is spread into another one while schemas are built.
  ownKeys: () => [],
  getOwnPropertyDescriptor: refuse,
  has: refuse,
});

function refuse(): never {
  throw new Error('Expected nothing of schemas inside the workflow, but one was asked to parse or what it has');
}

export const z = schema;
