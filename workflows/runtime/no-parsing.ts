/**
 * Stands in for zod inside the workflow bundle only. Modules of the domain build schemas when they are loaded, which every cold run would pay for
 * (8 of 11 ms); the workflow itself parses nothing: definitions and commands were read long before they came here.
 * Building works and gives nothing; parsing throws, so that nothing unread can ever pass for read.
 */
const PARSING = ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode', 'safeDecode', 'safeEncode'];

type Anything = (...values: unknown[]) => unknown;

const schema: unknown = new Proxy((() => undefined) as Anything, {
  get: (_target, name) => (PARSING.includes(String(name)) ? refuse : schema),
  apply: () => schema,
});

function refuse(): never {
  throw new Error('Expected not to parse inside the workflow, but a schema was asked to');
}

export const z = schema;
