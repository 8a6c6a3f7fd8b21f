/** What is said of an error in a log: what failed and where, never with what. */
export interface LoggedError {
  type: string;
  message: string;
  /** Of the database: SQLSTATE, and what it failed on. */
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
  frames: string[];
  cause?: LoggedError;
}

const LONGEST_TEXT = 400;
const FRAMES = 20;
const DEEPEST_CAUSE = 3;
const DEEPEST_VALUE = 6;
const MOST_MEMBERS = 50;

/** Members whose content is a secret, or somebody's words and figures. */
const KEPT_BACK =
  /pass(word|phrase)|secret|token|authorization|cookie|csrf|^(form|fields|values|choices|body|comment|note|text|params|parameters|payloads?|detail|query|queryresult|driverError|where|hint|input|arguments|details)$/i;

/** Secrets that are known by their shape, wherever they stand. */
const SHAPES: [RegExp, string][] = [
  [/cst_[\w-]{8,}/g, 'cst_…'],
  [/(links?\/)[\w-]{16,}/g, '$1…'],
  [/(cs_session=)[^\s;"]+/g, '$1…'],
  [/(postgres(?:ql)?:\/\/[^:@/\s]+:)[^@\s]+@/g, '$1…@'],
  [/\$argon2id\$\S+/g, '$argon2id$…'],
];

interface Quotes {
  opening: string[];
  closing: string[];
  instead: string;
}

const QUOTES: Quotes[] = [
  { opening: ['[', '{'], closing: [']', '}'], instead: '{…}' },
  { opening: ['"'], closing: ['"'], instead: '"…"' },
  { opening: ['“'], closing: ['”'], instead: '“…”' },
];

/** From the first that opens to the last that closes. */
function withoutQuoted(text: string, { opening, closing, instead }: Quotes): string {
  const opens = opening.map((sign) => text.indexOf(sign)).filter((at) => at >= 0);
  const from = Math.min(...opens);
  const to = Math.max(...closing.map((sign) => text.lastIndexOf(sign)));
  return opens.length > 0 && from < to ? `${text.slice(0, from)}${instead}${text.slice(to + 1)}` : text;
}

/** A text without what was quoted in it, in which messages of databases and parsers repeat what they were given. Ours quote with “ and ”. */
export function loggedText(text: string): string {
  const cleaned = SHAPES.reduce((told, [shape, instead]) => told.replace(shape, instead), text);
  const unquoted = QUOTES.reduce(withoutQuoted, cleaned);
  return unquoted.length <= LONGEST_TEXT ? unquoted : `${unquoted.slice(0, LONGEST_TEXT)}…`;
}

/** What a log may tell of an error. The statement and its values, and every detail that quotes them, are left out. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: loggedText(String(error)), frames: [] };
  const { code, constraint, table, column } = databaseFacts(error);
  const cause = error.cause === undefined || depth >= DEEPEST_CAUSE ? undefined : loggedError(error.cause, depth + 1);
  return {
    type: error.constructor.name || error.name,
    message: loggedText(error.message),
    ...only({ code, constraint, table, column }),
    frames: framesOf(error.stack),
    ...(cause ? { cause } : {}),
  };
}

/** The lines of a stack trace that say where; its head repeats the message. */
export const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());

/** What a log may tell of a value: names and numbers; what is kept back by its name, and texts as `loggedText` has them. */
export function loggedValue(value: unknown, name = '', depth = 0): unknown {
  if (KEPT_BACK.test(name)) return value === null || value === undefined ? value : '[kept back]';
  if (value instanceof Error) return loggedError(value);
  if (typeof value === 'string') return loggedText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST_VALUE || ArrayBuffer.isView(value)) return '[…]';
  if (Array.isArray(value)) return value.slice(0, MOST_MEMBERS).map((item) => loggedValue(item, '', depth + 1));
  if (value instanceof Date) return value.toISOString();
  const members = Object.entries(value).slice(0, MOST_MEMBERS);
  return Object.fromEntries(members.map(([key, member]) => [key, loggedValue(member, key, depth + 1)]));
}

type DatabaseFacts = Record<'code' | 'constraint' | 'table' | 'column', unknown>;

/** TypeORM puts what the driver said onto its own error or below it. */
const databaseFacts = (error: Error): DatabaseFacts => {
  const { driverError } = error as unknown as { driverError?: Partial<DatabaseFacts> };
  const own = error as unknown as Partial<DatabaseFacts>;
  const fact = (name: keyof DatabaseFacts): unknown => own[name] ?? driverError?.[name];
  return { code: fact('code'), constraint: fact('constraint'), table: fact('table'), column: fact('column') };
};

const only = (facts: DatabaseFacts): Partial<Record<keyof DatabaseFacts, string>> =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^\w{1,80}$/.test(entry[1])),
  );
